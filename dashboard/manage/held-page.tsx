import { useMemo, useState } from 'preact/hooks';
import type { HeldCohort } from '../../shared/wire/manage.ts';
import { PageHead } from '../parts/page-head.tsx';
import { namePeriod } from '../text/name-period.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { writeCount } from '../text/write-number.ts';
import { DecideAct } from './decide-act.tsx';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { manageLink } from './manage-link.ts';
import type { ManageLink } from './manage-link.ts';
import type { ManagePagesProps } from './manage-pages.tsx';
import { UnlikePlaces } from './unlike-places.tsx';

const cohortKey = ({ reason, kind, point, halfMonth }: HeldCohort) =>
  [reason, kind, point?.id ?? '', halfMonth ?? ''].join(' ');

/** Groups of submissions that are held; a decision is always about a whole group and never shows an answer. */
export function HeldPage({ server, watch, ended, moved }: ManagePagesProps) {
  const { manage, language } = useManageWords();
  const { held } = manage;
  const link = useMemo(() => manageLink(server), [server]);
  const [sentence, setSentence] = useState<string | null>(null);
  const fresh = watch.held;
  const cohorts = (fresh.value ?? []).toSorted((a, b) => b.count - a.count);
  const total = cohorts.reduce((sum, { count }) => sum + count, 0);
  const decided = (said: string) => {
    setSentence(said);
    void Promise.all([watch.held.refresh(), watch.devices.refresh()]);
  };
  return (
    <main id="main" class="manage">
      <PageHead title={held.title} moved={moved}>
        <p class="lead">{held.lead}</p>
      </PageHead>
      <div role="status">{sentence !== null && <p class="notice done">{sentence}</p>}</div>
      <FreshNotice fresh={fresh} loading={held.loading} />
      {fresh.value && cohorts.length === 0 && <p class="notice">{held.none}</p>}
      {cohorts.length > 0 && (
        <p class="lamp-counts">
          {held.total(writeCount(total, language), writeCount(cohorts.length, language))}
        </p>
      )}
      <ul class="device-cards">
        {cohorts.map((cohort) => (
          <li key={cohortKey(cohort)}>
            <CohortCard cohort={cohort} link={link} ended={ended} decided={decided} />
          </li>
        ))}
      </ul>
      <UnlikePlaces server={server} ended={ended} />
    </main>
  );
}

interface CohortCardProps {
  readonly cohort: HeldCohort;
  readonly link: ManageLink;
  readonly ended: () => void;
  readonly decided: (sentence: string) => void;
}

function CohortCard({ cohort, link, ended, decided }: CohortCardProps) {
  const { manage, language, say } = useManageWords();
  const { held } = manage;
  const [open, setOpen] = useState<'take' | 'refuse' | null>(null);
  const half = cohort.halfMonth && namePeriod(`half-${cohort.halfMonth.replace('/', '-')}`, language);
  return (
    <article class="device-card cohort">
      <h2>{held.reasons[cohort.reason] ?? cohort.reason}</h2>
      <p class="cohort-facts">
        <b>{held.count(writeCount(cohort.count, language))}</b>
        <span>{cohort.point ? say(cohort.point.name) : held.noPoint}</span>
        <span>{half ?? held.noHalf}</span>
      </p>
      {!cohort.canTake && <p class="cohort-note">{held.cannotTake}</p>}
      <p class="act-buttons">
        {(['take', 'refuse'] as const).map(
          (decision) =>
            (cohort.canTake || decision === 'refuse') && (
              <button
                type="button"
                key={decision}
                class="quiet-button"
                aria-expanded={open === decision}
                onClick={() => setOpen(open === decision ? null : decision)}
              >
                {held[decision]}
              </button>
            ),
        )}
      </p>
      {open !== null && (
        <DecideAct
          key={open}
          cohort={cohort}
          decision={open}
          link={link}
          ended={ended}
          cancel={() => setOpen(null)}
          decided={(sentence) => {
            setOpen(null);
            decided(sentence);
          }}
        />
      )}
    </article>
  );
}
