import type { PaperPicture } from '../print/official-paper.ts';

/** Pieces of a chart on paper, as SVG: black, white and shades between, so that it says the same on any printer. Lengths are in points. */

/** The width of the text on an official page: 165 mm. */
export const CHART_WIDTH = 467;
export const BLACK = '#000000';
export const PALE = '#d4d4d4';
export const SOFT = '#8a8a8a';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const at = (value: number) => Number(value.toFixed(2));

export interface LineLook {
  readonly width?: number;
  readonly ink?: string;
  /** Lengths of dashes and of the gaps between. */
  readonly dash?: string;
}

type Point = readonly [x: number, y: number];

export function path(points: readonly Point[], { width = 1, ink = BLACK, dash }: LineLook = {}): string {
  const d = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`).join(' ');
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${width}"${dashes}/>`;
}

export function area(points: readonly Point[], fill: string): string {
  return `<path d="${points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`).join(' ')} Z" fill="${fill}"/>`;
}

export function bar(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${fill}" stroke="${BLACK}" stroke-width="0.6"/>`;
}

/** Hollow where it rests on few forms. */
export function dot(x: number, y: number, isHollow: boolean): string {
  return `<circle cx="${at(x)}" cy="${at(y)}" r="2.6" fill="${isHollow ? '#ffffff' : BLACK}" stroke="${BLACK}" stroke-width="1"/>`;
}

export interface LetterLook {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly ink?: string;
}

/** `y` is the line that the letters stand on. */
export function letters(
  text: string,
  x: number,
  y: number,
  { size = 9, anchor = 'start', bold = false, ink = BLACK }: LetterLook = {},
): string {
  return `<text x="${at(x)}" y="${at(y)}" font-family="Official" font-size="${size}" text-anchor="${anchor}"${bold ? ' font-weight="bold"' : ''} fill="${ink}">${escaped(text)}</text>`;
}

export function picture(
  { caption, alt }: Pick<PaperPicture, 'caption' | 'alt'>,
  height: number,
  parts: readonly string[],
): PaperPicture {
  const size = `viewBox="0 0 ${CHART_WIDTH} ${at(height)}" width="${CHART_WIDTH}" height="${at(height)}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.join('')}</svg>`;
  return { kind: 'picture', caption, alt, svg, width: CHART_WIDTH, height: at(height) };
}

/** Where a percentage stands on an axis from `floor` to 100 that is `length` long. */
export const scaleOf = (floor: number, length: number) => (percent: number) =>
  ((percent - floor) / (100 - floor)) * length;

/** Percentages at which an axis has a mark. */
export function marksOf(floor: number): number[] {
  const step = 100 - floor > 60 ? 20 : 10;
  const marks: number[] = [];
  for (let mark = 100; mark >= floor; mark -= step) marks.push(mark);
  return marks;
}
