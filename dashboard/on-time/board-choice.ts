import type { BoardSpan } from '../../shared/wire/late-board.ts';
import type { ScopeUnit } from '../../shared/wire/overview.ts';

/** Of which unit and time the board speaks. */
export interface BoardChoice {
  readonly unit: string;
  readonly span: BoardSpan;
  /** Null: the one that runs. */
  readonly at: string | null;
}

/** From the address (`?page=on-time&unit=…&span=week&at=2026-11-16`); what it does not say, or says wrongly, is the usual choice. */
export function readBoardChoice(search: string, units: readonly ScopeUnit[], home: string): BoardChoice {
  const asked = new URLSearchParams(search);
  const unit = units.find(({ id }) => id === asked.get('unit'))?.id ?? home;
  const span = asked.get('span') === 'week' ? 'week' : 'month';
  const at = asked.get('at');
  const isSpan = at !== null && (span === 'week' ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d$/).test(at);
  return { unit, span, at: isSpan ? at : null };
}

/** Without the part before `?`. */
export function writeBoardChoice({ unit, span, at }: BoardChoice): string {
  return `?${new URLSearchParams({ page: 'on-time', unit, span, ...(at !== null && { at }) })}`;
}
