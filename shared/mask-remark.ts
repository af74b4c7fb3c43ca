import { findNames } from './find-names.ts';

/**
 * What of a remark may be shown: numbers by which a person can be found are replaced by a mark. Promised: identity
 * numbers (9 and 12 digits), telephone numbers, plates and mail addresses in the spellings that people use. Names go
 * where a form of address stands before them; other names and addresses in words stay; the tests list what is known to be missed. Too much is masked rather than too little: nine
 * digits in a row are never needed to understand a remark.
 */
export const MASK = '[…]';

/** Nine digits: the old identity card, and a telephone number without its leading 0 (Decree 163/2024, Circular 25/2014). */
const DIGITS_LEAST = 9;
const SURE_LEAST = 3;

/** Letters that people type for 0 and 1, Greek and Cyrillic look-alikes included. */
const LIKE = 'oOοΟоОlI|';
/** Between the groups of a number: spaces, points, dashes, brackets, and marks that are not seen (\u200b stands for them). */
const GAP = String.raw`[\s.,:;/\\()\-–—_+*'"·•~\u200b]{1,4}`;
const WORDS =
  'không|khong|một|mốt|mot|hai|ba|bốn|tư|bon|tu|năm|lăm|nam|lam|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin';
const WORD = String.raw`(?<!\p{L})(?:${WORDS})(?!\p{L})`;
const GROUP = String.raw`(?:[${LIKE}]{0,3}\d[\d${LIKE}]*|(?<!\p{L})[${LIKE}]{1,4}(?!\p{L})|${WORD})`;
const NUMBER = new RegExp(String.raw`\+?${GROUP}(?:${GAP}${GROUP})*`, 'giu');

const OTHERS = [
  // car 30A-123.45, motor bicycle 29-B1 234.56, older ones with four digits
  /(?<![\p{L}\d])\d{2}[\s.-]{0,3}[A-ZĐ]{1,2}\d?[\s.-]{0,3}\d{3}[\s.]?\d{1,2}(?!\d)/giu,
  // passport: a letter and seven or eight digits
  /(?<!\p{L})[A-Z]\d{7,8}(?!\d)/giu,
  // mail; a name behind the sign alone
  /[\p{L}\d._%+\-\u200b]*@[\p{L}\d.\-\u200b]*[\p{L}\d]/giu,
  // mail with spaces, or with "(at)" or "a còng" in the place of the sign
  /[\p{L}\d._%+-]+\s{0,2}(?:@\s{1,2}|[([{]\s?(?:at|a còng)\s?[)\]}]\s?|\sa\s?(?:còng|cong)\s)[\p{L}\d-]+(?:\s?(?:\.|[([{]dot[)\]}]|\schấm\s)\s?[\p{L}\d-]{2,})+/giu,
  // pages of a person
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\d])(?:facebook|fb|zalo|tiktok|t)\.(?:com|me|vn)\/\S+/giu,
];

/** The remark with a mark in the place of each number or address of a person. */
export function maskRemark(text: string): string {
  const signs = Array.from(text.normalize('NFC'));
  // one sign for each: places in the folded text are places in the text
  const folded = signs.map(fold).join('');
  const hidden = new Uint8Array(signs.length);
  for (const match of folded.matchAll(NUMBER)) {
    if (isOfAPerson(match[0])) hidden.fill(1, match.index, match.index + match[0].length);
  }
  for (const pattern of OTHERS) {
    for (const match of folded.matchAll(pattern)) hidden.fill(1, match.index, match.index + match[0].length);
  }
  for (const [from, to] of findNames(folded)) hidden.fill(1, from, to);
  return signs.map((sign, i) => (hidden[i] ? (hidden[i - 1] ? '' : MASK) : sign)).join('');
}

/** Full-width, mathematical and other digits and letters as their plain sign; what cannot be seen as one mark. */
function fold(sign: string): string {
  const plain = sign.normalize('NFKC');
  if (/^\d+$/.test(plain)) return plain[0]!;
  if (/^\p{Nd}$/u.test(sign)) return '0';
  if (/^[\p{M}\p{Cf}]/u.test(sign)) return '\u200b';
  return plain.length === 1 ? plain : '\ufffd';
}

/** Nine digits or more, at least a few of them written as digits or words and not as letters that look like them. */
function isOfAPerson(number: string): boolean {
  const rest = number.replace(new RegExp(WORD, 'giu'), '0');
  const sure = rest.match(/\d/g)?.length ?? 0;
  const alike = rest.match(new RegExp(`[${LIKE}]`, 'giu'))?.length ?? 0;
  return sure >= SURE_LEAST && sure + alike >= DIGITS_LEAST;
}
