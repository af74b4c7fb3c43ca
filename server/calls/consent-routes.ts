import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import {
  CONSENT_KINDS,
  type ConsentKind,
  consentParagraphs,
  type ConsentWords,
  USUAL_CONSENT,
} from '../../shared/consent-script.ts';
import { type ConsentList, ConsentSchema } from '../../shared/wire/consent-requests.ts';
import { judgeConsent } from '../../shared/wire/judge-consent.ts';
import { audited } from '../audited.ts';
import { createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid, InvalidError, ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import type { Scope } from '../scope.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { addConsent, consentAt, storedConsents } from '../store/consent-scripts.ts';
import { allUnits } from '../store/organisation.ts';
import type { Reader } from '../store/store.ts';

const MOST_BYTES = 16 * 1024;

/** What is read out before interviews, for a unit and all below it. */
export function consentRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;
  const begin = createBegin(deps, guards, 'organise');

  routes.get('/consent', async (c) => {
    const { account, scope } = await begin(c);
    const unit = c.req.query('unit') ?? account.unit;
    return c.json(await store.snapshot((read) => listOf(read, scope, unit)));
  });

  routes.post('/consent', async (c) => {
    const { account, scope, today } = await begin(c);
    const { unit, kind, words } = await readForm(c, ConsentSchema, MOST_BYTES);
    if (!scope.units.some(({ id }) => id === unit)) throw invalid('unit', 'unknown');
    const faults = words ? judgeConsent(kind, words) : [];
    if (faults.length > 0) throw new InvalidError(faults);
    await store.write(async (tx) => {
      const own = (await storedConsents(tx)).find((one) => one.unit === unit && one.kind === kind);
      const said = words && { version: versionOf(kind, words), words };
      // nothing new: no version more, and no line in the log
      if ((own?.said?.version ?? null) === (said?.version ?? null)) return;
      await addConsent(tx, { unit, kind, said, since: today });
      const details = { kind: `consent-${kind}`, version: said?.version ?? '' };
      const what = said ? 'consent-worded' : 'consent-usual';
      await note(tx, audited(deps, { account: account.id, unit, what, subject: unit, details }));
    });
    return c.json(await store.snapshot((read) => listOf(read, scope, unit)));
  });
  return routes;
}

/** The same words have the same version wherever they are used; the usual ones keep the name that they have. */
function versionOf(kind: ConsentKind, words: ConsentWords): string {
  const of = (one: ConsentWords) =>
    JSON.stringify((['vi', 'en'] as const).map((language) => consentParagraphs(kind, one, language)));
  const usual = USUAL_CONSENT[kind];
  if (of(words) === of(usual)) return usual.version;
  const hash = createHash('sha256').update(of(words)).digest('hex').slice(0, 10);
  return `${kind === 'call' ? 'call' : 'own'}-${hash}`;
}

async function listOf(read: Reader, scope: Scope, id: string): Promise<ConsentList> {
  if (!scope.units.some((unit) => unit.id === id)) throw new ProblemError('not-found');
  const [stored, units] = [await storedConsents(read), await allUnits(read)];
  const nameOf = (of: string) => {
    const { name, tree } = units.find((unit) => unit.id === of)!;
    return { id: of, name, tree };
  };
  return {
    unit: nameOf(id),
    inForce: CONSENT_KINDS.map((kind) => {
      const found = consentAt(stored, units, id, kind);
      const { version, vi, en } = USUAL_CONSENT[kind];
      const said = found?.said ?? { version, words: { vi, en } };
      const by = found ? nameOf(found.unit) : null;
      return { kind, ...said, by, since: found?.since ?? null, isOwn: found?.unit === id };
    }),
    own: stored.flatMap(({ unit, kind, said, since }) =>
      unit === id && said ? [{ kind, ...said, since }] : [],
    ),
  };
}
