import { encode } from 'uqr';

/** Light modules around the code, without which many cameras do not find it (ISO/IEC 18004). */
const QUIET = 4;

/**
 * A QR code of level Q as one path: a poster loses a corner or gets a stain and is still read. The level stays as asked for,
 * because a higher one would make the modules smaller; rows are drawn as runs, so that no seams show between modules.
 */
export function qrPicture(text: string, width: number, ink = '#000000'): object {
  const { data, size } = encode(text, { ecc: 'Q', boostEcc: false, border: 0 });
  let path = '';
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let end = x;
      while (end < size && row[end]) end++;
      path += `M${x + QUIET} ${y + QUIET}h${end - x}v1.01h${x - end}z`;
      x = end;
    }
  }
  const whole = size + 2 * QUIET;
  const svg = `<svg viewBox="0 0 ${whole} ${whole}" width="${whole}" height="${whole}"><path d="${path}" fill="${ink}"/></svg>`;
  return { svg, width };
}
