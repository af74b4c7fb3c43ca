import { type Context, Hono } from 'hono';
import { typedCode } from '../../shared/ids.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { drawExpress, type Rests } from '../../shared/rotation.ts';
import { NothingSchema } from '../../shared/wire/manage-requests.ts';
import {
  DecideFormSchema,
  type FormKept,
  KeyedFormSchema,
  type Keying,
  KeyingSchema,
  NewPaperBatchSchema,
  type PaperBatchView,
  PrintedSchema,
  SecondEntrySchema,
  UnusableFormSchema,
} from '../../shared/wire/paper.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { placeOf } from '../place-of.ts';
import type { Press } from '../print/press.ts';
import { invalid, ProblemError } from '../problem.ts';
import { readForm, readJson } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import {
  addKeyer,
  addPaperBatch,
  allPaperBatches,
  moveCounts,
  type PaperBatch,
  paperBatch,
} from '../store/paper-batches.ts';
import { questionnaireOf } from '../store/questionnaires.ts';
import type { Reader, Tx } from '../store/store.ts';
import { formOfBatch, fullSet, SET_LETTERS } from './form-of-batch.ts';
import {
  asksIn,
  hasBegun,
  paperGround,
  type PaperGround,
  paperOptions,
  rowOf,
  viewOf,
} from './paper-views.ts';
import {
  closeBatch,
  lookUp,
  returnedOf,
  takeDecision,
  takeForm,
  takeSecond,
  takeUnusable,
} from './take-form.ts';

const MOST_BYTES = 8 * 1024;
/** Signs of a batch's code: a billion of them, so that two are never alike, and short enough to be read aloud. */
const CODE_LENGTH = 6;

