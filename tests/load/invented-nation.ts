import { randomInt } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import * as v from 'valibot';
import { catalogueCommunes } from '../../server/administrative-units.ts';
import { putField } from '../../server/store/fields.ts';
import { openSqlite } from '../../server/store/store.ts';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress } from '../../shared/rotation.ts';
import { encodeVector } from '../../shared/tally-bytes.ts';
import { addSubmission, emptyVector, facetsOf, headOf, shapeOf, type Vector } from '../../shared/tally.ts';
import { pointAt, setUpProvince } from '../fakes/catalogue-province.ts';
import { submissionOf } from '../fakes/office.ts';
import { seeded, seededNumbers } from '../fakes/seeded.ts';
import { HALF_MONTHS } from './invented-province.ts';

/**
 * A year of tallies of a province of the bundled list, in a SQLite database of its own as the product makes it: every commune with four
 * service points, each with a tablet and own phones, in 24 half-months. A row of a group (point, half-month, way) is one of a
 * hundred that were really counted from drawn forms, facets and flagged forms with them, so rows have the bytes that rows have;
 * which one a group gets is chance. They go into the table past the write path, whose speed is measured elsewhere.
 */
export const POINTS_OF_COMMUNE = 4;
const CHANNELS = ['kiosk', 'qr'] as const;
export const GROUPS_OF_COMMUNE = POINTS_OF_COMMUNE * CHANNELS.length * HALF_MONTHS.length;
const FIELDS = ['ho-tich', 'dat-dai', 'chung-thuc', 'bao-tro', 'dau-tu', 'nha-o'];
const DRAWN = 100;
const FLAGGED = 0.03;

interface Row {
  readonly standing: string;
  readonly value: string;
  readonly bytes: Buffer;
}
/** Of one drawn group: its rows by facet, and how many forms it has. */
interface Drawn {
  readonly byFacet: ReadonlyMap<string, readonly Row[]>;
  readonly forms: number;
}

/** A hundred groups of some forms each, half to one and a half times as many. Seconds of work, once for a nation. */
export function drawGroups(formsOfGroup: number): readonly Drawn[] {
  const document = new URL('../../server/questionnaires/sp39-1.json', import.meta.url);
  const questionnaire = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(document, 'utf8')));
  const shape = shapeOf(questionnaire);
  const [random, chance] = [seeded(1), seededNumbers(2)];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const draws = Array.from({ length: 500 }, () => [...drawExpress(questionnaire, undefined, random).items]);
  const one = () => {
    const it = pick(draws);
    const tells = chance() < 0.45;
    return submissionOf(
      { random, campaign: 'c', point: 'p' },
      {
        it,
        a: it.map(() => pick([5, 5, 5, 4, 4, 4, 4, 3, 2, 1, 0] as const)),
        lg: chance() < 0.99 ? 'vi' : 'en',
        fd: chance() < 0.7 ? pick(FIELDS) : null,
        rk: tells ? (chance() < 0.07 ? 'organisation' : 'person') : null,
        dm: tells ? { sex: pick([1, 2] as const), age: pick([1, 2, 3, 3, 4, 5] as const) } : null,
      },
    );
  };
  return Array.from({ length: DRAWN }, (_, at) => {
    const forms = Math.round(formsOfGroup * (0.5 + at / (DRAWN - 1)));
    const cells = new Map<string, { facet: string; value: string; standing: string; vector: Vector }>();
    for (let i = 0; i < forms; i++) {
      const submission = one();
      const standing = chance() < FLAGGED ? 'flagged' : 'counted';
      for (const [facet, value] of [['', ''] as const, ...facetsOf(submission)]) {
        const key = `${facet}\n${standing}\n${value}`;
        let cell = cells.get(key);
        if (!cell) cells.set(key, (cell = { facet, value, standing, vector: emptyVector(shape) }));
        addSubmission(cell.vector, shape, submission);
      }
    }
    const byFacet = new Map<string, Row[]>();
    for (const { facet, value, standing, vector } of cells.values()) {
      const rows = byFacet.get(facet) ?? [];
      rows.push({ standing, value, bytes: Buffer.from(encodeVector(vector)) });
      byFacet.set(facet, rows);
    }
    const heads = [...cells.values()].filter(({ facet }) => facet === '').map(({ vector }) => headOf(vector));
    return { byFacet, forms: heads.reduce((sum, { submissions }) => sum + submissions, 0) };
  });
}

export interface FilledProvince {
  readonly communes: number;
  readonly forms: number;
  readonly rows: number;
  /** Of the vectors alone, and of the file. */
  readonly vectorBytes: number;
  readonly bytes: number;
}

/** Fills a new file. Chance is the province's own, so that a part of the nation is the same as in the whole. */
export async function fillProvince(
  file: string,
  code: string,
  drawn: readonly Drawn[],
  most = Number.POSITIVE_INFINITY,
): Promise<FilledProvince> {
  const communes = Math.min(catalogueCommunes(code).length, most);
  const store = await openSqlite(file);
  await setUpProvince(store, code, { communes, points: POINTS_OF_COMMUNE });
  await store.write(async (tx) => {
    for (const field of FIELDS) {
      const dates = { validFrom: '2025-07-01', validTo: null };
      await putField(tx, { tree: 'real', code: field, name: { vi: field, en: field }, ...dates });
    }
  });
  await store.close();
  const database = new Sqlite(file);
  database.pragma('synchronous = OFF');
  const insert = database.prepare(
    `insert into tallies (facet, service_point, half_month, channel, form, questionnaire, version, standing, value, vector)
     values (?, ?, ?, ?, 'express', 'sp39', 1, ?, ?, ?)`,
  );
  const mark = database.prepare('insert into tally_marks (half_month, service_point, mark) values (?, ?, ?)');
  const points = Array.from({ length: communes * POINTS_OF_COMMUNE }, (_, i) =>
    pointAt(Math.floor(i / POINTS_OF_COMMUNE), i % POINTS_OF_COMMUNE),
  ).sort();
  const chance = seededNumbers(Number(code) + 100);
  const groups = points.flatMap((point) =>
    HALF_MONTHS.flatMap((halfMonth) =>
      CHANNELS.map((channel) => {
        return { point, halfMonth, channel, drawn: drawn[Math.floor(chance() * drawn.length)]! };
      }),
    ),
  );
  const facets = [...new Set(drawn.flatMap(({ byFacet }) => [...byFacet.keys()]))].sort();
  let [rows, vectorBytes] = [0, 0];
  database.transaction(() => {
    // in the order of the key: the table is laid out by it
    for (const facet of facets) {
      for (const { point, halfMonth, channel, drawn: own } of groups) {
        for (const { standing, value, bytes } of own.byFacet.get(facet) ?? []) {
          insert.run(facet, point, halfMonth, channel, standing, value, bytes);
          rows++;
          vectorBytes += bytes.length;
        }
      }
    }
    for (const point of points) for (const half of HALF_MONTHS) mark.run(half, point, randomInt(1, 2 ** 40));
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const forms = groups.reduce((sum, { drawn: own }) => sum + own.forms, 0);
  return { communes, forms, rows, vectorBytes, bytes: statSync(file).size };
}
