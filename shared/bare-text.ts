/** Letters without their accents, so that "lam khe" finds "Lâm Khê": people search as fast as they type. */
export function bareText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** Whether every word of a search stands somewhere in a text. */
export function fitsWords(text: string, search: string): boolean {
  const bare = bareText(text);
  return bareText(search)
    .split(/\s+/)
    .every((word) => bare.includes(word));
}
