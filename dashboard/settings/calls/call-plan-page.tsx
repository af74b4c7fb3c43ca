import { useCallback } from 'preact/hooks';
import { OUTCOME_CODES, outcomeFacts } from '../../../shared/calls.ts';
import type { PlanView } from '../../../shared/wire/call-plans.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { useCallsWords } from '../../text/use-calls-words.ts';
import { writeDate, writeDates } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { BatchFacts } from '../parts/batch-facts.tsx';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { CallsPageProps } from './call-link.ts';
import { CallRates } from './call-rates.tsx';
import { StratumTable } from './stratum-table.tsx';

const EVERY_MS = 60_000;

/** One plan: how far it is, what came of the calls, and the rates. */
export function CallPlanPage({ id, link, go, moved, ended, said }: CallsPageProps & { readonly id: string }) {
  const { own, language } = useCallsWords();
  const ask = useCallback((signal: AbortSignal) => link.plan(id, signal), [link, id]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const after = useSaid();
  const plan = fresh.value;
  const title = plan ? `${own.queues[plan.queue]}, ${writeDates(plan.from, plan.to)}` : own.title;
  return (
    <main id="main" class="manage calls">
      <SettingsHead title={title} moved={moved} go={go} back={{ kind: 'calls', name: own.title }}>
        {plan && <p class="lead">{own.queueHelp[plan.queue]}</p>}
      </SettingsHead>
      <Said said={after.said ?? said} />
      <FreshNotice fresh={fresh} loading={own.loading} />
      {plan && (
        <>
          <PlanFacts plan={plan} />
          <section>
            <h2>{own.plan.progress}</h2>
            <BatchFacts
              facts={(
                [
                  [own.columns.drawn, plan.drawn],
                  [own.columns.ended, plan.ended],
                  [own.columns.interviews, plan.interviews],
                  [own.plan.attempts, plan.attempts],
                  [own.plan.flagged, plan.flagged],
                  [own.plan.ownCounter, plan.ownCounter],
                ] as const
              ).map(([term, value]) => [term, writeCount(value, language)])}
            />
            <StratumTable strata={plan.strata} />
          </section>
          <CallRates plan={plan} />
          {plan.ended > 0 && <Outcomes plan={plan} />}
          {plan.closed === null && (
            <ConfirmAct
              open={own.plan.close}
              go={own.plan.close}
              what={<p>{own.plan.closing}</p>}
              send={() => link.close(id)}
              done={() => after.sayAfter(fresh.refresh(), own.plan.wasClosed)}
              ended={ended}
              danger
            />
          )}
        </>
      )}
    </main>
  );
}

function PlanFacts({ plan }: { readonly plan: PlanView }) {
  const { own, language } = useCallsWords();
  return (
    <>
      <BatchFacts
        facts={[
          [own.plan.unit, plan.unit.name[language]],
          [own.plan.campaign, plan.campaign.name[language]],
          [own.plan.made, writeDate(plan.made)],
          [own.plan.by, plan.by ?? '—'],
          [
            own.columns.state,
            plan.closed === null ? own.open(writeDate(plan.ends)) : own.closed(writeDate(plan.closed)),
          ],
          ...(plan.seed === null ? [] : [[own.plan.seed, plan.seed] as const]),
        ]}
      />
      {plan.seed !== null && <p class="help">{own.plan.seedHelp}</p>}
    </>
  );
}

function Outcomes({ plan }: { readonly plan: PlanView }) {
  const { own, language } = useCallsWords();
  const rows = [
    ...OUTCOME_CODES.map((code) => {
      const { name, family } = outcomeFacts(code);
      return { key: code, name: name[language], family, count: plan.outcomes[code] ?? 0 };
    }),
    { key: 'UNTRIED', name: own.plan.untried, family: '3.11', count: plan.outcomes.UNTRIED ?? 0 },
  ];
  return (
    <section>
      <h2>{own.plan.outcomes}</h2>
      <DataTable
        caption={own.plan.outcomesOf}
        columns={[own.plan.outcome, own.plan.family, own.plan.count]}
        rows={rows
          .filter(({ count }) => count > 0)
          .map(({ key, name, family, count }) => ({
            key,
            cells: [name, family, writeCount(count, language)],
          }))}
      />
    </section>
  );
}
