import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { nextHalfMonth } from '../../shared/period.ts';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress } from '../../shared/rotation.ts';
import { addSubmission, emptyVector, shapeOf, type Vector } from '../../shared/tally.ts';
import { addServicePoint, addUnit } from '../../server/store/organisation.ts';
import { putTallies } from '../../server/store/tallies.ts';
import type { TallyKey } from '../../server/store/tables.ts';
import { type Office, submissionOf } from '../fakes/office.ts';
import { seeded, seededNumbers } from '../fakes/seeded.ts';

/** The reporting year 2026 in half-months. */
export const HALF_MONTHS = ['2025-12/2'];
while (HALF_MONTHS.length < 24) HALF_MONTHS.push(nextHalfMonth(HALF_MONTHS.at(-1)!));

/** What a form says of itself, and the values that are drawn; '' where it says nothing. */
export type Facets = Readonly<Record<string, readonly string[]>>;
export const SEX_AND_AGE: Facets = { sex: ['', '1', '2'], age: ['', '1', '2', '3', '4', '5'] };

/**
 * Communes `u0`, `u1`, … below the office, each with a tablet and some forty forms in each half-month of a year, as tallies; one
 * row for all and one for each value of the facets. Returns the number of rows.
 */
export async function inventProvince(office: Office, communes: number, facets: Facets): Promise<number> {
  const document = new URL('../../server/questionnaires/sp39-1.json', import.meta.url);
  const questionnaire = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(document, 'utf8')));
  const shape = shapeOf(questionnaire);
  const random = seeded(1);
  const chance = seededNumbers(2);
  const pick = (count: number) => Math.floor(chance() * count);
  const dates = { validFrom: '2025-07-01', validTo: null };
  let rows = 0;
  for (let at = 0; at < communes; at++) {
    const name = { vi: `Xã ${at}`, en: `Commune ${at}` };
    const cells = HALF_MONTHS.flatMap((halfMonth) => cellsAt(`p${at}`, halfMonth));
    rows += cells.length;
    await office.store.write(async (tx) => {
      const unit = { id: `u${at}`, parent: office.unit, tree: 'real', kind: 'xa' } as const;
      await addUnit(tx, { ...unit, name, ...dates });
      await addServicePoint(tx, { id: `p${at}`, unit: `u${at}`, name, opening: [], fields: [], ...dates });
      await putTallies(tx, cells);
    });
  }
  return rows;

  function cellsAt(point: string, halfMonth: string): { readonly key: TallyKey; readonly vector: Vector }[] {
    const found = new Map<string, { readonly key: TallyKey; readonly vector: Vector }>();
    for (let i = 0; i < 35 + pick(10); i++) {
      const it = [...drawExpress(questionnaire, undefined, random).items];
      const a = it.map(() => ([5, 5, 4, 4, 4, 3, 2, 0] as const)[pick(8)]!);
      const submission = submissionOf(office, { sp: point, it, a });
      const said = Object.entries(facets).map(([facet, values]) => [facet, values[pick(values.length)]!]);
      for (const [facet, value] of [['', ''], ...said] as [string, string][]) {
        const key = { service_point: point, half_month: halfMonth, channel: 'kiosk', form: 'express' };
        const more = { questionnaire: 'sp39', version: 1, standing: 'counted', facet, value };
        let cell = found.get(`${facet} ${value}`);
        if (!cell)
          found.set(`${facet} ${value}`, (cell = { key: { ...key, ...more }, vector: emptyVector(shape) }));
        addSubmission(cell.vector, shape, submission);
      }
    }
    return [...found.values()];
  }
}
