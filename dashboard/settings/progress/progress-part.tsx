import { useCallback } from 'preact/hooks';
import type { CampaignProgress, UnitProgress } from '../../../shared/wire/campaign-progress.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useProgressWords } from '../../text/use-progress-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { ItemsFold } from './items-fold.tsx';
import { OutlookMark } from './outlook-mark.tsx';
import { UnitCard } from './unit-card.tsx';

const EVERY_MS = 60_000;
/** What needs somebody comes first. */
const URGENCY = ['short', 'at-risk', 'unknown', 'enough', 'reached'] as const;
const urgencyOf = ({ outlook }: UnitProgress) => (outlook === null ? 2 : URGENCY.indexOf(outlook));

/** Received, wanted and forecast of each unit of a campaign. */
export function ProgressPart({ server, id, ended, go }: SettingsPageProps & { readonly id: string }) {
  const { own } = useProgressWords();
  const words = own.progress;
  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<CampaignProgress>(
        'GET',
        `/api/v1/campaigns/${encodeURIComponent(id)}/progress`,
        undefined,
        signal,
      ),
    [server, id],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const progress = fresh.value;
  return (
    <section aria-labelledby="progress-title">
      <h2 id="progress-title">{words.title}</h2>
      <FreshNotice fresh={fresh} loading={own.loading} />
      {progress && (
        <>
          <p class="lead">
            {words.run(writeDate(progress.from), writeDate(progress.to))} {progress.isYear && words.year}
          </p>
          {!progress.campaign.hasPlan && (
            <p class="notice">
              {words.noPlan}{' '}
              <PageLink page={{ kind: 'campaigns', id }} go={go}>
                {words.toCampaign}
              </PageLink>
            </p>
          )}
          <Summary units={progress.units} />
          <ul class="progress-units">
            {progress.units
              .toSorted((a, b) => urgencyOf(a) - urgencyOf(b))
              .map((unit) => (
                <li key={unit.unit.id}>
                  <UnitCard
                    progress={unit}
                    items={<ItemsFold {...{ server, ended }} campaign={id} unit={unit.unit.id} />}
                  />
                </li>
              ))}
          </ul>
          <p class="note">{words.released}</p>
          <p class="note">{words.method}</p>
          {(progress.countedFrom !== progress.from || progress.countedTo !== progress.to) && (
            <p class="note">{words.whole(writeDate(progress.countedFrom), writeDate(progress.countedTo))}</p>
          )}
        </>
      )}
    </section>
  );
}

/** How many units stand how; of one unit its card says it. */
function Summary({ units }: { readonly units: readonly UnitProgress[] }) {
  const { own, language } = useProgressWords();
  const counted = URGENCY.map((outlook) => ({
    outlook,
    units: units.filter((unit) => unit.outlook === outlook),
  })).filter((one) => one.units.length > 0);
  if (units.length < 2 || counted.length === 0) return null;
  return (
    <ul class="progress-summary" aria-label={own.progress.summary}>
      {counted.map(({ outlook, units: some }) => (
        <li key={outlook}>
          <OutlookMark outlook={outlook} isOver={some.every(({ daysLeft }) => daysLeft === 0)} />
          <span>{own.progress.units(writeCount(some.length, language))}</span>
        </li>
      ))}
    </ul>
  );
}
