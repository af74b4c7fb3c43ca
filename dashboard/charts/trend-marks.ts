import type { TrendSeries } from '../../shared/trend-series.ts';
import { unbrokenRuns } from '../../shared/trend-series.ts';

/** Colours and type of the canvas; they repeat the style sheet's, which a canvas cannot read. */
export const TREND = {
  ink: '#221c18',
  muted: '#5b5148',
  grid: '#e9e1d4',
  line: '#0b4f8a',
  band: 'rgba(59, 140, 196, 0.24)',
  target: '#8c3a00',
  paper: '#ffffff',
  font: "'Noto Sans Variable', 'Noto Sans', system-ui, sans-serif",
  /** Room at the right for the newest value and the target, in CSS px. */
  margin: 70,
} as const;

/** Where things stand on the canvas, in CSS px. */
export interface TrendPlace {
  readonly x: (index: number) => number;
  readonly y: (percent: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The 95 % band, never across a gap; a month alone has no neighbours to span one: a bar of its interval. */
export function drawBand(
  ctx: CanvasRenderingContext2D,
  { lows, highs, values, starts }: TrendSeries,
  { x, y }: TrendPlace,
): void {
  ctx.fillStyle = TREND.band;
  for (const { first, last } of unbrokenRuns(values, starts)) {
    ctx.beginPath();
    if (first === last) {
      ctx.rect(x(first) - 5, y(highs[first]!), 10, y(lows[first]!) - y(highs[first]!));
    } else {
      for (let i = first; i <= last; i++) ctx.lineTo(x(i), y(highs[i]!));
      for (let i = last; i >= first; i--) ctx.lineTo(x(i), y(lows[i]!));
    }
    ctx.fill();
  }
}

/** The target of each month's year as its own level piece: two years' targets are never joined by a slope. */
export function drawTargets(
  ctx: CanvasRenderingContext2D,
  { targets }: TrendSeries,
  place: TrendPlace,
): void {
  const half = targets.length > 1 ? (place.x(1) - place.x(0)) / 2 : place.right - place.left;
  ctx.strokeStyle = TREND.target;
  ctx.lineWidth = 1.75;
  ctx.setLineDash([6, 4]);
  for (let first = 0; first < targets.length; ) {
    const target = targets[first]!;
    let last = first;
    while (last + 1 < targets.length && targets[last + 1] === target) last++;
    if (target !== null) {
      ctx.beginPath();
      ctx.moveTo(Math.max(place.left, place.x(first) - half), place.y(target));
      ctx.lineTo(Math.min(place.right + 6, place.x(last) + half), place.y(target));
      ctx.stroke();
    }
    first = last + 1;
  }
  ctx.setLineDash([]);
}

/** An upright line between two points that are never joined, with a word at its foot: the questionnaire became another one. */
export function drawBreaks(
  ctx: CanvasRenderingContext2D,
  { starts }: TrendSeries,
  { x, left, right, top, bottom }: TrendPlace,
  word: (at: number) => string,
): void {
  ctx.strokeStyle = TREND.ink;
  ctx.fillStyle = TREND.ink;
  ctx.lineWidth = 1.25;
  ctx.font = `500 12px ${TREND.font}`;
  ctx.textBaseline = 'bottom';
  for (const at of starts) {
    const middle = (x(at - 1) + x(at)) / 2;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(middle, top);
    ctx.lineTo(middle, bottom);
    ctx.stroke();
    const isLate = middle > (left + right) / 2;
    ctx.textAlign = isLate ? 'right' : 'left';
    ctx.fillText(word(at), middle + (isLate ? -5 : 5), bottom - 4);
  }
  ctx.setLineDash([]);
}

/** A thin upright line through the month that is being read. */
export function drawReader(ctx: CanvasRenderingContext2D, index: number, place: TrendPlace): void {
  ctx.strokeStyle = TREND.muted;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(place.x(index), place.top);
  ctx.lineTo(place.x(index), place.bottom);
  ctx.stroke();
}

const VALUE_HEIGHT = 18;
const TARGET_HEIGHT = 30;

/** Newest value and current target in the margin, moved apart where they would stand on each other. */
export function writeEnds(
  ctx: CanvasRenderingContext2D,
  place: TrendPlace,
  value: { readonly percent: number; readonly text: string } | null,
  target: { readonly percent: number; readonly lines: readonly [string, string] } | null,
): void {
  const left = place.right + 12;
  let valueY = value ? place.y(value.percent) : 0;
  let targetY = target ? place.y(target.percent) : 0;
  if (value && target) {
    const lacking = (VALUE_HEIGHT + TARGET_HEIGHT) / 2 - Math.abs(valueY - targetY);
    if (lacking > 0) {
      const up = value.percent >= target.percent ? -1 : 1;
      valueY += (up * lacking) / 2;
      targetY -= (up * lacking) / 2;
    }
  }
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  if (target) {
    ctx.fillStyle = TREND.target;
    ctx.font = `500 12px ${TREND.font}`;
    ctx.fillText(target.lines[0], left, targetY - 7);
    ctx.font = `700 12px ${TREND.font}`;
    ctx.fillText(target.lines[1], left, targetY + 8);
  }
  if (value) {
    ctx.fillStyle = TREND.line;
    ctx.font = `700 14px ${TREND.font}`;
    ctx.fillText(value.text, left, valueY);
  }
}
