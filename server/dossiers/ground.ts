import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { type FileLook, type Mapping, MappingSchema } from '../../shared/wire/dossier-requests.ts';
import type { Caller } from '../caller.ts';
import { keptMapping } from '../store/dossier-imports.ts';
import { fieldsOf, proceduresOf } from '../store/fields.ts';
import { allUnits, hasEndedBy } from '../store/organisation.ts';
import { retentionRules } from '../store/retention.ts';
import { REDUCED_UNTIL, setting } from '../store/settings.ts';
import type { Reader } from '../store/store.ts';
import { bareHeading, columnsNamed, guessKind } from './headings.ts';
import type { Ground } from './understand-rows.ts';

/** What the rows of a file may name, for whoever asks. */
export async function groundOf(read: Reader, { scope, today }: Caller): Promise<Ground> {
  const { tree } = scope;
  const fields = await fieldsOf(read, tree);
  const procedures = await proceduresOf(read, tree);
  const all = (await allUnits(read)).filter((unit) => unit.tree === tree);
  return {
    today,
    fields: fields.map(({ code, name }) => ({ id: code, name })),
    procedures: procedures.map(({ code, name, field, authority }) => ({ id: code, name, field, authority })),
    authorities: all.filter((unit) => !hasEndedBy(unit, today)).map(({ id, name }) => ({ id, name })),
    units: scope.units.map(({ id, name }) => ({ id, name })),
    points: placesIn(scope).map(({ id, name, unit }) => ({ id, name, unit })),
    phoneDays: (await retentionRules(read)).dossierPhoneDays,
    reducedUntil: (await setting(read, REDUCED_UNTIL)) ?? '',
  };
}

/** Service points that receive dossiers; a counter is a part of one. */
export const placesIn = ({ points }: Caller['scope']) =>
  [...points.values()].filter(({ parent }) => parent === undefined);

/** The same headings in the same order: the same system wrote the file. */
export function headingsHash(look: Pick<FileLook, 'headers'>): string {
  return createHash('sha256').update(look.headers.map(bareHeading).join('\n')).digest('hex');
}

/** How the office read such a file before, or what the names of the columns say. */
export async function suggestMapping(
  read: Reader,
  look: FileLook,
  { account, scope }: Pick<Caller, 'account' | 'scope'>,
): Promise<{ readonly mapping: Mapping; readonly remembered: boolean }> {
  const kept = await keptMapping(read, account.unit, headingsHash(look));
  const known = v.safeParse(MappingSchema, kept === undefined ? undefined : JSON.parse(kept));
  if (known.success) return { mapping: { ...known.output, month: null }, remembered: true };
  const kind = guessKind(look.headers);
  const places: readonly { readonly id: string }[] = kind === 'list' ? placesIn(scope) : scope.units;
  const mapping: Mapping = {
    kind,
    columns: columnsNamed(look.headers, kind),
    place: places.length === 1 ? places[0]!.id : null,
    month: null,
    meanings: { field: {}, place: {} },
  };
  return { mapping, remembered: false };
}
