/**
 * A telephone number of Viet Nam as people write it, in one form: `0912345678`. Mobiles have ten digits since 2018 (03,
 * 05, 07, 08, 09), landlines eleven (02…). Spreadsheets drop the first zero; it is given back. Of several numbers in
 * one cell the first counts. Undefined: no number that could be called.
 */
export function readPhone(text: string): string | undefined {
  const first = text.split(/[;,/|]|\s+(?:-|hoặc|or)\s+/)[0]!;
  const digits = first.replace(/[\s.\-()]/g, '').replace(/^(?:\+|00)?84(?=\d{9,10}$)/, '0');
  const whole = /^[235789]/.test(digits) ? `0${digits}` : digits;
  return /^0[35789]\d{8}$/.test(whole) || /^02\d{9}$/.test(whole) ? whole : undefined;
}

/** What may be shown of a number: its end. */
export const shortPhone = (phone: string): string => `… ${phone.slice(-3)}`;
