import type { ComponentType } from 'preact';
import type { Account, ScopeUnit } from '../../shared/wire/overview.ts';
import { LaterPage } from '../parts/later-page.tsx';
import { maySee } from '../read-page.ts';
import type { Page, SettingsKind, SettingsPage } from '../read-page.ts';
import type { ServerLink } from '../server-link.ts';
import '../styles/manage.css';
import '../styles/settings.css';
import { SettingsCards } from './settings-cards.tsx';

export interface SettingsPageProps {
  readonly server: ServerLink;
  readonly account: Account;
  readonly units: readonly ScopeUnit[];
  /** Asks the units again, for all pages. */
  readonly unitsChanged: () => Promise<void>;
  readonly now: () => number;
  readonly ended: () => void;
  readonly page: SettingsPage;
  /** The reader came here from another page. */
  readonly moved: boolean;
  readonly go: (page: Page) => void;
}
type PageLoader = () => Promise<ComponentType<SettingsPageProps>>;

/**
 * The pages that there are, in the order of the cards. Each is a chunk of its own, so that nobody waits for pages that
 * they do not open; what several use (parts/, text/settings) lies in a chunk that they share.
 */
const PAGES: Partial<Record<SettingsKind, PageLoader>> = {
  units: () => import('./units/units-page.tsx').then(({ UnitsPage }) => UnitsPage),
  fields: () => import('./fields/fields-page.tsx').then(({ FieldsPage }) => FieldsPage),
  people: () => import('./people/people-page.tsx').then(({ PeoplePage }) => PeoplePage),
  tokens: () => import('./tokens/tokens-page.tsx').then(({ TokensPage }) => TokensPage),
  campaigns: () => import('./campaigns/campaigns-page.tsx').then(({ CampaignsPage }) => CampaignsPage),
  questionnaires: () =>
    import('./questionnaires/questionnaires-page.tsx').then(({ QuestionnairesPage }) => QuestionnairesPage),
  progress: () => import('./progress/progress-page.tsx').then(({ ProgressPage }) => ProgressPage),
  alerts: () => import('./alerts/alerts-page.tsx').then(({ AlertsPage }) => AlertsPage),
  targets: () => import('./targets/targets-page.tsx').then(({ TargetsPage }) => TargetsPage),
  'days-off': () => import('./days-off/days-off-page.tsx').then(({ DaysOffPage }) => DaysOffPage),
  dossiers: () => import('./dossiers/dossiers-page.tsx').then(({ DossiersPage }) => DossiersPage),
  calls: () => import('./calls/calls-page.tsx').then(({ CallsPage }) => CallsPage),
  consent: () => import('./consent/consent-page.tsx').then(({ ConsentPage }) => ConsentPage),
  codes: () => import('./codes/codes-page.tsx').then(({ CodesPage }) => CodesPage),
  public: () => import('./public/public-switch-page.tsx').then(({ PublicSwitchPage }) => PublicSwitchPage),
  imported: () => import('./imported/imported-page.tsx').then(({ ImportedPage }) => ImportedPage),
  languages: () => import('./languages/languages-page.tsx').then(({ LanguagesPage }) => LanguagesPage),
  // these stand in the bar: cases because they are looked at every day, paper because staff key too; they have no card
  cases: () => import('./cases/cases-page.tsx').then(({ CasesPage }) => CasesPage),
  paper: () => import('./paper/paper-page.tsx').then(({ PaperPage }) => PaperPage),
};

/** A page of the settings; one that is not there, or not yet, is the list of those that are. */
export function SettingsPages(props: SettingsPageProps) {
  const { account, page } = props;
  const kinds = (Object.keys(PAGES) as (keyof typeof PAGES)[]).filter((kind) => maySee(account, kind));
  const load = PAGES[page.kind];
  if (!load) return <SettingsCards kinds={kinds} moved={props.moved} go={props.go} />;
  return <LaterPage key={page.kind} load={load} props={props} />;
}
