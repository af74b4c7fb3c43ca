import type { ComponentChildren } from 'preact';
import { marginOf } from '../../../shared/sample-plan.ts';
import type { PlanAsked, PlanPreview } from '../../../shared/wire/call-plans.ts';
import { useCallsWords } from '../../text/use-calls-words.ts';
import { writeCount, writeDecimal } from '../../text/write-number.ts';
import { BatchFacts } from '../parts/batch-facts.tsx';
import { StepHeading } from '../parts/step-heading.tsx';
import { StratumTable } from './stratum-table.tsx';

interface FramePreviewProps {
  readonly preview: PlanPreview;
  readonly asked: PlanAsked;
  /** What draws; only where there is somebody to call. */
  readonly children: ComponentChildren;
}

/** At 50 % the interval is widest. */
const SAFE_PERCENT = 50;

/** What a plan would be drawn from: how many dossiers, who of them can be called, what the sample will be able to tell. */
export function FramePreview({ preview, asked, children }: FramePreviewProps) {
  const { own, language } = useCallsWords();
  const words = own.make;
  const { strata, campaign } = preview;
  const sum = (key: 'population' | 'noNumber' | 'drawnBefore' | 'suppressed' | 'drawn') =>
    strata.reduce((all, stratum) => all + stratum[key], 0);
  const population = sum('population');
  const reachable = population - sum('noNumber') - sum('drawnBefore') - sum('suppressed');
  const drawn = sum('drawn');
  const count = (value: number) => writeCount(value, language);
  const points = (forms: number) => writeDecimal(marginOf(SAFE_PERCENT, forms), language);
  return (
    <section class="frame-preview">
      <StepHeading>{words.frame}</StepHeading>
      <BatchFacts
        facts={[
          [words.counts.population, count(population)],
          [words.counts.reachable, count(reachable)],
          [words.counts.noNumber, count(sum('noNumber'))],
          [words.counts.drawnBefore, count(sum('drawnBefore'))],
          [words.counts.suppressed, count(sum('suppressed'))],
          [words.counts.drawn, count(drawn)],
        ]}
      />
      {drawn === 0 ? (
        <p class="notice warning">{words.nobody}</p>
      ) : (
        <>
          <p>{words.campaign(campaign.name[language])}</p>
          {asked.queue === 'sample' && drawn > (asked.wanted ?? 0) && <p>{words.more(count(drawn))}</p>}
          {asked.queue === 'sample' && <p>{words.margin(points(drawn), points(drawn / 2))}</p>}
          <StratumTable strata={strata} />
          {children}
        </>
      )}
    </section>
  );
}
