import { maskRemark } from '../../shared/mask-remark.ts';
import { type CaseAct, isOpenState } from '../../shared/wire/followed-cases.ts';
import { audited } from '../audited.ts';
import type { Caller } from '../caller.ts';
import type { Deps } from '../deps.ts';
import { invalid, ProblemError } from '../problem.ts';
import { note } from '../store/audit.ts';
import { changeCase, type StoredCase, stepsOf } from '../store/stored-cases.ts';
import type { Tx } from '../store/store.ts';
import { caseIn, ownersFor } from './case-views.ts';

/** What somebody has blacked out by hand; longer than any of it, so that the length says nothing. */
const BLACKED = '▮▮▮';

type Change = Parameters<typeof changeCase>[2];
interface Act {
  readonly change: Change;
  readonly value?: string;
  readonly note?: string;
  /** Beside the act in the audit log: never a word of a text. */
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Carries out one act of a person, with its step and its line of the audit log, in one transaction. */
export function actOnCase(
  deps: Pick<Deps, 'store' | 'clock' | 'random'>,
  caller: Caller,
  id: string,
  act: CaseAct,
): Promise<void> {
  const { account, scope, today } = caller;
  return deps.store.write(async (tx) => {
    const found = await caseIn(tx, scope, id);
    // what has ended is not changed any more, before somebody opens it again
    if (isOpenState(found.state) === (act.what === 'reopened')) throw new ProblemError('not-possible');
    const { change, value = null, note: said = null, details = {} } = await changeOf(tx, found, act, caller);
    const step = { what: act.what, value, note: said, author: account.id, day: today };
    await changeCase(tx, id, change, step);
    const what = act.what === 'masked' ? 'remark-masked' : `case-${act.what}`;
    await note(tx, audited(deps, { account: account.id, unit: found.unit, what, subject: id, details }));
  });
}

async function changeOf(tx: Tx, found: StoredCase, act: CaseAct, { scope, today }: Caller): Promise<Act> {
  // whoever does something about a case has begun it
  const begun: Change = found.state === 'new' ? { state: 'working' } : {};
  switch (act.what) {
    case 'noted':
      return { change: begun, note: textOf(act.note) };
    case 'answered':
      return { change: { state: 'answered', ended: today }, note: textOf(act.note) };
    case 'closed':
      return { change: { state: 'closed', ended: today }, note: textOf(act.note) };
    case 'reopened':
      return { change: { state: 'working', ended: null } };
    case 'assigned': {
      if (act.owner === null) return { change: { owner: null } };
      const may = await ownersFor(tx, scope, found.unit);
      if (!may.some((one) => one.id === act.owner)) throw invalid('owner', 'unknown');
      return { change: { ...begun, owner: act.owner }, value: act.owner };
    }
    case 'due': {
      if (act.due < today) throw invalid('due', 'too-early');
      return { change: { due: act.due }, value: act.due };
    }
    case 'tags': {
      const tags = [...new Set(act.tags)];
      return { change: { tags }, value: tags.join(' ') };
    }
    case 'masked': {
      const { from, to, acts } = act;
      // places in a text that has changed since are other places
      if ((await stepsOf(tx, found.id)).length !== acts) throw new ProblemError('not-possible');
      const { words } = found;
      if (words === null || from >= to || to > words.length) throw invalid('to', 'wrong');
      return { change: { words: words.slice(0, from) + BLACKED + words.slice(to) }, details: { count: 1 } };
    }
  }
}

/** What people type about a case is masked as remarks are. */
export function textOf(typed: string): string {
  const text = maskRemark(typed.trim());
  if (text === '') throw invalid('note', 'needed');
  return text;
}
