import type { Overview } from '../../shared/wire/overview.ts';
import { FactorBars } from '../charts/factor-bars.tsx';
import { Trend } from '../charts/trend.tsx';
import { UnitMultiples } from '../charts/unit-multiples.tsx';
import type { OpenPassport } from '../parts/asked-passport.ts';
import { ChannelMix } from '../parts/channel-mix.tsx';
import { nameDatedPeriod } from '../text/name-period.ts';
import { useWords } from '../text/use-words.ts';
import { writeDates } from '../text/write-date.ts';

interface OverviewChartsProps {
  readonly overview: Overview;
  /** Whether a row's unit can be opened by this account. */
  readonly canOpen: (id: string) => boolean;
  readonly open: (id: string) => void;
  readonly openPassport: OpenPassport;
}

/** What stands below the first look; it comes while that is read. */
export function OverviewCharts({ overview, canOpen, open, openPassport }: OverviewChartsProps) {
  const { language } = useWords();
  const { period, trend, trendBreaks } = overview;
  const dates = nameDatedPeriod(period, language);
  return (
    <>
      <Trend
        points={trend}
        breaks={trendBreaks}
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
