import { SET_UP_STEPS } from '../../shared/wire/first-run.ts';
import type { SetUpStep } from '../../shared/wire/first-run.ts';
import { useFirstRunWords } from '../text/use-first-run-words.ts';

interface StepsBarProps {
  readonly at: SetUpStep;
  /** The steps that are through; those that can be opened again are buttons. */
  readonly done: (step: SetUpStep) => boolean;
  readonly canOpen: (step: SetUpStep) => boolean;
  readonly open: (step: SetUpStep) => void;
}

/** All steps in their order; on a phone only their marks, because the heading below says where one is. */
export function StepsBar({ at, done, canOpen, open }: StepsBarProps) {
  const { run } = useFirstRunWords();
  return (
    <nav class="steps-bar" aria-label={run.stepsLabel}>
      <ol>
        {SET_UP_STEPS.map((step, index) => {
          const isDone = step !== at && done(step);
          const name = (
            <>
              <span class="step-mark" aria-hidden="true">
                {isDone ? '✓' : index + 1}
              </span>
              <span class="step-name">{run.steps[step].name}</span>
              {isDone && <span class="unseen">{`, ${run.done}`}</span>}
            </>
          );
          return (
            <li
              key={step}
              class={isDone ? 'done' : undefined}
              aria-current={step === at ? 'step' : undefined}
            >
              {step !== at && canOpen(step) ? (
                <button type="button" onClick={() => open(step)}>
                  {name}
                </button>
              ) : (
                <span class="step">{name}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
