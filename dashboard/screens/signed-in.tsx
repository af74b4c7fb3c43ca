import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Tree } from '../../shared/wire/device.ts';
import type { Account, ScopeUnit } from '../../shared/wire/overview.ts';
import { AlertsNotice } from '../parts/alerts-notice.tsx';
import { LaterPage } from '../parts/later-page.tsx';
import { PagesBar } from '../parts/pages-bar.tsx';
import { maySee, readPage, writePage } from '../read-page.ts';
import type { Page, PageKind } from '../read-page.ts';
import type { ServerLink } from '../server-link.ts';
import { useWords } from '../text/use-words.ts';
import { OverviewScreen } from './overview-screen.tsx';
import { useWatch } from '../use-watch.ts';

interface SignedInProps {
  readonly server: ServerLink;
  readonly account: Account;
  readonly units: readonly ScopeUnit[];
  /** The reader has changed the tree: its units are asked again, for all pages. */
  readonly unitsChanged: () => Promise<void>;
  readonly now: () => number;
  readonly ended: () => void;
  readonly showTree: (tree: Tree) => void;
}

/** The pages of somebody who is signed in; the address says which one. */
export function SignedIn(props: SignedInProps) {
  const { server, account, units, unitsChanged, now, ended, showTree } = props;
  const { words } = useWords();
  const [page, setPage] = useState(() => readPage(location.search, account));
  const [moved, setMoved] = useState(false);
  // the figures were left at some unit and period: their link in the bar leads back to these
  const figures = useRef('?');
  const watch = useWatch(server, account, ended);

  const follow = useCallback(
    (next: Page | undefined) => {
      setMoved(true);
      setPage(next);
      globalThis.scrollTo(0, 0);
    },
    [setPage],
  );
  const go = useCallback(
    (next: Page) => {
      if (readPage(location.search, account)?.kind === 'figures') figures.current = location.search || '?';
      history.pushState(null, '', addressOf(next, figures.current));
      follow(next);
    },
    [account, follow],
  );
  useEffect(() => {
    const back = () => follow(readPage(location.search, account));
    globalThis.addEventListener('popstate', back);
    return () => globalThis.removeEventListener('popstate', back);
  }, [account, follow]);
  useEffect(() => {
    if (!page || !ON_FIGURES.has(page.kind)) showTree(account.unit.tree);
  }, [page?.kind, account, showTree]);

  if (!page) {
    return (
      <main id="main" class="door">
        <p class="notice">{words.pages.noneAllowed}</p>
      </main>
    );
  }
  const devices = watch.devices.value;
  const heldCount = watch.held.value?.reduce((sum, { count }) => sum + count, 0) ?? null;
  return (
    <>
      <PagesBar
        account={account}
        page={page}
        waiting={{ held: heldCount, cases: watch.cases.value?.open ?? null }}
        go={go}
      />
      {page.kind === 'figures' && <AlertsNotice list={watch.alerts.value} go={go} />}
      {page.kind === 'figures' ? (
        <OverviewScreen
          server={server}
          units={units}
          home={account.unit.id}
          now={now}
          ended={ended}
          showTree={showTree}
          redDevices={devices?.filter(({ lamp, state }) => lamp === 'red' && state !== 'retired').length ?? 0}
          toDevices={maySee(account, 'devices') ? (unit) => go({ kind: 'devices', unit }) : undefined}
        />
      ) : page.kind === 'detail' ? (
        <LaterPage
          key="detail"
          load={loadDetail}
          props={{ server, units, home: account.unit.id, now, ended, showTree, moved }}
        />
      ) : page.kind === 'trust' ? (
        <LaterPage
          key="trust"
          load={loadTrust}
          props={{ server, account, units, now, ended, devices: devices ?? null, showTree, moved, go }}
        />
      ) : page.kind === 'on-time' ? (
        <LaterPage
          key="on-time"
          load={loadOnTime}
          props={{
            server,
            units,
            home: account.unit.id,
            mayImport: maySee(account, 'dossiers'),
            ended,
            showTree,
            moved,
            go,
          }}
        />
      ) : page.kind === 'calendar' ? (
        <LaterPage
          key="calendar"
          load={loadCalendar}
          props={{ server, account, units, ended, showTree, moved }}
        />
      ) : page.kind === 'counter' ? (
        <LaterPage
          key="counter"
          load={loadCounter}
          props={{ server, tree: account.unit.tree, ended, moved }}
        />
      ) : page.kind === 'exports' ? (
        <LaterPage key="exports" load={loadExports} props={{ server, account, units, now, ended, moved }} />
      ) : 'id' in page ? (
        <LaterPage
          key="settings"
          load={loadSettings}
          props={{ server, account, units, unitsChanged, now, ended, page, moved, go }}
        />
      ) : (
        <LaterPage
          key="manage"
          load={loadManage}
          props={{ server, account, units, now, ended, watch, page, moved, go }}
        />
      )}
    </>
  );
}

/** Pages about the figures of a unit and a period, which tell whose tree they show. */
const ON_FIGURES: ReadonlySet<PageKind> = new Set(['figures', 'detail', 'trust', 'on-time', 'calendar']);

/** Figures are taken apart, and asked whether they can be believed, of the unit and period that were looked at. */
function addressOf(page: Page, figures: string): string {
  if (page.kind === 'figures') return figures;
  if (!ON_FIGURES.has(page.kind)) return writePage(page);
  const asked = new URLSearchParams(figures);
  asked.set('page', page.kind);
  return `?${asked}`;
}

// everything but the figures comes over the network when it is first opened, and settings apart from the rest
const loadDetail = () => import('../detail/detail-page.tsx').then(({ DetailPage }) => DetailPage);
const loadManage = () => import('../manage/manage-pages.tsx').then(({ ManagePages }) => ManagePages);
const loadTrust = () => import('../trust/trust-page.tsx').then(({ TrustPage }) => TrustPage);
const loadOnTime = () => import('../on-time/on-time-page.tsx').then(({ OnTimePage }) => OnTimePage);
const loadCalendar = () => import('../calendar/calendar-page.tsx').then(({ CalendarPage }) => CalendarPage);
const loadExports = () => import('../exports/exports-page.tsx').then(({ ExportsPage }) => ExportsPage);
const loadCounter = () => import('../counter/counter-page.tsx').then(({ CounterPage }) => CounterPage);
const loadSettings = () =>
  import('../settings/settings-pages.tsx').then(({ SettingsPages }) => SettingsPages);
