import type { ConsentKind, ConsentWords } from '../../shared/consent-script.ts';
import { type Unit, upwards } from './organisation.ts';
import type { Reader, Tx } from './store.ts';

/**
 * What units have read out before interviews. Only added to: the words of a version that somebody has agreed to stay
 * readable under it.
 */
export interface StoredConsent {
  readonly unit: string;
  readonly kind: ConsentKind;
  readonly seq: number;
  /** Null: from here on the unit has none of its own. */
  readonly said: { readonly version: string; readonly words: ConsentWords } | null;
  /** Local day. */
  readonly since: string;
}

/** Of all units, the newest first. */
export async function storedConsents(read: Reader): Promise<StoredConsent[]> {
  const rows = await read
    .selectFrom('consent_scripts')
    .selectAll()
    .orderBy('unit')
    .orderBy('kind')
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ unit, kind, seq, version, words, since }) => ({
    unit,
    kind: kind as ConsentKind,
    seq,
    said: version === null || words === null ? null : { version, words: JSON.parse(words) as ConsentWords },
    since,
  }));
}

/** What holds at a unit: its own, or that of the nearest unit above which has one; undefined = what is usual. */
export function consentAt(
  stored: readonly StoredConsent[],
  units: readonly Unit[],
  unit: string,
  kind: ConsentKind,
): (StoredConsent & { readonly said: NonNullable<StoredConsent['said']> }) | undefined {
  for (const { id } of upwards(units, unit)) {
    const newest = stored.find((one) => one.unit === id && one.kind === kind);
    if (newest?.said) return { ...newest, said: newest.said };
  }
  return undefined;
}

export async function addConsent(tx: Tx, consent: Omit<StoredConsent, 'seq'>): Promise<void> {
  const { unit, kind, said, since } = consent;
  const { last } = await tx
    .selectFrom('consent_scripts')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('unit', '=', unit)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  const words = said && JSON.stringify(said.words);
  await tx
    .insertInto('consent_scripts')
    .values({ unit, kind, seq: (last ?? 0) + 1, version: said?.version ?? null, words, since })
    .execute();
}
