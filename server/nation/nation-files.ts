import type { Language, Text } from '../../shared/questionnaire.ts';
import { provinces } from '../place-catalogue.ts';
import type { Book, BookCell } from '../print/book.ts';
import { cellOf, tableCsv } from '../reports/write-counts.ts';
import { METHOD_VERSION, writeLimits, writeMethod } from '../reports/write-method-line.ts';
import { writeFromTo } from '../reports/write-figure.ts';
import { figureOf, type Nation, type NationForm } from './add-up.ts';
import { nationTable } from './nation-table.ts';
import { nationWords } from './nation-words.ts';

/** The pooled share: what sums alone give. */
const METHOD = { statistic: 'top2', aggregation: 'pooled' } as const;

/** Provinces of the bundled list of which there is no file. */
export function missingProvinces({ provinces: there }: Nation): readonly { code: string; name: Text }[] {
  const codes = new Set(there.map(({ province }) => province.code));
  return provinces().filter(({ code }) => !codes.has(code));
}

/** CSV as of other figures. */
export const nationCsv = (nation: Nation, language: Language): string =>
  tableCsv(nationTable(nation, language));

/** The same numbers for programs: each sum with its figure, and which provinces are in it. */
export function nationJson(nation: Nation): string {
  const withFigure = <T extends NationForm['figures'][number]>(one: T) => ({ ...one, figure: figureOf(one) });
  return `${JSON.stringify({
    kind: 'sipas-nation-1',
    period: { id: nation.period.id, from: nation.period.from, to: nation.period.to },
    methodVersion: METHOD_VERSION,
    method: METHOD,
    provinces: nation.provinces,
    missing: missingProvinces(nation).map(({ code, name }) => ({ code, name })),
    forms: nation.forms.map((form) => ({
      ...form,
      figures: form.figures.map(withFigure),
      items: form.items.map(withFigure),
      fields: form.fields.map(({ name, ...row }) => ({
        name,
        policy: { ...row.policy, figure: figureOf(row.policy) },
        service: { ...row.service, figure: figureOf(row.service) },
      })),
      provinces: form.provinces.map(({ code, name, tallies }) => ({
        code,
        name,
        ...tallies,
        figures: tallies.figures.map((one) => ({ ...one, figure: figureOf(one.told) })),
      })),
    })),
  })}\n`;
}

/** What stands before the table: of whom it is, how it is computed, what it is not. */
export function aboutNation(nation: Nation, language: Language): string[] {
  const words = nationWords[language];
  const names = (list: readonly { readonly name: Text }[]) =>
    list.map(({ name }) => name[language]).join(', ');
  const missing = missingProvinces(nation);
  const open = new Map(
    nation.forms.flatMap((form) =>
      form.provinces.filter(({ tallies }) => !tallies.certified).map((one) => [one.code, one] as const),
    ),
  );
  return [
    writeFromTo(nation.period),
    words.provinces(nation.provinces.length, nation.provinces.length + missing.length),
    ...(missing.length > 0 ? [words.missing(names(missing))] : []),
    ...(open.size > 0 ? [words.uncertified(names([...open.values()]))] : []),
    writeMethod(METHOD, language),
    words.how,
    words.notIndex,
    writeLimits(language),
  ];
}

/** The same table as a spreadsheet, with a second sheet that says what it is. */
export function nationBook(nation: Nation, language: Language): Book {
  const words = nationWords[language];
  const { heads, lines } = nationTable(nation, language);
  return {
    kind: 'book',
    sheets: [
      {
        name: words.sheet,
        widths: heads.map((_, i) => (i === 8 || i === 10 ? 44 : i === 5 || i === 7 || i === 27 ? 26 : 14)),
        stickyRows: 1,
        rows: [
          heads.map((said): BookCell => ({ text: said, isHead: true })),
          ...lines.map((line) => line.map(cellOf)),
        ],
      },
      {
        name: words.about,
        widths: [120],
        rows: [
          [{ text: words.title, isTitle: true }],
          ...aboutNation(nation, language).map((said) => [cellOf(said)]),
        ],
      },
    ],
  };
}
