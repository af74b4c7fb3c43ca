/**
 * The five faces of the tablet, side by side: people see at a glance that they are asked for an opinion. One ink and one
 * size, so that none of them is recommended.
 */
const FACES = [
  'M25 37l14 6M75 37l-14 6M31 75q19 -22 38 0M35 51h.1M65 51h.1',
  'M34 72q16 -11 32 0M35 44h.1M65 44h.1',
  'M34 68h32M35 44h.1M65 44h.1',
  'M34 64q16 12 32 0M35 44h.1M65 44h.1',
  'M27 46q6 -9 12 0M61 46q6 -9 12 0M30 60q20 33 40 0z',
];
const STEP = 130;
const line = (ink: string) =>
  `fill="none" stroke="${ink}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"`;

export function fiveFaces(width: number, ink: string): object {
  const drawn = FACES.map(
    (path, i) =>
      `<g transform="translate(${i * STEP} 0)"><circle cx="50" cy="50" r="45"/><path d="${path}"/></g>`,
  );
  const all = STEP * 4 + 100;
  return {
    svg: `<svg viewBox="0 0 ${all} 100" width="${all}" height="100"><g ${line(ink)}>${drawn.join('')}</g></svg>`,
    width,
  };
}

/** One of them by itself, 1-5. */
export function oneFace(level: number, width: number, ink: string): object {
  return {
    svg: `<svg viewBox="0 0 100 100" width="100" height="100"><g ${line(ink)}><circle cx="50" cy="50" r="45"/><path d="${FACES[level - 1]}"/></g></svg>`,
    width,
  };
}
