import type { LanguageList, LanguagePage, TakenIn } from '../../../shared/wire/manage-languages.ts';
import type { PackAbout } from '../../../shared/language-pack.ts';
import type { ServerLink } from '../../server-link.ts';

const BASE = '/api/v1/languages';
const languageAddress = (code: string) => `${BASE}/${encodeURIComponent(code)}`;

/** What is brought into a pack: a whole one, a translation, recordings named by their keys. */
export type Brought =
  | { readonly kind: 'whole'; readonly file: File }
  | { readonly kind: 'texts'; readonly csv: string }
  | { readonly kind: 'clips'; readonly files: readonly File[] };

/** What the pages of languages ask the server. */
export function languagesLink(server: ServerLink) {
  const act = (code: string, what: string) => `${languageAddress(code)}/${what}`;
  const asked = (write: boolean) => (write ? '?write=1' : '');
  return {
    list: (signal: AbortSignal) => server.ask<LanguageList>('GET', BASE, undefined, signal),
    page: (code: string, signal: AbortSignal) =>
      server.ask<LanguagePage>('GET', languageAddress(code), undefined, signal),
    add: (name: { code: string; name: string; nameVi: string }) =>
      server.ask<LanguagePage>('POST', BASE, name),
    describe: (code: string, about: PackAbout & { name: string; nameVi: string }) =>
      server.ask<LanguagePage>('PUT', act(code, 'about'), about),
    turn: (code: string, to: 'enable' | 'disable') => server.ask<LanguagePage>('POST', act(code, to)),
    carry: (code: string, questionnaire: LanguagePage['questionnaire']) =>
      server.ask<LanguagePage>('POST', act(code, 'carry-over'), { questionnaire }),
    remove: (code: string) => server.ask<null>('DELETE', languageAddress(code)),
    order: (point: string, codes: readonly string[] | null) =>
      server.ask<LanguageList>('PUT', `/api/v1/points/${encodeURIComponent(point)}/languages`, { codes }),
    take: (code: string | null, brought: Brought, write: boolean) => {
      if (brought.kind === 'whole')
        return server.ask<TakenIn>('POST', `${BASE}/import${asked(write)}`, brought.file);
      if (brought.kind === 'texts')
        return server.ask<TakenIn>('POST', `${act(code ?? '', 'texts')}${asked(write)}`, {
          csv: brought.csv,
        });
      const form = new FormData();
      // a folder brings whatever lies in it: what is no recording is named to the server and not sent
      for (const file of brought.files) {
        const isClip = /\.mp3$/i.test(file.name);
        form.append('file', isClip ? file : new Blob([]), file.name);
      }
      return server.ask<TakenIn>('POST', `${act(code ?? '', 'clips')}${asked(write)}`, form);
    },
  };
}

export type LanguagesLink = ReturnType<typeof languagesLink>;
export const exportAddress = (code: string) => `${languageAddress(code)}/export`;
export const clipAddress = (code: string, key: string) =>
  `${languageAddress(code)}/clips/${encodeURIComponent(key)}`;
