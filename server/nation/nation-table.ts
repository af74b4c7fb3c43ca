import { periodName } from '../../shared/period-name.ts';
import type { Language, Text } from '../../shared/questionnaire.ts';
import { bookWords } from '../reports/book-words.ts';
import type { CountsTable } from '../reports/counts-table.ts';
import { reportWords } from '../reports/report-paragraph.ts';
import { type Added, figureOf, type Nation, type NationForm, type ProvinceForm } from './add-up.ts';
import { type NationWords, nationWords } from './nation-words.ts';
import type { Told } from './signed-tallies.ts';

type Cell = string | number | null;

/** The nation's figures as one table, a line for each figure; each line says by itself what it is. Nothing is added up here. */
export function nationTable({ period, forms }: Nation, language: Language): CountsTable {
  const words = nationWords[language];
  const begin = [periodName(period.id, language), period.from, period.to];
  return {
    heads: words.heads,
    lines: forms.flatMap((form) => {
      const { id, version } = form.questionnaire;
      const about = [...begin, reportWords[language].form[form.form], `${id} ${version}`];
      return linesOf(form, words, language).map((line) => [...about, ...line]);
    }),
  };
}

function linesOf(nation: NationForm, words: NationWords, language: Language): Cell[][] {
  const { levels } = words;
  const { all, policy, service, overall, noField } = bookWords[language];
  const known: Readonly<Record<string, string>> = { all, I: policy, II: service, overall };
  const say = (group: string, name: Text | null) => known[group] ?? name?.[language] ?? group;
  const line = (
    level: string,
    at: readonly Cell[],
    group: readonly Cell[],
    told: Told | Added,
    note = '',
  ) => [level, ...at, ...group, ...numbersOf(told, language, note, words)];
  const both = (row: { readonly policy: Told | Added; readonly service: Told | Added }) =>
    [
      ['I', policy, row.policy],
      ['II', service, row.service],
    ] as const;
  return [
    ...nation.figures.map((own) =>
      line(levels.nation, [null, null, null], [own.group, say(own.group, own.name)], own),
    ),
    ...nation.items.map((own) => line(levels.item, [null, null, null], [own.group, say('', own.name)], own)),
    ...nation.fields.flatMap((field) =>
      both(field).map(([group, name, added]) =>
        line(levels.field, [null, null, field.name?.[language] ?? noField], [group, name], added),
      ),
    ),
    ...nation.provinces.flatMap(({ code, name, tallies }) => {
      const place = [code, name[language]];
      const note = noteOf(tallies, words);
      return [
        ...tallies.figures.map((own) =>
          line(levels.province, [...place, null], [own.group, say(own.group, own.name)], own.told, note),
        ),
        ...tallies.units.flatMap((unit) =>
          both(unit).map(([group, said, told]) =>
            line(levels.unit, [...place, unit.name?.[language] ?? null], [group, said], told, note),
          ),
        ),
      ];
    }),
  ];
}

function noteOf({ certified, method, alsoAsked }: ProvinceForm, words: NationWords): string {
  const isUsual = method.statistic === 'top2' && method.aggregation === 'pooled';
  const notes = [
    ...(certified ? [] : [words.uncertifiedNote]),
    ...(isUsual ? [] : [words.otherMethod]),
    ...(alsoAsked.length > 0 ? [words.otherVersions] : []),
  ];
  return notes.join('; ');
}

/** Percent, bounds, n, answers, no opinion, n_eff and the eight sums. */
const NUMBERS = 15;

function numbersOf(told: Told | Added, language: Language, note: string, words: NationWords): Cell[] {
  const figure = figureOf(told);
  const isSum = 'told' in told;
  const by = isSum && told.withheld.length > 0 ? words.withheldBy(told.withheld.length) : '';
  const end = (why: string) => [isSum ? told.told.length : null, [why, by, note].filter(Boolean).join('; ')];
  if ('withheld' in figure || !('sums' in told) || !told.sums) {
    const why = 'withheld' in figure ? figure.withheld : 'no-answers';
    return [...Array<null>(NUMBERS).fill(null), ...end(reportWords[language].withheld[why])];
  }
  const { percent, low, high, n, answers, noOpinion, nEff } = figure;
  const { Y, M, X, YY, YM, MM, XX, XM } = told.sums;
  return [percent, low, high, n, answers, noOpinion, nEff, Y, M, X, YY, YM, MM, XX, XM, ...end('')];
}
