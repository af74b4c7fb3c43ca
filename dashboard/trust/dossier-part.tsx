import { useCallback } from 'preact/hooks';
import { spansBetween } from '../../shared/dossier-spans.ts';
import type { AgainstDossiers } from '../../shared/wire/against-dossiers.ts';
import { ADDRESSES } from '../addresses.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import type { Choice, ServerLink } from '../server-link.ts';
import { againstEn } from '../text/against-en.ts';
import { againstVi } from '../text/against-vi.ts';
import { namePeriod } from '../text/name-period.ts';
import { useWords } from '../text/use-words.ts';
import { writeDate } from '../text/write-date.ts';
import { writeCount, writeDecimal } from '../text/write-number.ts';
import { useFresh } from '../use-fresh.ts';
import { TakeUpTable } from './take-up-table.tsx';
import { WeighedTable } from './weighed-table.tsx';

/** What it shows moves with half-months and imports. */
const ASK_EVERY_MS = 300_000;

export interface DossierPartProps extends Pick<Choice, 'unit' | 'period' | 'form'> {
  readonly server: ServerLink;
  readonly ended: () => void;
  readonly today: string;
  readonly choosePeriod: (period: string) => void;
}

/** Forms beside the dossiers returned, and the second figure that is weighted by them. */
export function DossierPart(props: DossierPartProps) {
  const { server, unit, period, form, ended, today, choosePeriod } = props;
  const { language } = useWords();
  const own = language === 'vi' ? againstVi : againstEn;
  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<AgainstDossiers>(
        'GET',
        ADDRESSES.againstDossiers({ unit, period, form }),
        undefined,
        signal,
      ),
    [server, unit, period, form],
  );
  const fresh = useFresh(ask, ASK_EVERY_MS, ended);
  const { value } = fresh;
  const month = value && monthIn(value, today);
  return (
    <section class="sheet" id="dossiers" aria-labelledby="dossiers-title">
      <h2 id="dossiers-title">{own.title}</h2>
      <p class="lead">{own.lead}</p>
      <FreshNotice fresh={fresh} loading={own.loading} />
      {value && (
        <>
          <h3>{own.takeUp}</h3>
          <p class="trust-line">{sayTotal(value)}</p>
          {value.total.returned === null && month && (
            <p>
              <button type="button" class="quiet-button" onClick={() => choosePeriod(month)}>
                {own.toMonth(namePeriod(month, language))}
              </button>
            </p>
          )}
          {value.total.returned !== null && (
            <>
              {value.knownUntil && <p class="note">{own.knownUntil(writeDate(value.knownUntil))}</p>}
              <TakeUpTable own={own} caption={own.units} first={own.columns.unit} rows={value.units} />
              {value.fields ? (
                <TakeUpTable own={own} caption={own.fields} first={own.columns.field} rows={value.fields} />
              ) : (
                <p class="note">{own.fieldsOpen}</p>
              )}
              <p class="note">{own.takeUpNote}</p>
            </>
          )}
          <h3>{own.weighed}</h3>
          <p class="lead">{own.weighedLead}</p>
          <WeighedTable own={own} weighed={value.weighed} />
          <p class="note">{own.weighedNote}</p>
        </>
      )}
    </section>
  );

  function sayTotal({ total: { forms, returned, per100 } }: AgainstDossiers): string {
    if (returned === null) return own.noDossiers;
    if (forms === null || per100 === null) return own.noForms;
    const count = (number: number) => writeCount(number, language);
    return own.total(count(forms), count(returned), writeDecimal(per100, language));
  }
}

/** The last whole month of a longer period that is over: statistics may speak of it where they cannot of the period. */
function monthIn({ period: { id, from, to } }: AgainstDossiers, today: string): string | null {
  const whole = spansBetween(from, to, 'month').filter(
    (one) => one.from >= from && one.to <= to && one.to < today,
  );
  const last = whole.at(-1);
  return last && !id.startsWith('month-') ? `month-${last.id}` : null;
}
