import { encode } from 'uqr';

/** White modules around the code: ISO/IEC 18004 asks for four. */
const QUIET_ZONE = 4;

export interface QrPath {
  /** Modules on one side, quiet zone included. */
  readonly size: number;
  /** Outline of all dark modules, one unit each. */
  readonly path: string;
}

/** A QR code as one SVG path. Level Q repairs a quarter of it: screens have scratches and reflections. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'Q', border: QUIET_ZONE });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (x < row.length && row[x]) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  });
  return { size, path };
}
