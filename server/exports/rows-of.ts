import { itemsOf, OVERALL } from '../../shared/questionnaire.ts';
import { halfMonthOf, readPeriod } from '../../shared/period.ts';
import type { Submission } from '../../shared/submission.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type { AskedExport, Progress } from '../row-exporter.ts';
import { scopeOf } from '../scope.ts';
import { allUnits } from '../store/organisation.ts';
import { allQuestionnaires } from '../store/questionnaires.ts';
import { allReattributions, placesBy } from '../store/reattribution.ts';
import { eachSubmission } from '../store/roots.ts';
import type { Reader } from '../store/store.ts';
import { exportWords } from './export-words.ts';
import type { ExportedRow } from './row-columns.ts';

export interface RowSource {
  readonly tree: Tree;
  readonly unitName: string;
  /** Questions that have a column. */
  readonly items: readonly number[];
  rows(progress: Progress): AsyncGenerator<ExportedRow>;
}

/** The submissions that count at places of a unit and below, with what is excluded, in the order of their random ids. */
export async function openRows(
  read: Reader,
  { unit, period, language, day }: AskedExport,
): Promise<RowSource> {
  const { tree, points, units } = await scopeOf(read, { unit }, day);
  const names = new Map((await allUnits(read)).map(({ id, name }) => [id, name[language]]));
  const placeOf = placesBy(await allReattributions(read));
  const halfMonths = period === null ? undefined : readPeriod(period)!.halfMonths;
  const wanted = halfMonths && new Set(halfMonths);
  const months = halfMonths && { from: halfMonths[0]!.slice(0, 7), to: halfMonths.at(-1)!.slice(0, 7) };
  const mark = exportWords[language].marks[tree];
  const places = new Map(
    [...points].map(([id, { name, unit: own }]) => [
      id,
      { place: id, placeName: name[language], unitName: names.get(own) ?? own, mark },
    ]),
  );
  const items = new Set(
    (await allQuestionnaires(read)).flatMap((one) => itemsOf(one).map(({ number }) => number)),
  );
  return {
    tree,
    unitName: names.get(unit) ?? units[0]?.name[language] ?? unit,
    items: [OVERALL, ...[...items].sort((a, b) => a - b)],
    async *rows(progress) {
      for await (const { id, p, half_day, standing } of eachSubmission(read, months)) {
        progress.share = shareOf(id);
        const halfMonth = halfMonthOf(half_day);
        if (wanted && !wanted.has(halfMonth)) continue;
        // stored bytes were judged when they came
        const submission = JSON.parse(p) as Submission;
        const place = places.get(placeOf(submission.sp, half_day));
        if (!place) continue;
        progress.rows++;
        yield { submission, halfMonth, standing, ...place };
      }
      progress.share = 1;
    },
  };
}

/** How much of all ids lies before this one: they are drawn evenly (UUIDv4). */
export const shareOf = (id: string): number => Number.parseInt(id.slice(0, 8), 16) / 2 ** 32;
