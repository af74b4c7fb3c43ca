import { html } from 'hono/html';
import type { Language } from '../../shared/questionnaire.ts';
import type { Unit } from '../store/organisation.ts';
import { framePage, type Html, WORDS } from './page-frame.ts';
import { pathOf } from './results-page.ts';

/** Which units have a public page: those that are switched on, and no others. */
export function listPage(units: readonly Unit[], language: Language): Html {
  const words = WORDS[language];
  const [{ tree }] = units as readonly [Unit];
  const isOfOneTree = units.every((unit) => unit.tree === tree);
  return framePage({
    language,
    tree: isOfOneTree ? tree : 'real',
    title: words.list,
    lead: words.listLead,
    path: '/public/',
    body: html`<ul class="links">${units.map(({ id, name, tree: own }) => {
      const mark = isOfOneTree || own === 'real' ? '' : ` – ${words.marks[own]}`;
      return html`<li><a href="${pathOf(id)}${language === 'en' ? '?lang=en' : ''}">${name[language]}</a>${mark}</li>`;
    })}</ul>`,
  });
}

/** The same for a page that is off and for one that never was: nothing of the address is in it. */
export function messagePage(why: 'missing' | 'busy'): Html {
  const [title, says] =
    why === 'missing' ? (['missing', 'missingWhy'] as const) : (['busyTitle', 'busy'] as const);
  const { vi, en } = WORDS;
  return framePage({
    language: 'vi',
    tree: 'real',
    title: vi[title],
    lead: vi[says],
    path: null,
    body: html`<p lang="en">${en[title]}. ${en[says]}</p>`,
  });
}
