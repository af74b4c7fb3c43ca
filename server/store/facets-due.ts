import { invariant } from '../../shared/assert.ts';
import { type Standing, STANDINGS, type Submission } from '../../shared/submission.ts';
import type { Reader } from './store.ts';
import { knownSubmissions } from './submissions.ts';
import type { GroupKey } from './tables.ts';
import type { Accepted } from './tally-cells.ts';

/**
 * Forms of a group that stand in its row for all and not yet in the rows of its facets. A form has seven facets, in seven places
 * of the database, and facets of an open half-month are served to nobody: so a form is named here first, in the transaction
 * that takes it, and the facets of some forty are entered at once. Promised: the rows of the facets hold each form of the
 * group but those named here; of a half-month that is served nobody is named.
 *
 * A name is 16 bytes of the id and one of the standing, as a text of so many signs (Latin-1): it is made into bytes and back with
 * every form. Names lie in their own order, which tells of no order of arrival.
 */
export type Due = readonly string[];

/** More names do not stay in one page of SQLite. */
export const DUE_MOST = 40;

/** A form by its id, with the standing under which it is counted. */
export interface DueForm {
  readonly id: string;
  readonly standing: Standing;
}

export const NAME_BYTES = 17;
const ID_BYTES = NAME_BYTES - 1;

function signsOf(id: string): string {
  const signs = Buffer.from(id.replaceAll('-', ''), 'hex').toString('latin1');
  invariant(signs.length === ID_BYTES, 'the id of a form');
  return signs;
}

export const nameDue = ({ id, standing }: DueForm): string =>
  signsOf(id) + String.fromCharCode(STANDINGS.indexOf(standing));

/** Where a name stands in a list in order, or would. */
function placeIn(names: Due, name: string): number {
  let [from, to] = [0, names.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (names[middle]! < name) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** With these forms, none of which is named yet. */
export function addDue(due: Due, forms: readonly DueForm[]): Due {
  const names = [...due];
  for (const form of forms) {
    const name = nameDue(form);
    names.splice(placeIn(names, name), 0, name);
  }
  return names;
}

/** Without a form; the same when it is not named. */
export function dropDue(due: Due, id: string): Due {
  const signs = signsOf(id);
  return due.some((name) => name.startsWith(signs)) ? due.filter((name) => !name.startsWith(signs)) : due;
}

export const bytesOfDue = (due: Due): Buffer => Buffer.from(due.join(''), 'latin1');

export function dueOfBytes(bytes: Uint8Array): Due {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return Array.from({ length: names.length / NAME_BYTES }, (_, i) =>
    names.slice(i * NAME_BYTES, (i + 1) * NAME_BYTES),
  );
}

export function formsDue(due: Due): DueForm[] {
  return due.map((name) => {
    const hex = Buffer.from(name.slice(0, ID_BYTES), 'latin1').toString('hex');
    return {
      id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
      standing: STANDINGS[name.charCodeAt(ID_BYTES)]!,
    };
  });
}

/** The forms that each of the groups names, as they are counted there. What is no longer stored is left out: a recount tells of it. */
export async function readDue(
  read: Reader,
  groups: readonly { readonly key: GroupKey; readonly due: Due }[],
): Promise<Accepted[][]> {
  const named = groups.map(({ due }) => formsDue(due));
  const ids = named.flat().map(({ id }) => id);
  const bytes = await knownSubmissions(read, ids);
  return named.map((forms, i) =>
    forms.flatMap(({ id, standing }) => {
      const p = bytes.get(id);
      const { service_point: place, half_month: halfDay } = groups[i]!.key;
      // they were judged when they came
      return p ? [{ submission: JSON.parse(p) as Submission, place, halfDay, standing }] : [];
    }),
  );
}
