import { useCallback, useRef, useState } from 'preact/hooks';
import { faultsOf } from '../../shared/set-up-rules.ts';
import { DRAFT_STEPS, SET_UP_STEPS } from '../../shared/wire/first-run.ts';
import type { DraftStep, SetUpState, SetUpStep } from '../../shared/wire/first-run.ts';
import type { Account } from '../../shared/wire/overview.ts';
import { SettingsForm } from '../settings/parts/settings-form.tsx';
import { ChooseMany } from '../settings/parts/choose-many.tsx';
import { useFirstRunWords } from '../text/use-first-run-words.ts';
import { AccountStep } from './account-step.tsx';
import { DemoPanel } from './demo-panel.tsx';
import type { FirstRunLink } from './first-run-link.ts';
import { OfficeFields, ProvinceFields } from './place-steps.tsx';
import { OwnFields, PointsFields } from './points-fields.tsx';
import { StepHead } from './step-head.tsx';
import { StepsBar } from './steps-bar.tsx';
import { suggestDraft } from './suggest-draft.ts';
import { useCommunes } from './use-communes.ts';
import { useDraft } from './use-draft.ts';

interface OrganisationStepsProps {
  readonly link: FirstRunLink;
  readonly state: Extract<SetUpState, { stage: 'organisation' }>;
  readonly ended: () => void;
  readonly made: (account: Account) => void;
}

const isDraftStep = (step: SetUpStep): step is DraftStep => DRAFT_STEPS.some((each) => each === step);

/** From the province to the account: a draft that can be left and gone back to at any step. */
export function OrganisationSteps({ link, state, ended, made }: OrganisationStepsProps) {
  const { run, say } = useFirstRunWords();
  const { draft, change, kept, keep } = useDraft(link, state.draft, ended);
  const [step, setStep] = useState<SetUpStep>(
    () => DRAFT_STEPS.find((each) => faultsOf(state.draft, each).length > 0) ?? 'account',
  );
  const [moved, setMoved] = useState(false);
  /** What the suggestions were last made of. */
  const suggested = useRef(state.draft);
  const { province } = draft;
  const communes = useCommunes(link, province, ended);

  const isDone = (each: SetUpStep) => isDraftStep(each) && faultsOf(draft, each).length === 0;
  const canOpen = (each: SetUpStep) =>
    SET_UP_STEPS.slice(0, SET_UP_STEPS.indexOf(each)).every(isDone) && SET_UP_STEPS.indexOf(each) <= 4;
  const open = useCallback((next: SetUpStep) => {
    setMoved(true);
    setStep(next);
  }, []);
  const at = SET_UP_STEPS.indexOf(step);
  const back = at > 0 ? () => open(SET_UP_STEPS[at - 1]!) : undefined;

  function goOn(): void {
    if (step === 'office') {
      const next = suggestDraft(draft, suggested.current, { communes: communes ?? [], fields: state.fields });
      suggested.current = next;
      change(next);
    }
    open(SET_UP_STEPS[at + 1]!);
  }

  const names = {
    province: state.provinces.find(({ code }) => code === province)?.name,
    commune: communes?.find(({ code }) => code === draft.office.commune)?.name,
  };
  return (
    <>
      <StepsBar at={step} done={isDone} canOpen={canOpen} open={open} />
      <section class="sheet step-sheet">
        <StepHead step={step} moved={moved} back={back} />
        {isDraftStep(step) ? (
          <SettingsForm
            key={step}
            go={run.next}
            check={() => faultsOf(draft, step)}
            send={keep}
            done={goOn}
            ended={ended}
            faultWords={{ 'points needed': run.points.none, 'fields needed': run.fields.none }}
          >
            {step === 'province' && <ProvinceFields {...{ draft, change }} provinces={state.provinces} />}
            {step === 'office' && <OfficeFields {...{ draft, change, communes }} />}
            {step === 'points' && <PointsFields {...{ draft, change }} />}
            {step === 'fields' && (
              <>
                <ChooseMany
                  label={run.fields.label}
                  name="fields"
                  options={state.fields.map(({ code, name }) => ({ id: code, name: say(name) }))}
                  value={draft.fields}
                  set={(fields) => change({ ...draft, fields: [...fields] })}
                />
                <OwnFields {...{ draft, change }} />
              </>
            )}
          </SettingsForm>
        ) : (
          <AccountStep {...{ link, draft, names, ended, made }} />
        )}
      </section>
      {step === 'province' && <DemoPanel link={link} demo={state.demo} ended={ended} />}
      <div class="kept-line">
        <p role="status">{{ kept: run.isKept, keeping: run.keeping, failed: run.notKept }[kept]}</p>
        <p>
          {run.kept} <code>npm run sipas -- set-up-link</code>
        </p>
      </div>
    </>
  );
}
