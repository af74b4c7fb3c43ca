import { useCallback } from 'preact/hooks';
import type { ImportedResults } from '../../shared/wire/imported-results.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import { FactorBars } from '../charts/factor-bars.tsx';
import { Trend } from '../charts/trend.tsx';
import { UnitMultiples } from '../charts/unit-multiples.tsx';
import { ADDRESSES } from '../addresses.ts';
import type { OpenPassport } from '../parts/asked-passport.ts';
import { ChannelMix } from '../parts/channel-mix.tsx';
import type { ServerLink } from '../server-link.ts';
import { nameDatedPeriod } from '../text/name-period.ts';
import { useWords } from '../text/use-words.ts';
import { writeDates } from '../text/write-date.ts';
import { useFresh } from '../use-fresh.ts';

/** Former years change when somebody brings in a file. */
const IMPORTED_EVERY_MS = 600_000;

interface OverviewChartsProps {
  readonly server: ServerLink;
  readonly ended: () => void;
  readonly overview: Overview;
  /** Whether a row's unit can be opened by this account. */
  readonly canOpen: (id: string) => boolean;
  readonly open: (id: string) => void;
  readonly openPassport: OpenPassport;
}

/** What stands below the first look; it comes while that is read. */
export function OverviewCharts({
  server,
  ended,
  overview,
  canOpen,
  open,
  openPassport,
}: OverviewChartsProps) {
  const { language } = useWords();
  const { unit, method, period, trend, trendBreaks } = overview;
  const address = ADDRESSES.imported(unit.id, method);
  const ask = useCallback(
    (signal: AbortSignal) => server.ask<ImportedResults>('GET', address, undefined, signal),
    [server, address],
  );
  const { value } = useFresh(ask, IMPORTED_EVERY_MS, ended);
  const imported = value?.unit.id === unit.id ? startedBefore(value, trend[0]?.from ?? period.from) : null;
  const dates = nameDatedPeriod(period, language);
  return (
    <>
      <Trend
        points={trend}
        breaks={trendBreaks}
        imported={imported}
        dates={trend.length > 0 ? writeDates(trend[0]!.from, trend.at(-1)!.to) : ''}
      />
      <FactorBars factors={overview.factors} dates={dates} openPassport={openPassport} />
      <UnitMultiples
        rows={overview.units}
        starts={trendBreaks.map(({ at }) => at)}
        withheldN={overview.unitsWithheld}
        dates={dates}
        canOpen={canOpen}
        open={open}
        openPassport={openPassport}
      />
      <ChannelMix channels={overview.channels} />
    </>
  );
}

/** Left of a trend stands what began before it: of an older period's trend, nothing that came later. */
function startedBefore(results: ImportedResults, day: string): ImportedResults {
  const points = results.points.filter(({ from }) => from < day);
  return { ...results, points, breaks: results.breaks.filter(({ at }) => at < points.length) };
}
