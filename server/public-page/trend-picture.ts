import { html } from 'hono/html';
import type { Language } from '../../shared/questionnaire.ts';
import { writeTenths } from '../reports/write-figure.ts';
import type { Html } from './page-frame.ts';
import type { PublicGroup, PublicQuarter } from './public-results.ts';

const WIDTH = 360;
const HEIGHT = 210;
const LEFT = 34;
const RIGHT = 12;
const TOP = 18;
const BOTTOM = 44;
const ROMAN = ['I', 'II', 'III', 'IV'];

/** One area by quarters, the oldest on the left. Points are joined where they may be compared; a withheld one is a gap. */
export function trendPicture(
  quarters: readonly PublicQuarter[],
  group: PublicGroup,
  floor: number,
  label: string,
  language: Language,
): Html {
  const inOrder = quarters.toReversed();
  const step = (WIDTH - LEFT - RIGHT) / inOrder.length;
  const x = (at: number) => round(LEFT + step * (at + 0.5));
  const y = (percent: number) => round(TOP + ((100 - percent) / (100 - floor)) * (HEIGHT - TOP - BOTTOM));
  const lines: number[] = [];
  for (let percent = floor; percent <= 100; percent += floor === 0 ? 25 : 10) lines.push(percent);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
${lines.map(
  (percent) =>
    html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(percent)}" y2="${y(percent)}"/><text x="${LEFT - 6}" y="${y(percent) + 4}" text-anchor="end">${percent}</text>`,
)}
${inOrder.map(({ period, figures, isAlike }, at) => {
  const figure = figures[group];
  const before = isAlike ? inOrder[at - 1]?.figures[group] : null;
  const [, year = '', part = ''] = period.id.split('-');
  const name = ROMAN[Number(part.slice(1)) - 1];
  return html`<text x="${x(at)}" y="${HEIGHT - 24}" text-anchor="middle">${name}</text>
${at === 0 || name === 'I' ? html`<text x="${x(at)}" y="${HEIGHT - 7}" text-anchor="middle">${year}</text>` : ''}
${figure && before ? html`<line class="join" x1="${x(at - 1)}" y1="${y(before.percent)}" x2="${x(at)}" y2="${y(figure.percent)}"/>` : ''}
${
  figure
    ? html`<line class="bar" x1="${x(at)}" x2="${x(at)}" y1="${y(figure.high)}" y2="${y(figure.low)}"/><circle class="${figure.grey ? 'dot hollow' : 'dot'}" cx="${x(at)}" cy="${y(figure.percent)}" r="4"/><text class="value" x="${x(at)}" y="${y(figure.high) - 5}" text-anchor="middle">${writeTenths(figure.percent, language)}</text>`
    : ''
}`;
})}
</svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
