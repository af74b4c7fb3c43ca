import * as v from 'valibot';
import { AlertRuleSchema, type AlertRule } from '../alert-rule.ts';
import { EmailSchema } from '../email.ts';
import type { UnitName } from './overview.ts';
import type { Answer } from './answer-parts.ts';
import type { AlertRowSchema, AlertListSchema } from './check-answers.ts';

/** What the pages of alerts exchange with the server. No share and no count is in it. */
export type AlertRow = Answer<typeof AlertRowSchema>;
/** `GET /api/v1/alerts`: the newest first; `POST /api/v1/alerts/ID/seen` with an empty object answers the same. */
export type AlertList = Answer<typeof AlertListSchema>;

/** `POST /api/v1/alerts/rules` → `AlertSettings`: null takes the unit's own rule back. */
export const RuleAskedSchema = v.strictObject({
  unit: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  rule: v.nullable(AlertRuleSchema),
});
export type RuleAsked = v.InferOutput<typeof RuleAskedSchema>;

/** `PUT /api/v1/alerts/address` → `AlertSettings`: where the own account's mail goes; null = nowhere. */
export const AddressAskedSchema = v.strictObject({ email: EmailSchema });

export interface RuleRow {
  readonly unit: UnitName;
  readonly rule: AlertRule;
  /** The unit that has set it; null = nobody, and the line is the campaign's threshold of warning. */
  readonly from: Pick<UnitName, 'id' | 'name'> | null;
}
export interface MailHealth {
  /** The address that mails come from. */
  readonly from: string;
  readonly waiting: number;
  readonly failed: number;
  /** What the last round met: null = none yet. `trouble`: a code; null = all went well. */
  readonly last: { readonly at: number; readonly trouble: string | null } | null;
}
/** `GET /api/v1/alerts/rules` */
export interface AlertSettings {
  readonly rules: readonly RuleRow[];
  /** Null: no e-mail is set up on this server. */
  readonly mail: MailHealth | null;
  /** Of the own account. */
  readonly email: string | null;
}

/** `POST /api/v1/alerts/trial` with an empty object: a test message to the own address. */
export interface Trial {
  readonly kind: 'sent' | 'refused' | 'later' | 'trouble';
  /** A code of SMTP or of the network; null when it was sent. */
  readonly word: string | null;
}
