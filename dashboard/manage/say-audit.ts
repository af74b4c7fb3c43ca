import { isDay } from '../../shared/period.ts';
import type { AuditLine } from '../../shared/wire/manage.ts';
import type { AuditWords } from '../text/audit-vi.ts';
import { writeDate } from '../text/write-date.ts';

export type AuditKind = Exclude<keyof AuditWords['kinds'], 'all'>;

/** Which kind of act a word of the log is; what nobody has named yet belongs to the server. */
export function kindOfAct(what: string): AuditKind {
  if (/^(?:sign-|account|password|role|second-factor|invitation|session|link|token)/.test(what))
    return 'sign-in';
  if (/^(?:device|enrol|seal|pin)/.test(what)) return 'device';
  if (/^(?:held|quarantine|rescue|reattribut|review|remark|case|reply)/.test(what)) return 'review';
  if (/^(?:export|report|public-page)/.test(what)) return 'export';
  return 'other';
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The act in words; a word that has none yet is shown as it stands, because a log hides nothing. */
export function sayAct(what: string, words: AuditWords): string {
  return words.acts[what] ?? words.unknown(what);
}

/** What stands beside the act: the name of its subject, then each detail; `values` has words for what is a word itself. */
export function sayDetails(
  line: AuditLine,
  words: AuditWords,
  values: Readonly<Record<string, string>>,
): string {
  const { name, ...others } = line.details;
  const sayValue = (value: string | number | boolean) => {
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    const text = String(value);
    if (Object.hasOwn(values, text)) return values[text]!;
    return isDay(text) ? writeDate(text) : text;
  };
  const parts = Object.entries(others).flatMap(([key, value]) =>
    value === null || value === '' ? [] : [`${words.details[key] ?? key}: ${sayValue(value)}`],
  );
  // an id without a name tells a reader nothing; what else was written down is said
  const subject = line.subject === null || UUID.test(line.subject) ? [] : [line.subject];
  return [...(typeof name === 'string' ? [name] : subject), ...parts].join('; ');
}
