import type { ComponentChildren } from 'preact';
import { place, type Placed, TEXT } from '../draw.ts';

/** Writes as HTML what `render` would draw, for a first response that is seen before any script has run. */
export const toHtml = (view: ComponentChildren): string => htmlOf([view]);

/** Elements that have no content, and so no closing tag. */
const VOID = /^(?:input|br|hr|img)$/;
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);

function htmlOf(children: readonly unknown[]): string {
  const placed: Placed[] = [];
  place(children, '', placed);
  return placed.map(writeOne).join('');
}

function writeOne({ tag, props, children }: Placed): string {
  if (tag === TEXT) return escaped(props['text'] as string);
  const opening = `<${tag}${Object.entries(props).map(writeProp).join('')}>`;
  return VOID.test(tag) ? opening : `${opening}${htmlOf(children)}</${tag}>`;
}

/** `aria-checked` and `spellcheck` are true or false in words; of other attributes of that kind only the true stand there. */
const isWord = (name: string) => name.includes('-') || name === 'spellcheck';

function writeProp([name, value]: readonly [string, unknown]): string {
  const isNone = name === 'key' || name.startsWith('on') || value === undefined || value === null;
  if (isNone || (value === false && !isWord(name))) return '';
  if (value === true && !isWord(name)) return ` ${name}`;
  return ` ${name}="${escaped(`${value as string | number | boolean}`)}"`;
}
