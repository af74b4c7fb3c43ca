import { type Context, Hono } from 'hono';
import {
  FieldSchema,
  type FieldList,
  type FieldRow,
  ImportSchema,
  type ListImported,
  NewFieldSchema,
  NewProcedureSchema,
  type ProcedureRow,
  ProcedureSchema,
} from '../../shared/wire/manage-fields.ts';
import { LIST_MOST_BYTES } from '../../shared/wire/shipped-lists.ts';
import { audited } from '../audited.ts';
import { type Caller, createBegin } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { countSteps, outlives, planList, shippedList, writeList } from '../import-list.ts';
import { InvalidError, invalid, ProblemError } from '../problem.ts';
import { readForm } from '../read-json.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { note } from '../store/audit.ts';
import {
  type Dates,
  endProceduresOf,
  type Field,
  fieldsOf,
  type Procedure,
  proceduresOf,
  putField,
  putProcedure,
} from '../store/fields.ts';
import { allUnits, hasEndedBy } from '../store/organisation.ts';
import type { Reader, Tx } from '../store/store.ts';

const MOST_BYTES = 8 * 1024;
/** A quoted sign of a list takes up to six bytes in JSON. */
const IMPORT_MOST_BYTES = 2 * LIST_MOST_BYTES;
const FAULTS_MOST = 200;

/** Fields and procedures of a tree: everybody who sets up an office reads them, the top of the tree changes them. */
export function fieldRoutes(
  deps: Deps,
  guards: { readonly account: (c: Context) => Promise<StoredAccount> },
): Hono {
  const routes = new Hono();
  const { store } = deps;

  const begin = createBegin(deps, guards, 'organise');
  async function changer(c: Context): Promise<Caller> {
    const caller = await begin(c);
    // the list holds for units outside of a part of the tree, too
    if (!caller.scope.isWhole) throw new ProblemError('forbidden');
    return caller;
  }
  const write = (
    tx: Tx,
    { account, scope }: Caller,
    line: { what: string; subject: string | null; details: Record<string, string | number | null> },
  ) =>
    // what holds for every office of the server is read at the top of each real tree
    note(
      tx,
      audited(deps, { account: account.id, unit: scope.tree === 'real' ? null : account.unit, ...line }),
    );

  routes.get('/fields', async (c) => {
    const caller = await begin(c);
    return c.json(await store.snapshot((read) => listOf(read, caller)));
  });

  routes.post('/fields', async (c) => {
    const caller = await changer(c);
    const field = inOrder({ ...(await readForm(c, NewFieldSchema, MOST_BYTES)), tree: caller.scope.tree });
    return c.json(await store.write((tx) => change(tx, caller, field, 'new')));
  });

  routes.put('/fields/:code', async (c) => {
    const caller = await changer(c);
    const { tree } = caller.scope;
    const code = c.req.param('code');
    const field = inOrder({ ...(await readForm(c, FieldSchema, MOST_BYTES)), tree, code });
    return c.json(await store.write((tx) => change(tx, caller, field, 'known')));
  });

  async function change(tx: Tx, caller: Caller, field: Field, which: 'new' | 'known'): Promise<FieldRow> {
    const before = (await fieldsOf(tx, caller.scope.tree)).find(({ code }) => code === field.code);
    if (which === 'new' && before) throw invalid('code', 'taken');
    if (which === 'known' && !before) throw new ProblemError('not-found');
    await putField(tx, field);
    const ended = field.validTo === null ? 0 : await endProceduresOf(tx, field, field.validTo);
    await write(tx, caller, {
      what: before ? 'field-changed' : 'field-added',
      subject: field.code,
      details: { ...told(field, before), ...(ended > 0 && { procedures: ended }) },
    });
    return (await listOf(tx, caller)).fields.find(({ code }) => code === field.code)!;
  }

  routes.post('/procedures', async (c) => {
    const caller = await changer(c);
    const procedure = inOrder({
      ...(await readForm(c, NewProcedureSchema, MOST_BYTES)),
      tree: caller.scope.tree,
    });
    return c.json(await store.write((tx) => changeProcedure(tx, caller, procedure, 'new')));
  });

  routes.put('/procedures/:code', async (c) => {
    const caller = await changer(c);
    const { tree } = caller.scope;
    const code = c.req.param('code');
    const procedure = inOrder({ ...(await readForm(c, ProcedureSchema, MOST_BYTES)), tree, code });
    return c.json(await store.write((tx) => changeProcedure(tx, caller, procedure, 'known')));
  });

  async function changeProcedure(
    tx: Tx,
    caller: Caller,
    procedure: Procedure,
    which: 'new' | 'known',
  ): Promise<ProcedureRow> {
    const { scope, today } = caller;
    const { tree } = scope;
    const before = (await proceduresOf(tx, tree)).find(({ code }) => code === procedure.code);
    if (which === 'new' && before) throw invalid('code', 'taken');
    if (which === 'known' && !before) throw new ProblemError('not-found');
    const field = (await fieldsOf(tx, tree)).find(({ code }) => code === procedure.field);
    if (!field) throw invalid('field', 'unknown');
    if (outlives(procedure, field)) throw invalid('validTo', 'too-late');
    const { authority } = procedure;
    // a department that has ended decides nothing new; what names it already may be corrected
    const isChosen = authority !== null && authority !== before?.authority;
    if (isChosen && !scope.units.some((unit) => unit.id === authority && !hasEndedBy(unit, today)))
      throw invalid('authority', 'unknown');
    await putProcedure(tx, procedure);
    await write(tx, caller, {
      what: before ? 'procedure-changed' : 'procedure-added',
      subject: procedure.code,
      details: told(procedure, before),
    });
    return (await listOf(tx, caller)).procedures.find(({ code }) => code === procedure.code)!;
  }

  routes.post('/fields/import', async (c) => {
    const caller = await changer(c);
    const { list, write: isMeant } = await readForm(c, ImportSchema, IMPORT_MOST_BYTES);
    const text = list.from === 'file' ? list.text : shippedList(list.name);
    const place = { tree: caller.scope.tree, today: caller.today };
    const planned = async (read: Reader) => {
      const plan = await planList(read, text, place);
      if (plan.faults.length > 0) throw new InvalidError(plan.faults.slice(0, FAULTS_MOST));
      return plan;
    };
    const { steps } = isMeant
      ? await store.write(async (tx) => {
          const plan = await planned(tx);
          const { added, changed, ended } = countSteps(plan.steps);
          if (added + changed + ended === 0) return plan;
          await writeList(tx, plan);
          const details = { added, changed, ...(ended > 0 && { procedures: ended }) };
          await write(tx, caller, { what: 'list-imported', subject: null, details });
          return plan;
        })
      : await store.snapshot(planned);
    return c.json({ steps, written: isMeant } satisfies ListImported);
  });
  return routes;
}

