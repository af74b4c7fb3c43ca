/**
 * A text for a cell of a table that a spreadsheet may open (OWASP ASVS 5, 1.2.10): what would begin a formula there gets
 * an apostrophe in front, which every spreadsheet takes for "this is text". Numbers do not pass through here.
 */
export function neutralCell(text: string): string {
  // a sign that is not seen may stand before the one that begins the formula
  const plain = text.replaceAll('\u0000', '');
  return /^[\s\p{Cf}\p{Z}]*[=+\-@＝＋－＠﹦﹢﹣﹫−|%]|^[\t\r\n]/u.test(plain) ? `'${plain}` : plain;
}

/** The text as a field of a CSV file (RFC 4180), neutral and always in quotation marks. */
export function csvField(text: string): string {
  return `"${neutralCell(text).replaceAll('"', '""')}"`;
}