/** Forms on paper: batches are made and closed by managers, and keyed by whoever may key. */
export function paperRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount>; readonly press: Press },
): Hono {
  const routes = new Hono();
  const { store, random } = deps;
  const toKey = createBegin(deps, guards, 'key');
  const toOrganise = createBegin(deps, guards, 'organise');

  const groundFor = ({ scope, today }: Caller, read: Reader) => paperGround(read, scope, today);
  async function batchIn(read: Reader, ground: PaperGround, id: string): Promise<PaperBatch> {
    const batch = await paperBatch(read, id);
    // outside of the scope there is nothing
    if (!batch || !rowOf(ground, batch)) throw new ProblemError('not-found');
    return batch;
  }
  async function shown(
    read: Reader,
    ground: PaperGround,
    id: string,
    account: string,
  ): Promise<PaperBatchView> {
    return (await viewOf(read, ground, await batchIn(read, ground, id), account))!;
  }
  const write = (
    tx: Tx,
    { account }: Caller,
    ground: PaperGround,
    batch: PaperBatch,
    what: string,
    more = {},
  ) => {
    const { unit, point } = rowOf(ground, batch)!;
    const details = { point: point.name.vi, ...more };
    const line = { account: account.id, unit: unit.id, what, subject: batch.id, details };
    return note(tx, audited(deps, line));
  };
  /** Changes a batch in one transaction; what it is then goes back. */
  async function change(
    c: Context,
    caller: Caller,
    act: (tx: Tx, batch: PaperBatch, ground: PaperGround) => Promise<void>,
  ): Promise<PaperBatchView> {
    const id = c.req.param('id')!;
    return store.write(async (tx) => {
      const ground = await groundFor(caller, tx);
      const batch = await batchIn(tx, ground, id);
      if (batch.closed !== null) throw new ProblemError('not-possible');
      await act(tx, batch, ground);
      return shown(tx, ground, id, caller.account.id);
    });
  }
  /** The same for what is keyed, once the half-month of the forms has begun. */
  const keyed = (c: Context, caller: Caller, act: (tx: Tx, batch: PaperBatch) => Promise<void>) =>
    change(c, caller, (tx, batch) => {
      if (!hasBegun(batch, caller.today)) throw new ProblemError('not-possible');
      return act(tx, batch);
    });
  const printable = async (read: Reader, batch: PaperBatch, today: string) => {
    const { servicePoint, campaign, field, questionnaire: name, version } = batch;
    const questionnaire = await questionnaireOf(read, name, version);
    const where = { servicePoint, campaign, channel: 'paper', field, day: today } as const;
    const place = await placeOf(read, where);
    if (!questionnaire || !place) throw new ProblemError('not-found');
    const { unit, point, tree } = place;
    return formOfBatch(batch, questionnaire, {
      office: unit.name[batch.language],
      names: { point: point.name, kind: unit.kind },
      isTrial: tree !== 'real',
    });
  };

  routes.get('/paper/batches', async (c) => {
    const caller = await toKey(c);
    const ground = await groundFor(caller, store.read);
    return c.json((await allPaperBatches(store.read)).flatMap((batch) => rowOf(ground, batch) ?? []));
  });
  routes.get('/paper/options', async (c) =>
    c.json(paperOptions(await groundFor(await toOrganise(c), store.read))),
  );
  routes.get('/paper/batches/:id', async (c) => {
    const caller = await toKey(c);
    const ground = await groundFor(caller, store.read);
    return c.json(await shown(store.read, ground, c.req.param('id'), caller.account.id));
  });

  routes.post('/paper/batches', async (c) => {
    const caller = await toOrganise(c);
    const asked = await readForm(c, NewPaperBatchSchema, MOST_BYTES);
    const made = await store.write(async (tx) => {
      const ground = await groundFor(caller, tx);
      const { halfMonths, points } = paperOptions(ground);
      const point = points.find(({ id }) => id === asked.point);
      if (!point) throw invalid('point', 'unknown');
      if (asked.field !== null && !point.fields.some(({ code }) => code === asked.field))
        throw invalid('field', 'unknown');
      if (!halfMonths.includes(asked.halfMonth)) throw invalid('halfMonth', 'unknown');
      const campaign = point.campaigns.find(({ id }) => id === asked.campaign);
      const whole = ground.campaigns.find(({ id }) => id === asked.campaign);
      if (!campaign || !whole || !asksIn(campaign, asked.halfMonth)) throw invalid('campaign', 'unknown');
      const questionnaire = await questionnaireOf(tx, whole.questionnaire, whole.version);
      if (!questionnaire) throw invalid('campaign', 'unknown');
      const id = typedCode(CODE_LENGTH, random);
      const { point: servicePoint, ...rest } = asked;
      await addPaperBatch(tx, {
        ...rest,
        id,
        servicePoint,
        questionnaire: questionnaire.id,
        version: questionnaire.version,
        sets: asked.form === 'full' ? fullSet(questionnaire) : expressSets(questionnaire),
        made: caller.today,
      });
      const batch = await batchIn(tx, ground, id);
      await write(tx, caller, ground, batch, 'paper-made', {
        halfMonth: asked.halfMonth,
        count: asked.printed,
      });
      return shown(tx, ground, id, caller.account.id);
    });
    return c.json(made);
  });

  /** Twelve sets drawn one after another: each item comes as often as the others of its block. */
  function expressSets(questionnaire: Questionnaire): (readonly number[])[] {
    let rests: Rests | undefined;
    return Array.from(SET_LETTERS, () => {
      const drawn = drawExpress(questionnaire, rests, random);
      rests = drawn.rests;
      return drawn.items;
    });
  }

  routes.put('/paper/batches/:id/printed', async (c) => {
    const caller = await toOrganise(c);
    const { printed } = await readForm(c, PrintedSchema, MOST_BYTES);
    const view = await change(c, caller, async (tx, batch, ground) => {
      if (printed < returnedOf(batch)) throw invalid('printed', 'wrong');
      await moveCounts(tx, { ...batch, counts: { ...batch.counts, printed } });
      await write(tx, caller, ground, batch, 'paper-printed', { count: printed });
    });
    return c.json(view);
  });

  routes.post('/paper/batches/:id/print', async (c) => {
    const caller = await toOrganise(c);
    await readJson(c, NothingSchema, MOST_BYTES);
    const ground = await groundFor(caller, store.read);
    const batch = await batchIn(store.read, ground, c.req.param('id'));
    if (batch.closed !== null) throw new ProblemError('not-possible');
    const pdf = await guards.press(await printable(store.read, batch, caller.today));
    return c.body(pdf, 200, { 'content-type': 'application/pdf' });
  });

  routes.post('/paper/batches/:id/keying', async (c) => {
    const caller = await toKey(c);
    const { last } = await readJson(c, KeyingSchema, MOST_BYTES);
    let begun: Omit<Keying, 'batch'> | undefined;
    const batch = await change(c, caller, async (tx, found, ground) => {
      if (!hasBegun(found, caller.today)) throw new ProblemError('not-possible');
      const { sheets, levels, noOpinion } = await printable(tx, found, caller.today);
      begun = {
        sets: sheets.map(({ parts }) =>
          parts.flatMap(({ heading, questions }) =>
            questions.map(({ number, headline, text }) => ({
              label: number,
              text: headline ?? (number === null ? heading : text),
            })),
          ),
        ),
        levels,
        noOpinion,
        last: last === null ? null : await lookUp(tx, found, last),
      };
      // that somebody begins, once: nothing here is about a single form
      if (await addKeyer(tx, found.id, caller.account.id))
        await write(tx, caller, ground, found, 'paper-keyed');
    });
    return c.json({ batch, ...begun! } satisfies Keying);
  });

  routes.post('/paper/batches/:id/forms', async (c) => {
    const caller = await toKey(c);
    const { id, ...form } = await readJson(c, KeyedFormSchema, MOST_BYTES);
    let number: number | null = null;
    const batch = await keyed(c, caller, async (tx, found) => {
      number = await takeForm(tx, deps, found, { id, keyer: caller.account.id, form });
    });
    return c.json({ batch, number } satisfies FormKept);
  });
  routes.post('/paper/batches/:id/unusable', async (c) => {
    const caller = await toKey(c);
    const { id, why } = await readJson(c, UnusableFormSchema, MOST_BYTES);
    return c.json(await keyed(c, caller, (tx, batch) => takeUnusable(tx, batch, id, why)));
  });
  routes.post('/paper/batches/:id/second', async (c) => {
    const caller = await toKey(c);
    const { number, ...form } = await readJson(c, SecondEntrySchema, MOST_BYTES);
    const asked = { number, keyer: caller.account.id, form };
    return c.json(await keyed(c, caller, (tx, batch) => takeSecond(tx, deps, batch, asked)));
  });
  routes.post('/paper/batches/:id/decide', async (c) => {
    const caller = await toKey(c);
    const asked = await readJson(c, DecideFormSchema, MOST_BYTES);
    return c.json(await keyed(c, caller, (tx, batch) => takeDecision(tx, deps, batch, asked)));
  });

  routes.post('/paper/batches/:id/close', async (c) => {
    const caller = await toOrganise(c);
    await readJson(c, NothingSchema, MOST_BYTES);
    const view = await change(c, caller, async (tx, batch, ground) => {
      await closeBatch(tx, deps, batch, caller.today);
      const closed = await batchIn(tx, ground, batch.id);
      const { valid } = closed.counts;
      await write(tx, caller, ground, closed, 'paper-closed', { returned: returnedOf(closed), valid });
    });
    return c.json(view);
  });
  return routes;
}
