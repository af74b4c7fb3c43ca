/**
 * `GET /api/v1/live`: an event stream of the managers' pages. An event named `moved` says that something which may be
 * served has changed in the account's scope: of which kinds, and nothing else; the page then asks as it always does.
 */
export const LIVE_KINDS = ['figures', 'alerts'] as const;
export type LiveKind = (typeof LIVE_KINDS)[number];

export interface Moved {
  readonly kinds: readonly LiveKind[];
}