async function listOf(read: Reader, { scope }: Caller): Promise<FieldList> {
  const { tree } = scope;
  const fields = await fieldsOf(read, tree);
  const procedures = await proceduresOf(read, tree);
  const units = new Map((await allUnits(read)).map((unit) => [unit.id, unit]));
  const points = [...scope.points.values()];
  const rowOf = ({ code, name, validFrom, validTo }: Field) => ({ code, name, validFrom, validTo });
  return {
    fields: fields.map((field) => ({
      ...rowOf(field),
      points: points.filter((point) => point.fields.includes(field.code)).length,
      procedures: procedures.filter((procedure) => procedure.field === field.code).length,
    })),
    procedures: procedures.map((procedure) => {
      const unit = units.get(procedure.authority ?? '');
      const authority = unit ? { id: unit.id, name: unit.name, tree: unit.tree } : null;
      return { ...rowOf(procedure), field: procedure.field, authority };
    }),
    mayChange: scope.isWhole,
  };
}

function inOrder<T extends Dates>(row: T): T {
  if (row.validTo !== null && row.validTo < row.validFrom) throw invalid('validTo', 'order');
  return row;
}

/** The name and what has become another one: a correction stays readable in the log. */
function told<T extends Field & Partial<Procedure>>(
  now: T,
  before: T | undefined,
): Record<string, string | null> {
  return {
    name: now.name.vi,
    ...(before && before.name.vi !== now.name.vi && { nameBefore: before.name.vi }),
    ...(before?.validFrom !== now.validFrom && { validFrom: now.validFrom }),
    ...((before?.validTo ?? null) !== now.validTo && { validTo: now.validTo ?? 'open' }),
    ...(before?.field !== now.field && { field: now.field ?? null, fieldBefore: before?.field ?? null }),
    ...((before?.authority ?? null) !== (now.authority ?? null) && {
      authority: now.authority ?? 'receives',
      ...(before && { authorityBefore: before.authority ?? 'receives' }),
    }),
  };
}
