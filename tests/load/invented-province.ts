import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { nextHalfMonth } from '../../shared/period.ts';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress } from '../../shared/rotation.ts';
import type { Channel } from '../../shared/submission.ts';
import { addSubmission, emptyVector, shapeOf, type Vector } from '../../shared/tally.ts';
import { addServicePoint, addUnit } from '../../server/store/organisation.ts';
import { putTallies } from '../../server/store/tallies.ts';
import { type Office, submissionOf } from '../fakes/office.ts';
import { seeded, seededNumbers } from '../fakes/seeded.ts';

/** The reporting year 2026 in half-months. */
export const HALF_MONTHS = ['2025-12/2'];
while (HALF_MONTHS.length < 24) HALF_MONTHS.push(nextHalfMonth(HALF_MONTHS.at(-1)!));

/** What a form says of itself, and the values that are drawn; '' where it says nothing. */
export type Facets = Readonly<Record<string, readonly string[]>>;
export const SEX_AND_AGE: Facets = { sex: ['', '1', '2'], age: ['', '1', '2', '3', '4', '5'] };

export interface Size {
  readonly communes: number;
  /** Service points of each. */
  readonly points: number;
  readonly channels: readonly Channel[];
}

export const pointAt = (commune: number, point: number) =>
  point === 0 ? `p${commune}` : `p${commune}-${point}`;
export const pointsOf = ({ communes, points }: Size): string[] =>
  Array.from({ length: communes * points }, (_, i) => pointAt(Math.floor(i / points), i % points));

interface Cell {
  readonly facet: string;
  readonly value: string;
  readonly vector: Vector;
}

/** So many different half-months are drawn; every half-month of every place is one of them. */
const DRAWN = 100;

/**
 * Communes `u0`, `u1`, … below the office with some forty forms of each channel in each half-month of a year at each service point, as
 * tallies; one row for all and one for each value of the facets. Returns the number of rows.
 */
export async function inventProvince(
  office: Office,
  size: Size,
  facets: Facets,
  places: 'made here' | 'there already' = 'made here',
): Promise<number> {
  const document = new URL('../../server/questionnaires/sp39-1.json', import.meta.url);
  const questionnaire = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(document, 'utf8')));
  const shape = shapeOf(questionnaire);
  const random = seeded(1);
  const chance = seededNumbers(2);
  const pick = (count: number) => Math.floor(chance() * count);
  const dates = { validFrom: '2025-07-01', validTo: null };
  const drawn = Array.from({ length: DRAWN }, cellsOfOne);
  let rows = 0;
  for (let at = 0; at < size.communes; at++) {
    const name = { vi: `Xã ${at}`, en: `Commune ${at}` };
    await office.store.write(async (tx) => {
      const isNew = places === 'made here';
      if (isNew)
        await addUnit(tx, { id: `u${at}`, parent: office.unit, tree: 'real', kind: 'xa', name, ...dates });
      for (let i = 0; i < size.points; i++) {
        const id = pointAt(at, i);
        if (isNew) await addServicePoint(tx, { id, unit: `u${at}`, name, opening: [], fields: [], ...dates });
        const cells = HALF_MONTHS.flatMap((halfMonth) =>
          size.channels.flatMap((channel) => cellsAt(id, halfMonth, channel)),
        );
        rows += cells.length;
        await putTallies(tx, cells);
      }
    });
  }
  return rows;

  function cellsAt(point: string, halfMonth: string, channel: Channel) {
    const group = { service_point: point, half_month: halfMonth, channel, form: 'express' };
    const of = { questionnaire: 'sp39', version: 1, standing: 'counted' };
    return drawn[pick(DRAWN)]!.map(({ facet, value, vector }) => {
      return { key: { ...group, ...of, facet, value }, vector };
    });
  }

  function cellsOfOne(): readonly Cell[] {
    const found = new Map<string, Cell>();
    for (let i = 0; i < 35 + pick(10); i++) {
      const it = [...drawExpress(questionnaire, undefined, random).items];
      const a = it.map(() => ([5, 5, 4, 4, 4, 3, 2, 0] as const)[pick(8)]!);
      const submission = submissionOf(office, { it, a });
      const said = Object.entries(facets).map(([facet, values]) => [facet, values[pick(values.length)]!]);
      for (const [facet, value] of [['', ''], ...said] as [string, string][]) {
        let cell = found.get(`${facet} ${value}`);
        if (!cell) found.set(`${facet} ${value}`, (cell = { facet, value, vector: emptyVector(shape) }));
        addSubmission(cell.vector, shape, submission);
      }
    }
    return [...found.values()];
  }
}
