import { readFileSync } from 'node:fs';
import type { RandomBytes } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import type { FaultAt, FieldFault } from '../../shared/wire/problem.ts';
import { SHIPPED_LISTS } from '../../shared/wire/shipped-lists.ts';
import { audited } from '../audited.ts';
import { countSteps, planList, shippedList, writeList } from '../import-list.ts';
import { note } from '../store/audit.ts';
import { fieldsOf, proceduresOf } from '../store/fields.ts';
import type { Reader, Store } from '../store/store.ts';
import { CallFault } from './call-fault.ts';

const SAID: Partial<Record<FieldFault, string>> = {
  needed: 'is empty',
  'too-long': 'is too long',
  wrong: 'is not of the form that is expected',
  unknown: 'names what is not there',
  taken: 'stands in the list twice',
  order: 'ends before it begins',
  'too-late': 'ends later than its field',
  'too-many': 'has too many cells',
};
const SHOWN_MOST = 40;

export async function takeFields(
  place: { readonly store: Store; readonly random: RandomBytes; readonly clock: () => number },
  [source]: readonly string[],
  { check }: { readonly check: boolean },
): Promise<string> {
  const { store, clock } = place;
  if (!source) return listed(store);
  const text = readSource(source);
  const planned = async (read: Reader) => {
    const plan = await planList(read, text, { tree: 'real', today: localDay(clock()) });
    if (plan.faults.length > 0) throw new CallFault(sayFaults(plan.faults));
    const { added, changed, ended, same } = countSteps(plan.steps);
    const end = ended > 0 ? `${ended} ended with their field, ` : '';
    return {
      plan,
      added,
      changed,
      ended,
      said: `${added} added, ${changed} changed, ${end}${same} as they were`,
    };
  };
  if (check) return `${(await store.snapshot(planned)).said}. Nothing was written (--check).`;
  return store.write(async (tx) => {
    const { plan, added, changed, ended, said } = await planned(tx);
    if (added + changed + ended > 0) {
      await writeList(tx, plan);
      const details = { added, changed, ...(ended > 0 && { procedures: ended }), by: 'operator' };
      const line = { account: null, unit: null, what: 'list-imported', subject: null, details };
      await note(tx, audited(place, line));
    }
    return `${said}.`;
  });
}

function readSource(source: string): string {
  const shipped = SHIPPED_LISTS.find((name) => name === source);
  if (shipped) return shippedList(shipped);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(source));
  } catch (error) {
    const isThere = !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
    throw new CallFault(
      isThere ? `${source} is not UTF-8. Save it as "CSV UTF-8".` : `There is no file ${source}.`,
    );
  }
}

function sayFaults(faults: readonly FaultAt[]): string {
  const lines = faults.map(({ at, why }) => {
    const [, line = '', column] = at.split('.');
    if (why === 'too-many' && line === '') return '  The list has more than 5000 lines.';
    if (line === '1' && !column)
      return '  line 1 must name the columns code, name_vi, field and no unknown ones';
    return `  line ${line}${column ? `, ${column}` : ''} ${SAID[why] ?? why}`;
  });
  const more = lines.length > SHOWN_MOST ? [`  … and ${lines.length - SHOWN_MOST} more`] : [];
  return ['Nothing was taken in:', ...lines.slice(0, SHOWN_MOST), ...more].join('\n');
}

async function listed(store: Store): Promise<string> {
  const fields = await fieldsOf(store.read, 'real');
  const procedures = await proceduresOf(store.read, 'real');
  const lines = fields.map(({ code, name, validTo }) => {
    const count = procedures.filter(({ field }) => field === code).length;
    return `  ${code}  ${name.vi}: ${count} procedures${validTo ? `, until ${validTo}` : ''}`;
  });
  return lines.join('\n') || 'There are no fields yet: npm run sipas -- fields commune';
}
