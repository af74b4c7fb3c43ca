import { useEffect, useRef } from 'preact/hooks';
import { SET_UP_STEPS } from '../../shared/wire/first-run.ts';
import type { SetUpStep } from '../../shared/wire/first-run.ts';
import { useFirstRunWords } from '../text/use-first-run-words.ts';

interface StepHeadProps {
  readonly step: SetUpStep;
  /** Somebody came from another step: the heading takes the focus. */
  readonly moved: boolean;
  readonly back?: (() => void) | undefined;
}

/** Which step this is and, in one sentence, what it is for. */
export function StepHead({ step, moved, back }: StepHeadProps) {
  const { words, run } = useFirstRunWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { name, lead } = run.steps[step];
  const title = run.progress(SET_UP_STEPS.indexOf(step) + 1, SET_UP_STEPS.length, name);
  useEffect(() => {
    if (!moved) return;
    globalThis.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  useEffect(() => {
    document.title = `${title} – ${words.brand}`;
  }, [title, words]);
  return (
    <>
      {back && (
        <p class="way-back">
          <button type="button" class="as-link" onClick={back}>
            <span aria-hidden="true">← </span>
            {run.back}
          </button>
        </p>
      )}
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p class="lead">{lead}</p>
    </>
  );
}
