import type { SetUpState } from '../../shared/wire/first-run.ts';
import { CampaignStep } from './campaign-step.tsx';
import { DemoPanel } from './demo-panel.tsx';
import type { FirstRunLink } from './first-run-link.ts';
import { StepHead } from './step-head.tsx';
import { StepsBar } from './steps-bar.tsx';
import { TabletStep } from './tablet-step.tsx';

interface RestStepsProps {
  readonly link: FirstRunLink;
  readonly now: () => number;
  readonly state: Extract<SetUpState, { stage: 'campaign' | 'tablet' }>;
  readonly show: (state: SetUpState) => void;
  readonly refresh: () => void;
  readonly leave: (unit?: string) => void;
}

/** Once the account exists: campaign and tablet, which nobody goes back from. */
export function RestSteps({ link, now, state, show, refresh, leave }: RestStepsProps) {
  const { stage, today, office, demo } = state;
  const ended = () => leave();
  async function end(): Promise<void> {
    await link.end();
    // the account looks after the province; what has been set up is the office
    leave(office.id);
  }
  return (
    <>
      <StepsBar
        at={stage}
        done={(step) => step !== 'tablet' && (step !== 'campaign' || stage === 'tablet')}
        canOpen={() => false}
        open={() => {}}
      />
      <section class="sheet step-sheet">
        <StepHead step={stage} moved />
        {stage === 'campaign' ? (
          <CampaignStep link={link} today={today} ended={ended} made={show} />
        ) : (
          <TabletStep link={link} now={now} state={state} ended={ended} end={() => void end()} />
        )}
      </section>
      <DemoPanel link={link} demo={demo} ended={ended} refresh={refresh} />
    </>
  );
}
