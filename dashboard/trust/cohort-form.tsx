import { useState } from 'preact/hooks';
import { useFirstFocus } from '../parts/use-first-focus.ts';
import { addDays, daysOfHalfMonth } from '../../shared/period.ts';
import type { Text } from '../../shared/questionnaire.ts';
import {
  COHORT_CLASSES,
  type CohortClass,
  REVIEW_DECISIONS,
  type ReviewDecision,
} from '../../shared/flag-classes.ts';
import type { ReviewMade } from '../../shared/wire/cohort-review.ts';
import { ADDRESSES } from '../addresses.ts';
import { Labelled } from '../parts/labelled.tsx';
import { isShortReason, ReasonField } from '../parts/reason-field.tsx';
import type { Refusal, ServerLink } from '../server-link.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useTrustWords } from '../text/use-trust-words.ts';
import { writeDate } from '../text/write-date.ts';
import { writeCount } from '../text/write-number.ts';

interface CohortFormProps {
  readonly server: ServerLink;
  readonly point: { readonly id: string; readonly name: Text };
  readonly halfMonth: string;
  readonly ended: () => void;
  readonly cancel: () => void;
  readonly decided: (sentence: string) => void;
}

/** A decision about one cohort: which half-day or half-month, which class, what, and why. */
export function CohortForm({ server, point, halfMonth, ended, cancel, decided }: CohortFormProps) {
  const { own, words, language, say } = useTrustWords();
  const { review } = own;
  const [day, setDay] = useState('');
  const [session, setSession] = useState<'AM' | 'PM'>('AM');
  const [flag, setFlag] = useState<CohortClass>('any');
  const [decision, setDecision] = useState<ReviewDecision>('exclude');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const heading = useFirstFocus<HTMLHeadingElement>();
  const isShort = isShortReason(reason);

  async function send(): Promise<void> {
    setTried(true);
    if (busy || isShort) return;
    setBusy(true);
    setError(null);
    const span = day === '' ? halfMonth : `${day}${session}`;
    const asked = { point: point.id, span, flag, decision, reason: reason.trim() };
    const answer = await server.ask<ReviewMade>('POST', ADDRESSES.reviews, asked);
    setBusy(false);
    if (answer.kind !== 'ok') {
      if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
      return setError(sayFault(answer));
    }
    const { id, forms } = answer.value;
    decided(forms === null ? review.madeFew(id) : review.made(id, writeCount(forms, language)));
  }
  function sayFault(refusal: Refusal): string {
    const why = refusal.kind === 'problem' && refusal.faults?.find(({ at }) => at === 'span')?.why;
    if (why === 'too-late') return review.tooLate;
    return why === 'too-early' ? review.tooEarly : sayRefusal(refusal, words);
  }
  return (
    <form
      class="act-panel"
      noValidate
      aria-label={review.openOf(say(point.name))}
      onSubmit={(submission) => {
        submission.preventDefault();
        void send();
      }}
      onKeyDown={(press) => {
        if (press.key === 'Escape' && !busy) cancel();
      }}
    >
      <h3 tabIndex={-1} ref={heading}>
        {review.open}
      </h3>
      <div class="what">
        <p>{review.what}</p>
      </div>
      {error !== null && (
        <p class="door-error" role="alert">
          {error}
        </p>
      )}
      <div class="cohort-fields">
        <Labelled label={review.day}>
          {(ids) => (
            <select {...ids} value={day} onChange={(change) => setDay(change.currentTarget.value)}>
              <option value="">{review.wholeHalf}</option>
              {daysIn(halfMonth).map((one) => (
                <option key={one} value={one}>
                  {writeDate(one)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        {day !== '' && (
          <Labelled label={review.session}>
            {(ids) => (
              <select
                {...ids}
                value={session}
                onChange={(change) => setSession(change.currentTarget.value === 'PM' ? 'PM' : 'AM')}
              >
                <option value="AM">{review.am}</option>
                <option value="PM">{review.pm}</option>
              </select>
            )}
          </Labelled>
        )}
        <Labelled label={review.flag}>
          {(ids) => (
            <select
              {...ids}
              value={flag}
              onChange={(change) =>
                setFlag(COHORT_CLASSES.find((one) => one === change.currentTarget.value) ?? 'any')
              }
            >
              {COHORT_CLASSES.map((one) => (
                <option key={one} value={one}>
                  {review.classes[one]}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={review.decide}>
          {(ids) => (
            <select
              {...ids}
              value={decision}
              onChange={(change) =>
                setDecision(REVIEW_DECISIONS.find((one) => one === change.currentTarget.value) ?? 'exclude')
              }
            >
              {REVIEW_DECISIONS.map((one) => (
                <option key={one} value={one}>
                  {review.did[one]}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      </div>
      <ReasonField
        label={review.reason}
        help={review.reasonHelp}
        short={review.reasonShort}
        value={reason}
        set={setReason}
        tried={tried}
      />
      <p class="act-buttons">
        <button type="submit" class="act-go" aria-disabled={busy}>
          {busy ? review.busy : review.go}
        </button>
        <button type="button" class="quiet-button" onClick={cancel}>
          {review.cancel}
        </button>
      </p>
    </form>
  );
}

function daysIn(halfMonth: string): string[] {
  const { from, to } = daysOfHalfMonth(halfMonth);
  const days = [from];
  while (days.at(-1)! < to) days.push(addDays(days.at(-1)!, 1));
  return days;
}
