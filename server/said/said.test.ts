import { expect, test } from 'vitest';
import { saidOf } from './said-of.ts';
import { inBoth, inWords, SaidFault } from './said.ts';
import { wordsEn } from './words-en.ts';
import { wordsVi } from './words-vi.ts';
import { halfDayVi, momentVi } from './write-vi.ts';

/** Every text of a catalogue by its path; sentences are made with the same values in both languages. */
function sentences(words: unknown, path = ''): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    const make = words as (...values: unknown[]) => unknown;
    return [[path, String(make(...valuesFor(make, path)))]];
  }
  return Object.entries(words as object).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

const GONE = ['submissions', 'remarks', 'audit', 'numbers', 'dossiers', 'plans', 'followed', 'cases', 'over'];
/** What stands in the place of each parameter, by its name: a number, a date, a list, else the name. */
function valuesFor(make: (...values: unknown[]) => unknown, path: string): unknown[] {
  const names = /^\(?([^)=]*)\)?\s*=>/.exec(make.toString())?.[1] ?? '';
  if (path.endsWith('retained'))
    return [{ ...Object.fromEntries(GONE.map((key) => [key, 12])), until: '2026-11/1' }];
  if (path.endsWith('rescue.taken'))
    return ['d1', { items: 6, stored: 3, dup: 2, held: 1, conflict: 0, seals: 4 }];
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => VALUES[name] ?? name);
}
const MANY = ['faults', 'differences', 'halfMonths', 'unknown', 'missing', 'keys', 'names', 'kinds', 'roles'];
const DAYS = ['day', 'night', 'to', 'until', 'restored'];
const COUNTS = [
  'count',
  'n',
  'added',
  'ended',
  'forms',
  'least',
  'most',
  'submissions',
  'line',
  'port',
  'there',
];
const VALUES: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    [...MANY, 'units', 'calls', 'findings', 'ids', 'devices', 'withheld'].map((name) => [
      name,
      ['một', 'hai'],
    ]),
  ),
  ...Object.fromEntries(DAYS.map((name) => [name, '2026-11-20'])),
  ...Object.fromEntries(COUNTS.map((name) => [name, 12_345])),
  halfDay: '2026-11-20AM',
  newest: '2026-11-20AM',
  nowMs: Date.UTC(2026, 10, 20, 3),
  at: Date.UTC(2026, 10, 20, 3),
  twin: { device: 'd2', n: 3 },
  form: 'full',
  offMachine: true,
};

const [vi, en] = [sentences(wordsVi), sentences(wordsEn)];

test('both catalogues have the same sentences, none is empty, and none is left in the other language', () => {
  expect(vi.map(([path]) => path)).toEqual(en.map(([path]) => path));
  expect(vi.length).toBeGreaterThan(350);
  for (const [path, text] of [...vi, ...en]) {
    expect([path, text.trim()]).not.toEqual([path, '']);
    expect([path, text]).not.toEqual([path, expect.stringMatching(/undefined|\[object|NaN/)]);
  }
  const english = new Map(en);
  const same = vi.filter(([path, text]) => english.get(path) === text).map(([path]) => path);
  // names, codes and lines that have no words
  expect(same.filter((path) => !NO_WORDS.some((known) => known.test(path)))).toEqual([]);
  const untranslated = vi.filter(
    ([path, text]) => ENGLISH_WORDS.test(bare(text)) && !NO_WORDS.some((known) => known.test(path)),
  );
  expect(untranslated).toEqual([]);
  const marked = en.filter(
    ([path, text]) => VIETNAMESE.test(bare(text)) && !NO_WORDS.some((known) => known.test(path)),
  );
  expect(marked).toEqual([]);
});

/** Without commands, settings, files and names, which are the same everywhere. */
const bare = (text: string) =>
  text
    .replaceAll(/Lâm Khê|Khảo sát mức độ hài lòng|DỮ LIỆU MINH HỌA|một|hai/g, '')
    .replaceAll(/npm (?:run|start|ci|install)[^;.,)\n]*/g, '')
    .replaceAll(/\b[A-Z_]{3,}\b=?\S*/g, '');
const ENGLISH_WORDS = /\b(?:the|this|that|is|are|was|were|of|and|with|again|there|cannot|must|has)\b/i;
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
const NO_WORDS = [/^\.language$/, /usage\.calls\..*\.0$/, /\.(?:sha256|account|unit|point|field|key|named)$/];

test('a Vietnamese sentence writes days, hours and counts as Vietnamese does', () => {
  expect(momentVi(Date.UTC(2026, 10, 20, 13, 5))).toBe('20/11/2026 20:05');
  expect(halfDayVi('2026-11-20AM')).toBe('buổi sáng 20/11/2026');
  expect(wordsVi.backup.take.holds(16_204, 'a', 'b')).toBe('  16.204 phiếu, a, b');
  expect(wordsVi.nation.share('88.70', '87.00', '90.10', 1_200)).toBe('88,70 % (95 %: 87,00–90,10; n 1.200)');
});

test('a fault says the same in either language, keeps English for logs, and what nobody foresaw has a next step', () => {
  const fault = new SaidFault(({ store }) => store.full);
  expect(fault.message).toBe(wordsEn.store.full);
  expect(inBoth(saidOf(fault))).toEqual({ vi: wordsVi.store.full, en: wordsEn.store.full });
  expect(inWords(saidOf(Object.assign(new Error('x'), { code: 'SQLITE_BUSY' })), 'vi')).toBe(
    wordsVi.store.busy,
  );
  expect(inWords(saidOf(Object.assign(new Error('x'), { code: '57P01' })), 'en')).toBe(wordsEn.store.away);
  expect(inWords(saidOf(new Error('odd')), 'vi')).toMatch(/^Lỗi ngoài dự kiến .*doctor[^]*odd/);
});
