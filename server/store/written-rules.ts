import * as v from 'valibot';
import { type AlertRule, AlertRuleSchema } from '../../shared/alert-rule.ts';
import type { Reader, Tx } from './store.ts';

/** Rules that units have set for themselves and all below them. */
export async function writtenRules(read: Reader): Promise<ReadonlyMap<string, AlertRule>> {
  const rows = await read.selectFrom('alert_rules').selectAll().execute();
  return new Map(
    rows.map(({ unit, is_on, line, measure, mail }) => [
      unit,
      v.parse(AlertRuleSchema, { isOn: is_on !== 0, line, measure, mail }),
    ]),
  );
}

/** Null takes the unit's own rule back. */
export async function writeRule(tx: Tx, unit: string, rule: AlertRule | null): Promise<void> {
  if (rule === null) {
    await tx.deleteFrom('alert_rules').where('unit', '=', unit).execute();
    return;
  }
  const { isOn, line, measure, mail } = rule;
  const columns = { is_on: Number(isOn), line, measure, mail };
  await tx
    .insertInto('alert_rules')
    .values({ unit, ...columns })
    .onConflict((on) => on.column('unit').doUpdateSet(columns))
    .execute();
}
