import { type Context, Hono } from 'hono';
import { typedCode, WALK_UP_CODE_LENGTH } from '../../shared/ids.ts';
import { DAY_MS, localDay } from '../../shared/period.ts';
import { RENEW_DAYS_MOST } from '../../shared/code-limits.ts';
import {
  type CodeRow,
  NewCodesSchema,
  PrintCodesSchema,
  RenewCodesSchema,
  RevokeCodesSchema,
} from '../../shared/wire/codes.ts';
import { audited } from '../audited.ts';
import type { Deps } from '../deps.ts';
import type { Press } from '../print/press.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import { allCodes, endCode, type ListedCode, revokeCode } from '../store/listed-codes.ts';
import { addWalkUpCode } from '../store/organisation.ts';
import type { Reader, Tx } from '../store/store.ts';
import {
  byWords,
  createPlacesBegin,
  endsAt,
  optionsOf,
  placeIn,
  type Places,
  placeWords,
  wayFor,
} from './places.ts';
import { sheetOfCodes } from './sheet-words.ts';

const MOST_BYTES = 32 * 1024;

/** Walk-up codes of a scope: listed, made, revoked, renewed, printed. */
export function codeRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount>; readonly press: Press },
): Hono {
  const routes = new Hono();
  const { store, random } = deps;
  const today = () => localDay(deps.clock());

  const begin = createPlacesBegin(deps, guards);
  async function rows(read: Reader, places: Places, wanted?: readonly string[]): Promise<CodeRow[]> {
    const all = (await allCodes(read)).flatMap((code) => rowOf(places, code) ?? []);
    if (!wanted) return all;
    return wanted.map((code) => {
      const row = all.find((each) => each.code === code);
      // outside of the scope there is nothing
      if (!row) throw new ProblemError('not-found');
      return row;
    });
  }
  const write = (tx: Tx, { id: account }: StoredAccount, row: CodeRow, what: string, more = {}) => {
    const details = { point: row.point.name.vi, ...more };
    return note(tx, audited(deps, { account, unit: row.unit.id, what, subject: row.code, details }));
  };
  async function addNew(tx: Tx, like: Omit<Parameters<typeof addWalkUpCode>[1], 'code' | 'made'>) {
    // 50 bits: that one of a few thousand is taken already happens to nobody, and the key would refuse it
    const code = typedCode(WALK_UP_CODE_LENGTH, random);
    await addWalkUpCode(tx, { ...like, code, made: today() });
    return code;
  }

  routes.get('/codes', async (c) => {
    const all = await rows(store.read, (await begin(c)).places);
    const wordsOf = ({ unit, centre, point, counter, code }: CodeRow) => [
      ...placeWords(unit.name, centre, point.name),
      counter ?? '',
      code,
    ];
    return c.json(all.sort(byWords(wordsOf)));
  });
  routes.get('/codes/options', async (c) => c.json(optionsOf((await begin(c)).places)));

  routes.post('/codes', async (c) => {
    const { account, places } = await begin(c);
    const { places: asked, campaign } = await readForm(c, NewCodesSchema, MOST_BYTES);
    const options = optionsOf(places);
    const ways = asked.map((each, i) => ({
      ...wayFor(options, { ...each, campaign }, `places.${i}.`),
      counter: each.counter,
    }));
    const made = await store.write(async (tx) => {
      const codes: string[] = [];
      for (const way of ways) codes.push(await addNew(tx, way));
      const list = await rows(tx, places, codes);
      for (const row of list) await write(tx, account, row, 'code-made');
      return list;
    });
    return c.json(made);
  });

  routes.post('/codes/revoke', async (c) => {
    const { account, places } = await begin(c);
    const { codes } = await readJson(c, RevokeCodesSchema, MOST_BYTES);
    const changed = await store.write(async (tx) => {
      for (const row of await rows(tx, places, codes))
        if (await revokeCode(tx, row.code, places.day)) await write(tx, account, row, 'code-revoked');
      return rows(tx, places, codes);
    });
    return c.json(changed);
  });

  routes.post('/codes/renew', async (c) => {
    const { account, places } = await begin(c);
    const { codes, ends } = await readForm(c, RenewCodesSchema, MOST_BYTES);
    if (ends < places.day) throw invalid('ends', 'too-early');
    if (ends > localDay(deps.clock() + RENEW_DAYS_MOST * DAY_MS)) throw invalid('ends', 'too-late');
    const made = await store.write(async (tx) => {
      const old = await rows(tx, places, codes);
      const successors: string[] = [];
      for (const row of old) {
        if (row.state === 'ended') throw new ProblemError('not-possible');
        const { id: campaign } = row.campaign;
        const like = { campaign, isPinned: row.isPinned, counter: row.counter };
        const way = { servicePoint: row.point.id, field: row.field?.code ?? null };
        const code = await addNew(tx, { ...way, ...like });
        if (!(await endCode(tx, row.code, ends, code))) throw new ProblemError('not-possible');
        await write(tx, account, row, 'code-renewed', { successor: code, toDay: ends });
        successors.push(code);
      }
      return rows(tx, places, successors);
    });
    return c.json(made);
  });

  routes.post('/codes/print', async (c) => {
    const { places } = await begin(c);
    const { codes, format, language } = await readJson(c, PrintCodesSchema, MOST_BYTES);
    const list = await rows(store.read, places, codes);
    if (list.some(({ state }) => state === 'ended' || state === 'revoked'))
      throw new ProblemError('not-possible');
    const pdf = await guards.press(sheetOfCodes(deps.publicUrl, list, format, language));
    return c.body(pdf, 200, { 'content-type': 'application/pdf' });
  });
  return routes;
}

function rowOf(places: Places, code: ListedCode): CodeRow | undefined {
  const place = placeIn(places, code);
  if (!place) return undefined;
  const { made, successor, isPinned = false } = code;
  const ends = endsAt(places, code, code.ends);
  const state = stateOf({ ...code, ends }, places.day);
  return { ...place, code: code.code, isPinned, made, ends, successor, state };
}

function stateOf({ isRevoked, ends }: ListedCode, day: string): CodeRow['state'] {
  if (isRevoked) return 'revoked';
  if (ends === null) return 'active';
  return ends < day ? 'ended' : 'ending';
}
