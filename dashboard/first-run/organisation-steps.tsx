import { useEffect, useRef, useState } from 'preact/hooks';
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
import { firstStepOf, pointName, suggestDraft } from './suggest-draft.ts';
import { useCommunes } from './use-communes.ts';
import { useDraft } from './use-draft.ts';

interface OrganisationStepsProps {
  readonly link: FirstRunLink;
  readonly state: Extract<SetUpState, { stage: 'organisation' }>;
  readonly ended: () => void;
  readonly refresh: () => void;
  readonly made: (account: Account) => void;
}

const isDraftStep = (step: SetUpStep): step is DraftStep => DRAFT_STEPS.some((each) => each === step);

/** From the province to the account: a draft that can be left and gone back to at any step. */
export function OrganisationSteps({ link, state, ended, refresh, made }: OrganisationStepsProps) {
  const { run, say } = useFirstRunWords();
  const { draft, change, kept, keep } = useDraft(link, state.draft, ended);
  const [step, setStep] = useState<SetUpStep>(() => firstStepOf(state.draft));
  const [moved, setMoved] = useState(false);
  const { province, office } = draft;
  const communes = useCommunes(link, province, ended);
  /** The name that was last suggested, or was in the session before this one. */
  const suggested = useRef<string>(undefined);
  useEffect(() => {
    if (communes) suggested.current ??= pointName(state.draft, communes).vi;
  }, [communes]);

  const isDone = (each: SetUpStep) => isDraftStep(each) && faultsOf(draft, each).length === 0;
  const canOpen = (each: SetUpStep) =>
    SET_UP_STEPS.slice(0, SET_UP_STEPS.indexOf(each)).every(isDone) && SET_UP_STEPS.indexOf(each) <= 4;
  const at = SET_UP_STEPS.indexOf(step);
  function open(next: SetUpStep): string | undefined {
    if (step === 'office' && SET_UP_STEPS.indexOf(next) > at) {
      if (office.kind === 'commune' && !communes) return run.office.loading;
      const known = { communes: communes ?? [], fields: state.fields };
      change(suggestDraft(draft, suggested.current, known));
      suggested.current = pointName(draft, known.communes).vi;
    }
    setMoved(true);
    setStep(next);
    return undefined;
  }
  const back = at > 0 ? () => void open(SET_UP_STEPS[at - 1]!) : undefined;

  const names = {
    province: state.provinces.find(({ code }) => code === province)?.name,
    commune: communes?.find(({ code }) => code === office.commune)?.name,
  };
  return (
    <>
      <StepsBar at={step} done={isDone} canOpen={canOpen} open={(next) => void open(next)} />
      <section class="sheet step-sheet">
        <StepHead step={step} moved={moved} back={back} />
        {isDraftStep(step) ? (
          <SettingsForm
            key={step}
            go={run.next}
            check={() => faultsOf(draft, step)}
            send={keep}
            done={() => open(SET_UP_STEPS[at + 1]!)}
            ended={ended}
            faultWords={{
              'points needed': run.points.none,
              'fields needed': run.fields.none,
              'office.contact wrong': run.office.contactWrong,
            }}
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
      {step === 'province' && <DemoPanel link={link} demo={state.demo} ended={ended} refresh={refresh} />}
      <div class="kept-line">
        <p role="status">{{ kept: run.isKept, keeping: run.keeping, failed: run.notKept }[kept]}</p>
        <p>
          {run.kept} <code>npm run sipas -- set-up-link</code>
        </p>
      </div>
    </>
  );
}
