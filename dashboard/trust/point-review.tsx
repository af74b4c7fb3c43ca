import { useState } from 'preact/hooks';
import { FLAG_CLASSES } from '../../shared/flag-classes.ts';
import type { ReviewPoint, ReviewRow, Told } from '../../shared/wire/cohort-review.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { DataTable } from '../parts/data-table.tsx';
import type { ServerLink } from '../server-link.ts';
import { namePeriod } from '../text/name-period.ts';
import type { TrustWords } from '../text/trust-vi.ts';
import { unlikePlacesEn } from '../text/unlike-places-en.ts';
import { unlikePlacesVi } from '../text/unlike-places-vi.ts';
import { useTrustWords } from '../text/use-trust-words.ts';
import { writeDate } from '../text/write-date.ts';
import { writeCount } from '../text/write-number.ts';
import { CohortForm } from './cohort-form.tsx';

interface PointReviewProps {
  readonly server: ServerLink;
  readonly point: ReviewPoint;
  readonly halfMonth: string;
  readonly ended: () => void;
  readonly decided: (sentence: string) => void;
}

/** One service point: a line, and behind it classes, half-days, decisions and what can be decided. */
export function PointReview({ server, point: shown, halfMonth, ended, decided }: PointReviewProps) {
  const { own, language, say } = useTrustWords();
  const { review } = own;
  const unlike = language === 'vi' ? unlikePlacesVi : unlikePlacesEn;
  const [isOpen, setOpen] = useState(false);
  const { point, unit, counts, halfDays, signs, reviews } = shown;
  const count = (value: number) => writeCount(value, language);
  const tell = (told: Told) => (typeof told === 'number' ? count(told) : review[told]);
  return (
    <details class="review-point">
      <summary>
        <span class="review-name">
          <b>{say(point.name)}</b> <span class="muted">{say(unit.name)}</span>
        </span>
        <span class="review-facts">
          {signs.length > 0 && <span class="state-chip">{review.unlike}</span>}
          {reviews.length > 0 && <span class="state-chip">{review.decided(count(reviews.length))}</span>}
          <span>{counts ? review.count(tell(counts.flagged), count(counts.forms)) : review.noCount}</span>
        </span>
      </summary>
      {signs.length > 0 && (
        <div class="review-signs">
          <p>{unlike.over}</p>
          <ul class="unlike-signs">
            {signs.map((sign) => (
              <li key={sign}>{unlike.signs[sign]}</li>
            ))}
          </ul>
          <p class="muted">{unlike.act}</p>
        </div>
      )}
      {counts && counts.flagged !== 0 && (
        <>
          <DataTable
            caption={review.byClass(say(point.name))}
            columns={review.classColumns}
            rows={FLAG_CLASSES.filter((flag) => counts.classes[flag] !== 0).map((flag) => ({
              key: flag,
              cells: [review.classes[flag], tell(counts.classes[flag])],
            }))}
          />
          <p class="note">{review.several}</p>
        </>
      )}
      {halfDays.length > 0 && (
        <>
          <h3>{review.halfDays}</h3>
          <ul class="plain-list">
            {halfDays.map((one) => (
              <li key={one.halfDay}>{review.halfDay(sayHalfDay(one.halfDay, own), count(one.forms))}</li>
            ))}
          </ul>
        </>
      )}
      {reviews.length > 0 && (
        <>
          <h3>{review.decisions}</h3>
          <ol class="plain-list">
            {reviews.map((one) => (
              <DecisionLine key={one.id} review={one} />
            ))}
          </ol>
        </>
      )}
      {isOpen ? (
        <CohortForm
          server={server}
          point={point}
          halfMonth={halfMonth}
          ended={ended}
          cancel={() => setOpen(false)}
          decided={(sentence) => {
            setOpen(false);
            decided(sentence);
          }}
        />
      ) : (
        <p class="act-buttons">
          <button
            type="button"
            class="quiet-button"
            aria-label={review.openOf(say(point.name))}
            onClick={() => setOpen(true)}
          >
            {review.open}
          </button>
        </p>
      )}
    </details>
  );
}

function DecisionLine({
  review: { span, flag, decision, author, day, reason },
}: {
  readonly review: ReviewRow;
}) {
  const { own, language } = useTrustWords();
  const { review } = own;
  return (
    <li>
      <b>{review.decision(review.did[decision], saySpan(span, own, language), review.classes[flag])}</b>
      <br />
      <span class="muted">{review.by(author, writeDate(day), reason)}</span>
    </li>
  );
}

function sayHalfDay(halfDay: string, { review }: TrustWords): string {
  const day = writeDate(halfDay.slice(0, 10));
  return halfDay.endsWith('AM') ? review.morning(day) : review.afternoon(day);
}

const saySpan = (span: string, own: TrustWords, language: Language) =>
  span.includes('/') ? namePeriod(`half-${span.replace('/', '-')}`, language) : sayHalfDay(span, own);
