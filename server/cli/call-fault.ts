import type { CallName } from '../said/said-usage-vi.ts';
import { type Said, SaidFault } from '../said/said.ts';

/** A call that cannot be carried out; what it says names what to do. */
export class CallFault extends SaidFault {}

/** A call that is not understood: nothing was begun. */
export class BadCall extends CallFault {}

/** Names the calls that there are. */
export const sayOne =
  (...names: readonly CallName[]): Said =>
  ({ call, usage }) =>
    call.sayOne(names.map((name) => usage.calls[name][0]));
