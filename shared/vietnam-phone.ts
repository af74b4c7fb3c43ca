const ORDINARY = /^(?:0[35789]\d{8}|02\d{9})$/;
/** Service lines (1900, 1800) have eight or ten digits; 1022 is the information line of many provinces. */
const SERVICE = /^(?:1[89]00\d{4}(?:\d\d)?|1022)$/;

/** One number, whole, without what people write between its digits. Spreadsheets drop the first zero; it is given back. */
function readDigits(text: string): string {
  const digits = text.replace(/[\s.\-()]/g, '').replace(/^(?:\+|00)?84(?=\d{9,10}$)/, '0');
  return /^[235789]/.test(digits) ? `0${digits}` : digits;
}

/**
 * A telephone number of Viet Nam as people write it, in one form: `0912345678`. Mobiles have ten digits since 2018 (03,
 * 05, 07, 08, 09), landlines eleven (02…). Of several numbers in one cell the first counts. Undefined: no number that
 * could be called.
 */
export function readPhone(text: string): string | undefined {
  const digits = readDigits(text.split(/[;,/|]|\s+(?:-|hoặc|or)\s+/)[0]!);
  return ORDINARY.test(digits) ? digits : undefined;
}

/** The number that an office shows: one number, also of a service line; of several none is chosen silently. */
export function readOfficePhone(text: string): string | undefined {
  const digits = readDigits(text);
  return ORDINARY.test(digits) || SERVICE.test(digits) ? digits : undefined;
}

/** Ha Noi and Ho Chi Minh City have area codes of three digits, all others of four. */
const GROUPS = [
  [/^(02[48])(\d{4})(\d{4})$/, '$1 $2 $3'],
  [/^(02\d\d)(\d{4})(\d{3})$/, '$1 $2 $3'],
  [/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3'],
  [/^(1\d{3})(\d{4})$/, '$1 $2'],
] as const;

/** A number as offices write theirs, in groups that a line never parts. */
export function writePhone(digits: string): string {
  const [form, groups] = GROUPS.find(([pattern]) => pattern.test(digits)) ?? [/$/, ''];
  return digits.replace(form, groups).replaceAll(' ', '\u00a0');
}

/** What may be shown of a number: its end. */
export const shortPhone = (phone: string): string => `… ${phone.slice(-3)}`;
