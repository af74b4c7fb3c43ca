import { type AlertRule, lineNear } from '../../shared/alert-rule.ts';
import { type Campaign, campaignFor } from '../store/campaigns.ts';
import { type Unit, upwards } from '../store/organisation.ts';

/** Where a rule comes from: the unit that has set it; null = nobody, and the campaign's threshold is the line. */
export interface RuleInForce {
  readonly rule: AlertRule;
  readonly from: string | null;
}

const USUAL_WARNING = 80;

/** The rule of the unit itself or the nearest above it that has set one; else on, at the campaign's threshold of warning. */
export function ruleFor(
  unit: string,
  given: {
    readonly units: readonly Unit[];
    readonly campaigns: readonly Campaign[];
    readonly written: ReadonlyMap<string, AlertRule>;
    readonly day: string;
  },
): RuleInForce {
  const { units, campaigns, written, day } = given;
  const from = upwards(units, unit).find(({ id }) => written.has(id))?.id;
  if (from !== undefined) return { rule: written.get(from)!, from };
  const warning = campaignFor(campaigns, units, unit, day)?.thresholds.warnBelow ?? USUAL_WARNING;
  return { rule: { isOn: true, line: lineNear(warning), measure: 'overall', mail: 'unit' }, from: null };
}
