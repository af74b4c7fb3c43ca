import { type Forecast, forecastCount, outlookOf, type Stretch } from '../../shared/forecast.ts';
import { dayAfter, daysOfHalfMonth, type Period } from '../../shared/period.ts';
import { type FormKind, FORMS } from '../../shared/questionnaire.ts';
import { MIN_N } from '../../shared/score.ts';
import { type Channel, CHANNELS } from '../../shared/submission.ts';
import type { ChannelProgress, UnitProgress } from '../../shared/wire/campaign-progress.ts';
import type { Unit } from '../store/organisation.ts';
import type { CampaignGround } from './campaign-ground.ts';
import { paceOf } from './campaign-run.ts';
import { createNaming, type Naming } from './naming.ts';
import type { OpeningDays } from './days-open.ts';
import { nameOf } from './unit-rows.ts';
import { pagesOf, type Place } from './place-tree.ts';
import { slice, valuesIn } from './served-cells.ts';
import { leavesSmallRest, withheldRows } from '../withhold.ts';

/** A unit with what the plan asks of it. */
export interface PlannedUnit {
  readonly unit: Unit;
  readonly wanted: number | null;
  readonly openingDays: OpeningDays;
}

/** Of one form the forms of a unit in one way, or in all ways together. */
export interface Part {
  readonly form: FormKind;
  readonly place: Place;
  readonly naming: Naming;
}

/** Nothing is read here: the ground brings the served tallies. */
export function buildProgress(ground: CampaignGround, units: readonly PlannedUnit[]): UnitProgress[] {
  const { trees, shape, cells } = ground;
  const { day } = trees[0]!;
  const forms = FORMS.map((form) => ({
    form,
    naming: createNaming(shape),
    page: pagesOf({ trees, cells: cells[form], shape, form }),
    channels: waysOf(ground, form),
  }));
  return units.map((planned) => {
    const count = createCount(ground, planned);
    const wholes = forms.map(({ form, naming, page }) => ({
      form,
      naming,
      place: page(planned.unit.id, day).place,
    }));
    const channels = forms.flatMap(({ form, naming, channels: ways }) =>
      channelsOf(
        ways.map(({ channel, page }) => {
          return { channel, form, naming, place: page(planned.unit.id, day).place };
        }),
        count,
      ),
    );
    return { unit: nameOf(planned.unit), ...totalOf(wholes, planned, count), channels };
  });
}

/** The pages of each way in which forms of one kind came: each way is a world of its own, in which places hide alike. */
export function waysOf({ trees, shape, cells }: CampaignGround, form: FormKind) {
  const asked = valuesIn(cells[form], 'channel');
  return CHANNELS.filter((channel) => asked.has(channel)).map((channel) => {
    const own = slice(cells[form], 'channel', [channel]);
    return { channel, page: pagesOf({ trees, cells: own, shape, form }) };
  });
}

type Count = ReturnType<typeof createCount>;

/** What is counted of one unit, by its opening days. */
export function createCount({ run, today }: CampaignGround, { openingDays }: PlannedUnit) {
  const last = today < run.to ? today : run.to;
  const next = dayAfter(last);
  const daysLeft = openingDays(next > run.from ? next : run.from, run.to);
  const pace = paceOf(run, today);
  const stretches = (pace?.halfMonths ?? []).map((halfMonth) => {
    const { from, to } = daysOfHalfMonth(halfMonth);
    const days = openingDays(from > run.from ? from : run.from, to < last ? to : last);
    return { days, period: { ...pace!, id: halfMonth, halfMonths: [halfMonth] } };
  });
  const validIn = ({ place, naming }: Part, period: Period) => naming.count(place, period, 'valid');
  return {
    daysLeft,
    daysPassed: openingDays(run.from, last),
    submissions: ({ place, naming }: Part) => naming.count(place, run.period),
    valid: (part: Part) => validIn(part, run.period),
    mayName: ({ place, naming }: Part) => naming.mayName(place, run.period),
    /** The forecast tells how many came lately: that number must be one that could be named. */
    forecast(parts: readonly Part[]): Forecast | null {
      if (daysLeft === 0 || !pace) return null;
      const tells = parts.some(({ place, naming }) => {
        const rest = leavesSmallRest(naming.count(place, run.period), naming.count(place, pace));
        return rest || !naming.mayName(place, pace);
      });
      if (tells) return null;
      const counted = stretches.map(({ days, period }): Stretch => {
        return { days, count: parts.reduce((sum, part) => sum + validIn(part, period), 0) };
      });
      return forecastCount(counted, daysLeft) ?? null;
    },
  };
}

/**
 * Both kinds of form count for the plan. One that is too few to be named is left out; one that is hidden for another
 * reason may be many, so then nothing is said.
 */
function totalOf(
  wholes: readonly Part[],
  { wanted }: PlannedUnit,
  count: Count,
): Omit<UnitProgress, 'unit' | 'channels'> {
  const { daysLeft, daysPassed } = count;
  const named = wholes.filter(count.mayName);
  const hidden = wholes.filter((part) => !named.includes(part));
  const isTold = hidden.every((part) => count.submissions(part) < MIN_N) && hidden.length < wholes.length;
  const received = isTold ? named.reduce((sum, part) => sum + count.valid(part), 0) : null;
  const forecast = isTold ? count.forecast(named.filter((part) => count.submissions(part) > 0)) : null;
  const isJudged = wanted !== null && received !== null;
  return {
    wanted,
    received,
    leavesOut: isTold && hidden.length > 0,
    daysPassed,
    daysLeft,
    forecast: forecast && atCutOff(received ?? 0, forecast),
    outlook: isJudged ? outlookOf(wanted, received, daysLeft, forecast ?? undefined) : null,
  };
}

/** The ways in which forms of one kind came, under the rule of every breakdown. */
function channelsOf(
  parts: readonly (Part & { readonly channel: Channel })[],
  count: Count,
): ChannelProgress[] {
  const some = parts.filter((part) => count.submissions(part) > 0);
  const hidden = withheldRows(
    some.map((part) => ({ n: count.submissions(part), withheld: !count.mayName(part) })),
  );
  return some.map((part, i): ChannelProgress => {
    const { channel, form } = part;
    if (hidden[i]) return { channel, form, received: null, forecast: null };
    const received = count.valid(part);
    const forecast = count.forecast([part]);
    return { channel, form, received, forecast: forecast && atCutOff(received, forecast) };
  });
}

const atCutOff = (received: number, { expected, low, high }: Forecast): Forecast => ({
  expected: received + expected,
  low: received + low,
  high: received + high,
});
