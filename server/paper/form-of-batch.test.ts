import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { readPrint } from '../../tests/fakes/read-print.ts';
import { seeded } from '../../tests/fakes/seeded.ts';
import { itemsOf, QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress, isExpressSet, type Rests } from '../../shared/rotation.ts';
import { createPress } from '../print/press.ts';
import { type BatchOnPaper, formOfBatch, fullSet, SET_LETTERS } from './form-of-batch.ts';

/** What leaves the printer, looked at as a picture and read by a decoder. */

const questionnaire = v.parse(
  QuestionnaireSchema,
  JSON.parse(readFileSync('server/questionnaires/sp39-1.json', 'utf8')),
);
/** As long as names of real offices are. */
const point = 'Trung tâm Phục vụ hành chính công xã Bản Ngò Vĩnh Thạnh Trung Tân Thành';
const where = {
  office: 'Ủy ban nhân dân xã Bản Ngò Vĩnh Thạnh Trung Tân Thành',
  names: { point: { vi: point, en: point }, kind: 'xa' },
  isTrial: false,
};
const press = createPress();
const batch = (change: Partial<BatchOnPaper>): BatchOnPaper => ({
  id: 'K7M2QX',
  form: 'full',
  language: 'vi',
  sets: fullSet(questionnaire),
  ...change,
});
const print = async (change: Partial<BatchOnPaper>, photographed: (page: number) => boolean) =>
  readPrint(await press(formOfBatch(batch(change), questionnaire, where)), photographed);
function expressSets(): (readonly number[])[] {
  const random = seeded(7);
  let rests: Rests | undefined;
  return Array.from(SET_LETTERS, () => {
    const drawn = drawExpress(questionnaire, rests, random);
    rests = drawn.rests;
    return drawn.items;
  });
}

test.each(['vi', 'en'] as const)(
  'the full form (%s) asks the overall question and all 39 items in the official words, on six A4 pages at the most',
  async (language) => {
    const pages = await print({ language }, (page) => page === 0);
    expect(pages.length).toBeLessThanOrEqual(6);
    for (const page of pages) expect([page.widthMm, page.heightMm]).toEqual([210, 297]);
    expect(pages[0]!.code).toBe(`SIPAS/PAPER/SP39.1/FULL/${language.toUpperCase()}/K7M2QX`);
    const text = pages.map((page) => page.text).join(' ');
    for (const item of itemsOf(questionnaire)) {
      // names are put in, and lines are broken where the column ends
      const [beginning = ''] = item.text[language].split(/\{\w+\}/);
      expect(text.replaceAll(/[-\s]/g, '')).toContain(beginning.replaceAll(/[-\s]/g, ''));
    }
    const said =
      language === 'vi'
        ? [
            'Rất không hài lòng',
            'Không có ý kiến',
            'bỏ vào thùng phiếu',
            'Không ghi tên',
            '24 tháng',
            'Xin đừng viết họ tên',
          ]
        : ['Very dissatisfied', 'No opinion', 'into the box', 'No name', '24 months', 'write no name'];
    for (const words of said) expect(text).toContain(words);
    // on every page it is seen which form and batch it is
    for (const page of pages) expect(page.text).toContain('K7M2QX');
  },
  60_000,
);

test.each(['vi', 'en'] as const)(
  'an express form (%s) is one leaf with two sides for each of twelve sets, whose code names the set',
  async (language) => {
    const sets = expressSets();
    for (const set of sets) expect(isExpressSet(questionnaire, set)).toBe(true);
    // a camera is held at the first, a middle and the last set; each has its code on its front
    const fronts = [0, 10, 22];
    const pages = await print({ form: 'express', language, sets }, (page) => fronts.includes(page));
    expect(pages).toHaveLength(24);
    const mark = `SIPAS/PAPER/SP39.1/EXPRESS/${language.toUpperCase()}/K7M2QX`;
    expect(fronts.map((page) => pages[page]!.code)).toEqual([`${mark}/A`, `${mark}/F`, `${mark}/L`]);
    for (const [i, page] of pages.entries())
      expect(page.text).toContain(language === 'vi' ? `Trang ${(i % 2) + 1}/2` : `Page ${(i % 2) + 1} of 2`);
  },
  60_000,
);

test('twelve sets ask each item as often as the others of its factor', () => {
  const asked = expressSets().flat();
  const times = (number: number) => asked.filter((each) => each === number).length;
  const inFactor = (code: string) => itemsOf(questionnaire).filter((item) => item.code.startsWith(code));
  for (const factor of ['II.A', 'II.C', 'II.D', 'II.E'])
    for (const { number } of inFactor(factor)) expect(times(number)).toBe(4);
  for (const { number } of inFactor('II.B')) expect(times(number)).toBe(3);
  for (const { number } of inFactor('I.')) expect([1, 2]).toContain(times(number));
});

test('a form of the demo says on every page that it is not for collecting answers', async () => {
  const form = formOfBatch(batch({}), questionnaire, { ...where, isTrial: true });
  for (const { text } of await readPrint(await press(form), () => false))
    expect(text).toContain('DỮ LIỆU MINH HỌA');
}, 60_000);
