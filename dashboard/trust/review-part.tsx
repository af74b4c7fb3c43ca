import { useState } from 'preact/hooks';
import type { FormsAgainstDossiers, ReviewPoint, ReviewView } from '../../shared/wire/cohort-review.ts';
import { DataTable } from '../parts/data-table.tsx';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { PageLink } from '../parts/page-link.tsx';
import type { Page } from '../read-page.ts';
import type { ServerLink } from '../server-link.ts';
import { namePeriod } from '../text/name-period.ts';
import { useTrustWords } from '../text/use-trust-words.ts';
import { writeCount, writeDecimal } from '../text/write-number.ts';
import type { Fresh } from '../use-fresh.ts';
import { PointReview } from './point-review.tsx';

interface ReviewPartProps {
  readonly server: ServerLink;
  readonly review: Fresh<ReviewView>;
  readonly choose: (halfMonth: string) => void;
  readonly ended: () => void;
  readonly go: (page: Page) => void;
}

/** Marked forms of one half-month by service point, with the decisions about them. */
export function ReviewPart({ server, review, choose, ended, go }: ReviewPartProps) {
  const { own, words, language, say } = useTrustWords();
  const [sentence, setSentence] = useState<string | null>(null);
  const { value } = review;
  const points = value?.points.filter(isOfInterest).toSorted((a, b) => shareOf(b) - shareOf(a)) ?? [];
  const clean = (value?.points.length ?? 0) - points.length;
  return (
    <section class="sheet" id="review" aria-labelledby="review-title">
      <h2 id="review-title">{own.review.title}</h2>
      <p class="lead">{own.review.lead}</p>
      <FreshNotice fresh={review} loading={own.review.loading} />
      {value && (
        <>
          <label class="pick review-pick">
            <span>{own.review.halfMonth}</span>
            <select
              value={value.halfMonth}
              onChange={(change) => {
                setSentence(null);
                choose(change.currentTarget.value);
              }}
            >
              {value.halfMonths.map((halfMonth) => (
                <option key={halfMonth} value={halfMonth}>
                  {namePeriod(`half-${halfMonth.replace('/', '-')}`, language)}
                </option>
              ))}
            </select>
          </label>
          <div role="status">{sentence !== null && <p class="notice done">{sentence}</p>}</div>
          {value.points.length === 0 && <p class="nothing">{own.review.none}</p>}
          <ul class="review-points">
            {points.map((point) => (
              <li key={`${point.point.id} ${value.halfMonth}`}>
                <PointReview
                  server={server}
                  point={point}
                  halfMonth={value.halfMonth}
                  ended={ended}
                  decided={(said) => {
                    setSentence(said);
                    void review.refresh();
                  }}
                />
              </li>
            ))}
          </ul>
          {clean > 0 && <p class="trust-line">{own.review.clean(writeCount(clean, language))}</p>}
          <h3>{own.review.dossiers}</h3>
          <AgainstDossiers rows={value.dossiers} say={(row) => say(row.unit.name)} />
          <p class="note">{own.review.tickets}</p>
          <p>
            <PageLink page={{ kind: 'held' }} go={go}>
              {words.pages.held}: {own.review.toHeld}
            </PageLink>
          </p>
        </>
      )}
    </section>
  );
}

const isOfInterest = ({ counts, signs, reviews }: ReviewPoint) =>
  (counts?.flagged ?? 0) !== 0 || signs.length > 0 || reviews.length > 0;
/** Those that look unlike themselves first, then by the share of marked forms. */
function shareOf({ counts, signs }: ReviewPoint): number {
  const isUnlike = signs.length > 0 ? 2 : 0;
  if (!counts || counts.flagged === 'few') return isUnlike;
  return isUnlike + (counts.flagged === 'most' ? 1 : counts.flagged / counts.forms);
}

interface AgainstDossiersProps {
  readonly rows: readonly FormsAgainstDossiers[];
  readonly say: (row: FormsAgainstDossiers) => string;
}

function AgainstDossiers({ rows, say }: AgainstDossiersProps) {
  const { own, language } = useTrustWords();
  const known = rows.filter(({ returned }) => returned !== null);
  if (known.length === 0) return <p class="nothing">{own.review.noDossiers}</p>;
  const count = (value: number | null) => (value === null ? own.few : writeCount(value, language));
  return (
    <DataTable
      caption={own.review.dossiers}
      columns={own.review.dossierColumns}
      rows={known
        .toSorted((a, b) => (b.above ?? 0) - (a.above ?? 0))
        .map((row) => ({
          key: row.unit.id,
          cells: [
            say(row),
            count(row.forms),
            count(row.returned),
            row.takeUp === null ? own.few : writeDecimal(row.takeUp, language),
            count(row.above),
          ],
        }))}
    />
  );
}
