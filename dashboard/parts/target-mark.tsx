import type { Target, TargetState } from '../../shared/wire/overview.ts';
import { useWords } from '../text/use-words.ts';
import { writeTarget } from '../text/write-number.ts';

interface TargetMarkProps {
  readonly state: TargetState;
  readonly target: Target | null;
  /** Without the target's own words. */
  readonly short?: boolean;
}

/** Whether a target is met: shape, word and colour say the same, so that none is needed alone. */
export function TargetMark({ state, target, short = false }: TargetMarkProps) {
  const { words, language } = useWords();
  return (
    <span class={`target-mark ${state}`}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        {state === 'met' && (
          <>
            <circle cx="10" cy="10" r="9" />
            <path d="M5.5 10.5l3 3 6-7" />
          </>
        )}
        {state === 'not-met' && (
          <>
            <path class="body" d="M10 19L.8 3h18.4z" />
            <path d="M10 6.4v5M10 13.8v.6" />
          </>
        )}
        {state === 'cannot-tell' && (
          <>
            <rect x="1" y="1" width="18" height="18" rx="4" />
            <path d="M5 8.2h10M5 12h10" stroke-dasharray="3 2" />
          </>
        )}
      </svg>
      <span>
        <b>{words.target.states[state]}</b>
        {!short && target && <> – {words.target.of(target.year, writeTarget(target.percent, language))}</>}
      </span>
    </span>
  );
}
