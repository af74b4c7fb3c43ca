import type { Check, CheckEnd, Ends } from './self-test.ts';
import type { StaffWords } from './staff-words.ts';

const SIGNS: Readonly<Record<CheckEnd, string>> = {
  ok: 'M8 17l6 6 11-13',
  warn: 'M16 7v12M16 25v.1',
  bad: 'M9 9l14 14M23 9L9 23',
};

/** Checks with their ticks: sign and word, never the colour alone. What has not ended yet has an empty ring. */
export function CheckList(props: {
  readonly words: StaffWords;
  readonly checks: readonly Check[];
  readonly ends: Ends;
}) {
  const { words, checks, ends } = props;
  return (
    <ul class="checks">
      {checks.map((check) => {
        const end = ends[check];
        return (
          <li key={check} class={`check check-${end ?? 'open'}`}>
            <svg viewBox="0 0 32 32" aria-hidden="true">
              <circle cx="16" cy="16" r="15" />
              {end && <path d={SIGNS[end]} />}
            </svg>
            <span>{words.test.checks[check]}</span>
            <b>{end ? words.test[end] : words.test.skipped}</b>
          </li>
        );
      })}
    </ul>
  );
}
