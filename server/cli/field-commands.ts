import { existsSync, readFileSync } from 'node:fs';
import type { RandomBytes } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import type { FaultAt } from '../../shared/wire/problem.ts';
import { SHIPPED_LISTS } from '../../shared/wire/shipped-lists.ts';
import { audited } from '../audited.ts';
import { countSteps, planList, shippedList, writeList } from '../import-list.ts';
import type { Said } from '../said/said.ts';
import { note } from '../store/audit.ts';
import { fieldsOf, proceduresOf } from '../store/fields.ts';
import type { Reader, Store } from '../store/store.ts';
import { CallFault } from './call-fault.ts';

const SHOWN_MOST = 40;

export async function takeFields(
  place: { readonly store: Store; readonly random: RandomBytes; readonly clock: () => number },
  [source]: readonly string[],
  { check }: { readonly check: boolean },
): Promise<Said> {
  const { store, clock } = place;
  if (!source) return listed(store);
  const text = readSource(source);
  const planned = async (read: Reader) => {
    const plan = await planList(read, text, { tree: 'real', today: localDay(clock()) });
    if (plan.faults.length > 0) throw new CallFault(sayFaults(plan.faults));
    const { added, changed, ended, same } = countSteps(plan.steps);
    const said: Said = ({ office }) => office.fields.done(added, changed, ended, same);
    return { plan, added, changed, ended, said };
  };
  if (check) {
    const { said } = await store.snapshot(planned);
    return (words) => `${said(words)} ${words.office.fields.onlyChecked}`;
  }
  return store.write(async (tx) => {
    const { plan, added, changed, ended, said } = await planned(tx);
    if (added + changed + ended > 0) {
      await writeList(tx, plan);
      const details = { added, changed, ...(ended > 0 && { procedures: ended }), by: 'operator' };
      const line = { account: null, unit: null, what: 'list-imported', subject: null, details };
      await note(tx, audited(place, line));
    }
    return said;
  });
}

function readSource(source: string): string {
  const shipped = SHIPPED_LISTS.find((name) => name === source);
  if (shipped) return shippedList(shipped);
  if (!existsSync(source)) throw new CallFault(({ call }) => call.fileMissing(source));
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(source);
  } catch {
    throw new CallFault(({ call }) => call.notReadable(source));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CallFault(({ office }) => office.fields.notUtf8(source));
  }
}

const sayFaults =
  (faults: readonly FaultAt[]): Said =>
  ({ office: { fields } }) => {
    const lines = faults.map(({ at, why }) => {
      const [, line = '', column] = at.split('.');
      if (why === 'too-many' && line === '') return fields.tooLong;
      if (line === '1' && !column) return fields.head;
      return fields.line(line, column, fields.why[why] ?? why);
    });
    const more = lines.length > SHOWN_MOST ? [fields.more(lines.length - SHOWN_MOST)] : [];
    return [fields.refused, ...lines.slice(0, SHOWN_MOST), ...more].join('\n');
  };

async function listed(store: Store): Promise<Said> {
  const known = await fieldsOf(store.read, 'real');
  const procedures = await proceduresOf(store.read, 'real');
  return ({ office: { fields } }) =>
    known
      .map(({ code, name, validTo }) => {
        const count = procedures.filter(({ field }) => field === code).length;
        return fields.field(code, name.vi, count, validTo);
      })
      .join('\n') || fields.none;
}
