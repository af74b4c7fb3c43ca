import type { laterVi } from './later-vi.ts';
import type { noticeWords } from './notice-words.ts';
import type { vi } from './vi.ts';

/** The same keys with any texts. */
export type Wide<T> = T extends string ? string : { readonly [K in keyof T]: Wide<T[K]> };

/** The texts of the interface in any language, with the keys of the Vietnamese ones. */
export type Words = Wide<typeof vi>;

/** The same for the texts that come after the first screen. */
export type LaterWords = Wide<typeof laterVi>;

/** The same for the privacy notice. */
export type NoticeWords = Wide<(typeof noticeWords)['vi']>;

/** Puts values into `{name}` places. */
export function put(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
