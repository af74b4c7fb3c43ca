import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '../shared/assert.ts';
import type { Tree } from '../shared/wire/device.ts';
import type { FaultAt } from '../shared/wire/problem.ts';
import type { ListStep } from '../shared/wire/manage-fields.ts';
import type { ShippedList } from '../shared/wire/shipped-lists.ts';
import {
  type Field,
  fieldsOf,
  type Procedure,
  proceduresOf,
  putField,
  putProcedure,
} from './store/fields.ts';
import { allUnits, hasEndedBy, type Unit } from './store/organisation.ts';
import type { Reader, Tx } from './store/store.ts';
import { faultIn, type ListLine, readList } from './read-list.ts';

/** Takes a list into a tree: all of it or nothing. The same list a second time changes nothing. */

export interface ListPlan {
  /** What is wrong; nothing may be written while there is any. */
  readonly faults: readonly FaultAt[];
  readonly steps: readonly ListStep[];
  readonly fields: readonly Field[];
  readonly procedures: readonly Procedure[];
}

/** What the list would do, from the state of now. */
export async function planList(
  read: Reader,
  text: string,
  place: { readonly tree: Tree; readonly today: string },
): Promise<ListPlan> {
  const { tree, today } = place;
  const { lines, faults: unreadable } = readList(text);
  const faults = [...unreadable];
  const units = (await allUnits(read)).filter((unit) => unit.tree === tree && !hasEndedBy(unit, today));
  const before = {
    field: new Map((await fieldsOf(read, tree)).map((row) => [row.code, row])),
    procedure: new Map((await proceduresOf(read, tree)).map((row) => [row.code, row])),
  };
  const fields = new Map<string, Field>();
  const procedures = new Map<string, Procedure>();
  const steps: ListStep[] = [];
  const take = <T extends Field>(kind: ListStep['kind'], line: ListLine, rows: Map<string, T>, row: T) => {
    if (rows.has(row.code)) faults.push(faultIn(line.line, 'code', 'taken'));
    rows.set(row.code, row);
    const known = before[kind].get(row.code);
    const act = known === undefined ? 'add' : isSame(known, row) ? 'same' : 'change';
    steps.push({ line: line.line, kind, code: row.code, name: row.name, act });
  };
  // a list without a column takes nothing away of what is known
  const rowOf = (line: ListLine, known: Field | undefined): Field => ({
    tree,
    code: line.code,
    name: { vi: line.nameVi, en: (line.nameEn ?? englishOf(known)) || line.nameVi },
    validFrom: line.validFrom ?? known?.validFrom ?? today,
    validTo: line.validTo === undefined ? (known?.validTo ?? null) : line.validTo,
  });
  for (const line of lines.filter(({ field }) => field === ''))
    take('field', line, fields, rowOf(line, before.field.get(line.code)));
  for (const line of lines.filter(({ field }) => field !== '')) {
    const field = fields.get(line.field) ?? before.field.get(line.field);
    const known = before.procedure.get(line.code);
    const authority =
      line.authority === undefined
        ? (known?.authority ?? null)
        : line.authority === ''
          ? null
          : unitNamed(units, line.authority);
    const row = rowOf(line, known);
    if (!field) faults.push(faultIn(line.line, 'field', 'unknown'));
    else if (outlives(row, field)) faults.push(faultIn(line.line, 'valid_to', 'too-late'));
    if (authority === undefined) faults.push(faultIn(line.line, 'authority', 'unknown'));
    take('procedure', line, procedures, { ...row, field: line.field, authority: authority ?? null });
  }
  for (const { line, code } of steps.filter(({ kind }) => kind === 'field')) {
    const field = fields.get(code)!;
    for (const row of before.procedure.values()) {
      if (row.field !== code || procedures.has(row.code) || !outlives(row, field)) continue;
      procedures.set(row.code, { ...row, validTo: field.validTo });
      steps.push({ line, kind: 'procedure', code: row.code, name: row.name, act: 'end' });
    }
  }
  for (const { line, kind, code } of steps.filter(({ act }) => act !== 'end')) {
    const row = kind === 'field' ? fields.get(code) : procedures.get(code);
    if (
      row?.validTo &&
      row.validTo < row.validFrom &&
      !faults.some(({ at }) => at === `lines.${line}.valid_to`)
    )
      faults.push(faultIn(line, 'valid_to', 'order'));
  }
  return { faults, steps, fields: [...fields.values()], procedures: [...procedures.values()] };
}

/** Whether a procedure would be in force when its field no longer is. */
export const outlives = (row: Pick<Field, 'validTo'>, field: Pick<Field, 'validTo'>) =>
  field.validTo !== null && (row.validTo === null || row.validTo > field.validTo);

export async function writeList(tx: Tx, plan: ListPlan): Promise<void> {
  invariant(plan.faults.length === 0, 'a list with a fault is not written');
  for (const field of plan.fields) await putField(tx, field);
  for (const procedure of plan.procedures) await putProcedure(tx, procedure);
}

/** How many lines of a plan do what: what is said before and after, and written in the audit log. */
export function countSteps(steps: readonly ListStep[]) {
  const count = (act: ListStep['act']) => steps.filter((step) => step.act === act).length;
  return { added: count('add'), changed: count('change'), ended: count('end'), same: count('same') };
}

/** Lists that come with the program; `docs/operations.md` says what they hold. */
export function shippedList(name: ShippedList): string {
  return readFileSync(join(import.meta.dirname, 'fields', 'lists', `${name}.csv`), 'utf8');
}

/** A name as people type it: capitals and spaces make no other one. */
export const plainName = (text: string) =>
  text.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();

/** By id, by its whole Vietnamese name, or the only one whose name begins so ("Sở Tư pháp"). */
function unitNamed(units: readonly Unit[], words: string): string | null | undefined {
  const begins = units.filter((unit) => plainName(unit.name.vi).startsWith(plainName(words)));
  const exact = units.filter((unit) => unit.id === words || plainName(unit.name.vi) === plainName(words));
  const found = exact.length > 0 ? exact : begins;
  return found.length === 1 ? found[0]!.id : undefined;
}

/** The English name, where it is not the Vietnamese one for want of another. */
const englishOf = (known: Field | undefined) =>
  known?.name.en === known?.name.vi ? undefined : known?.name.en;

function isSame(a: Field, b: Field): boolean {
  const told = (row: Field & Partial<Procedure>) =>
    JSON.stringify([row.name.vi, row.name.en, row.validFrom, row.validTo, row.field, row.authority]);
  return told(a) === told(b);
}
