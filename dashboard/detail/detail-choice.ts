import { type CutBy, CUTS } from '../../shared/wire/cuts.ts';
import type { ScopeUnit } from '../../shared/wire/overview.ts';
import { readChoice } from '../read-choice.ts';
import type { Choice } from '../server-link.ts';

/** What the page of details shows: figures of a unit and a period, what they are cut by, and which of them. */
export interface DetailChoice extends Choice {
  readonly by: CutBy;
  /** Policy and service where it is left out. */
  readonly group?: string;
}

const isGroup = (text: string) => /^(?:all|overall|I+(?:\.[A-Z])?)$/.test(text);

/** From the address (`?page=detail&unit=…&by=…`): a view can be kept and sent. What it does not say is as usual. */
export function readDetail(
  search: string,
  units: readonly ScopeUnit[],
  home: string,
  nowMs: number,
): DetailChoice {
  const asked = new URLSearchParams(search);
  const group = asked.get('group');
  return {
    ...readChoice(search, units, home, nowMs),
    by: CUTS.find((one) => one === asked.get('by')) ?? 'unit',
    ...(group !== null && isGroup(group) && { group }),
  };
}

export const writeDetail = (choice: DetailChoice): string =>
  `?${new URLSearchParams({ page: 'detail', ...choice })}`;
