import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { Language } from '../../shared/questionnaire.ts';
import type { Tree } from '../../shared/wire/device.ts';
import { publicStyle } from './public-style.ts';
import { publicEn } from './public-words-en.ts';
import { publicVi, type PublicWords } from './public-words-vi.ts';

/** What all public pages have in common: one small document without script, cookie or a file besides itself. */

export type Html = ReturnType<typeof html>;

export const WORDS: Readonly<Record<Language, PublicWords>> = { vi: publicVi, en: publicEn };

/** What is public may be used by everybody: the address is a name, which nobody but a reader follows. */
export const LICENCE = { id: 'CC-BY-4.0', address: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/** Vietnamese, where nothing else is asked for. */
export const languageOf = (c: Context): Language => (c.req.query('lang') === 'en' ? 'en' : 'vi');

export const publicPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(publicStyle).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface Framed {
  readonly language: Language;
  readonly tree: Tree;
  readonly title: string;
  /** Under the title. */
  readonly lead: string;
  /** Address of the same page without its language; null = it speaks both. */
  readonly path: string | null;
  readonly body: Html;
}

export function framePage({ language, tree, title, lead, path, body }: Framed): Html {
  const words = WORDS[language];
  const { other } = words;
  const link = path !== null && (other.language === 'en' ? `${path}?lang=en` : path);
  // the style goes in as it stands, or its hash in the policy would not fit
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(publicStyle)}</style>
</head>
<body>
${tree === 'real' ? '' : html`<aside class="mark" aria-label="${words.marks[tree]}">${words.marks[tree]}</aside>`}
<header><div>
<p class="survey">${words.survey}</p>
${link === false ? '' : html`<p class="other"><a href="${link}" lang="${other.language}" hreflang="${other.language}">${other.name}</a></p>`}
<h1>${title}</h1>
<p class="lead">${lead}</p>
</div></header>
<main>${body}</main>
</body>
</html>
`;
}
