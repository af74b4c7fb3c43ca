import { hasRight } from '../shared/role-rights.ts';
import type { Right } from '../shared/role-rights.ts';
import type { Role } from '../shared/wire/overview.ts';

/** Which page is shown; the address holds it (`?page=devices&device=…`), so that reload and back keep the place. */
export type Page =
  | { readonly kind: 'figures' }
  /** The figures taken apart; the address holds how (`detail/detail-choice.ts`). */
  | { readonly kind: 'detail' }
  /** Whether the figures of a unit and period can be believed: which, says the address as for the figures. */
  | { readonly kind: 'trust' }
  /** Dossiers returned on time and late; the address holds unit and span (`on-time/board-choice.ts`). */
  | { readonly kind: 'on-time' }
  /** Which reports are due; the address says of which unit and period. */
  | { readonly kind: 'calendar' }
  | { readonly kind: 'devices'; readonly unit: string | null }
  | { readonly kind: 'device'; readonly device: string }
  | { readonly kind: 'new-device' }
  | { readonly kind: 'held' }
  | { readonly kind: 'rescue' }
  | { readonly kind: 'audit' }
  /** Forms for the auditor to take out. */
  | { readonly kind: 'exports' }
  /** The code that staff show to whoever stands before them. */
  | { readonly kind: 'counter' }
  | SettingsPage;

/** Pages where an office sets itself up. `id`: the one thing of the page's list that is shown. */
const SETTINGS_KINDS = [
  'settings',
  'units',
  'fields',
  'people',
  'tokens',
  'campaigns',
  'questionnaires',
  'targets',
  'days-off',
  'codes',
  'dossiers',
  'languages',
  'paper',
  'calls',
  'progress',
  'alerts',
  'consent',
  'cases',
  'public',
  'imported',
] as const;
export type SettingsKind = (typeof SETTINGS_KINDS)[number];
export interface SettingsPage {
  readonly kind: SettingsKind;
  readonly id: string | null;
}
export type PageKind = Page['kind'];

/** The pages of the bar, in its order; the others are reached from these. */
export const BAR_PAGES = [
  'figures',
  'detail',
  'trust',
  'on-time',
  'calendar',
  'devices',
  'cases',
  'held',
  'counter',
  'paper',
  'settings',
  'audit',
  'exports',
] as const satisfies readonly PageKind[];
export type BarPage = (typeof BAR_PAGES)[number];

/** The right that a page asks for; where an office sets itself up it is the one to organise. */
const RIGHT_OF: Partial<Record<PageKind, Right>> = {
  figures: 'figures',
  detail: 'figures',
  trust: 'figures',
  'on-time': 'figures',
  calendar: 'figures',
  devices: 'devices',
  device: 'devices',
  'new-device': 'devices',
  rescue: 'devices',
  held: 'review',
  alerts: 'review',
  audit: 'audit',
  exports: 'export',
  counter: 'invite',
  people: 'people',
  tokens: 'people',
  dossiers: 'dossiers',
  calls: 'dossiers',
  paper: 'key',
  cases: 'cases',
  public: 'publish',
};

/** Whether the account is meant to see a page. The server decides what it answers all the same. */
export function maySee(account: { readonly role: Role }, kind: PageKind): boolean {
  return hasRight(account, RIGHT_OF[kind] ?? 'organise');
}

function isSettings(kind: string): kind is SettingsKind {
  return SETTINGS_KINDS.some((each) => each === kind);
}

/** Where a page stands in the bar. */
export function barPageOf(kind: PageKind): BarPage {
  if (isSettings(kind) && kind !== 'paper' && kind !== 'cases') return 'settings';
  return kind === 'device' || kind === 'new-device' || kind === 'rescue' ? 'devices' : kind;
}

/**
 * The page of an address. What is unknown or not meant for the account becomes its first page; undefined when no
 * page is meant for it.
 */
export function readPage(search: string, account: { readonly role: Role }): Page | undefined {
  const page = pageOf(new URLSearchParams(search));
  if (page && maySee(account, page.kind)) return page;
  const first = BAR_PAGES.find((kind) => maySee(account, kind));
  return first && firstOf(first);
}

/** A page of the bar as it is opened from there. */
export const firstOf = (page: BarPage): Page => pageOf(new URLSearchParams({ page }))!;

function pageOf(asked: URLSearchParams): Page | undefined {
  const kind = asked.get('page') ?? 'figures';
  if (isSettings(kind)) return { kind, id: asked.get('id') };
  switch (kind) {
    case 'devices':
      return { kind, unit: asked.get('unit') };
    case 'device': {
      const device = asked.get('device');
      return device === null ? { kind: 'devices', unit: null } : { kind, device };
    }
    case 'figures':
    case 'detail':
    case 'trust':
    case 'on-time':
    case 'calendar':
    case 'new-device':
    case 'held':
    case 'rescue':
    case 'counter':
    case 'audit':
    case 'exports':
      return { kind };
    default:
      return undefined;
  }
}

/** The address of a page, without the part before `?`. The figures have an address of their own (read-choice.ts). */
export function writePage(page: Page): string {
  if (page.kind === 'figures') return '?';
  const asked = new URLSearchParams({ page: page.kind });
  if (page.kind === 'devices' && page.unit !== null) asked.set('unit', page.unit);
  if (page.kind === 'device') asked.set('device', page.device);
  if ('id' in page && page.id !== null) asked.set('id', page.id);
  return `?${asked}`;
}
