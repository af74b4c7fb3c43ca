import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { hasRight } from '../../shared/role-rights.ts';
import { halfMonthOf, localDay } from '../../shared/period.ts';
import type { ReviewView } from '../../shared/wire/cohort-review.ts';
import type { Tree } from '../../shared/wire/device.ts';
import type { DeviceRow } from '../../shared/wire/manage.ts';
import type { Account, ScopeUnit } from '../../shared/wire/overview.ts';
import type { Trust } from '../../shared/wire/trust.ts';
import { ADDRESSES } from '../addresses.ts';
import { ChoiceBar } from '../parts/choice-bar.tsx';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { LaterPage } from '../parts/later-page.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { readChoice } from '../read-choice.ts';
import type { Page } from '../read-page.ts';
import type { Choice, ServerLink } from '../server-link.ts';
import '../styles/manage.css';
import '../styles/figures-table.css';
import '../styles/trust.css';
import { useTrustWords } from '../text/use-trust-words.ts';
import { useFresh } from '../use-fresh.ts';
import { LatePart, MarkedPart } from './marked-part.tsx';
import { LedgerPart } from './ledger-part.tsx';
import { MixPart } from './mix-part.tsx';
import { PlanPart } from './plan-part.tsx';
import { ReviewPart } from './review-part.tsx';
import { VerdictPart } from './verdict-part.tsx';

/** What it shows moves with half-months and nights. */
const ASK_EVERY_MS = 300_000;
const NO_DAYS: readonly string[] = [];
const loadDossiers = () => import('./dossier-part.tsx').then(({ DossierPart }) => DossierPart);

interface TrustPageProps {
  readonly server: ServerLink;
  readonly account: Account;
  readonly units: readonly ScopeUnit[];
  readonly now: () => number;
  readonly ended: () => void;
  /** Null where the account may not see them, or they are not known yet. */
  readonly devices: readonly DeviceRow[] | null;
  readonly showTree: (tree: Tree) => void;
  readonly moved: boolean;
  readonly go: (page: Page) => void;
}

/** One question: can I believe this figure, and if not, what do I do? A sentence, then the evidence. */
export function TrustPage({
  server,
  account,
  units,
  now,
  ended,
  devices,
  showTree,
  moved,
  go,
}: TrustPageProps) {
  const { own } = useTrustWords();
  const home = account.unit.id;
  const [choice, setChoice] = useState<Choice>(() => readChoice(location.search, units, home, now()));
  const [halfMonth, setHalfMonth] = useState<string | null>(null);
  const { unit, period, form } = choice;
  useEffect(() => {
    const follow = () => setChoice(readChoice(location.search, units, home, now()));
    globalThis.addEventListener('popstate', follow);
    return () => globalThis.removeEventListener('popstate', follow);
  }, [units, home]);

  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<Trust>('GET', ADDRESSES.trust({ unit, period, form }), undefined, signal),
    [server, unit, period, form],
  );
  const fresh = useFresh(ask, ASK_EVERY_MS, ended);
  const trust = fresh.value;
  useEffect(() => {
    if (trust) showTree(trust.unit.tree);
  }, [trust?.unit.tree, showTree]);

  const isReviewer = hasRight(account, 'review');
  // a demo's open half-month has its parts too, and nothing to review yet
  const ofPeriod = trust?.closed ? halfMonthOf(trust.closed.to) : null;
  const isOver = ofPeriod !== null && ofPeriod < halfMonthOf(localDay(now()));
  const asked = halfMonth ?? (isOver ? ofPeriod : null);
  const askReview = useCallback(
    (signal: AbortSignal) =>
      server.ask<ReviewView>('GET', ADDRESSES.reviewsOf(unit, asked), undefined, signal),
    [server, unit, asked],
  );
  const review = useFresh(isReviewer && trust ? askReview : null, ASK_EVERY_MS, ended);
  const ofUnit = useMemo(() => {
    const inside = below(units, unit);
    return devices?.filter((device) => inside.has(device.unit.id)) ?? null;
  }, [devices, units, unit]);

  function choose(next: Choice): void {
    setChoice(next);
    setHalfMonth(null);
    history.pushState(null, '', `?${new URLSearchParams({ page: 'trust', ...next })}`);
  }
  return (
    <main id="main" class="manage trust" aria-busy={fresh.busy}>
      <PageHead title={own.title} moved={moved}>
        <p class="lead">{own.lead}</p>
      </PageHead>
      <ChoiceBar
        units={units}
        days={NO_DAYS}
        choice={{ unit, period, form }}
        nowMs={now()}
        choose={choose}
        refresh={() => void Promise.all([fresh.refresh(), review.refresh()])}
        busy={fresh.busy}
      />
      <FreshNotice fresh={fresh} loading={own.loading} />
      {trust && (
        <>
          <VerdictPart trust={trust} devices={ofUnit} review={review.value} />
          <MarkedPart trust={trust} />
          <MixPart trust={trust} />
          <LatePart trust={trust} />
          <LaterPage
            key="dossiers"
            load={loadDossiers}
            props={{
              server,
              unit,
              period,
              form,
              ended,
              today: localDay(now()),
              choosePeriod: (next) => choose({ ...choice, period: next }),
            }}
            isPart
          />
          <LedgerPart
            trust={trust}
            devices={ofUnit}
            toDevices={devices ? () => go({ kind: 'devices', unit }) : undefined}
          />
          {hasRight(account, 'organise') && <PlanPart server={server} unit={unit} ended={ended} go={go} />}
          {isReviewer && (
            <ReviewPart server={server} review={review} choose={setHalfMonth} ended={ended} go={go} />
          )}
        </>
      )}
    </main>
  );
}

/** A unit and all below it, as far as the account sees them. */
function below(units: readonly ScopeUnit[], top: string): ReadonlySet<string> {
  const inside = new Set([top]);
  for (let before = 0; before < inside.size; ) {
    before = inside.size;
    for (const { id, parent } of units) if (parent !== null && inside.has(parent)) inside.add(id);
  }
  return inside;
}
