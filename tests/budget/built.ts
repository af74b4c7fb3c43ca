import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The built product, as it lies in `dist/`: what the tests of this folder look at. */
export const APPS = ['kiosk', 'phone', 'dashboard', 'design'] as const;
export type App = (typeof APPS)[number];

const dist = join(import.meta.dirname, '..', '..', 'dist');
export const distFolder = dist;

function folderOf(app: App): string {
  const folder = join(dist, app);
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(
      `dist/${app} is not there: build it first (SIPAS_APP=${app} vite build; npm test does it)`,
    );
  }
  return folder;
}

/** Files of an app without the compressed copies that the build lays beside them. */
export function filesOf(app: App, ...endings: string[]): string[] {
  const folder = folderOf(app);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:gz|br)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => endings.length === 0 || endings.some((ending) => path.endsWith(ending)))
    .sort();
}

export const bytesIn = (app: App, path: string): Buffer => readFileSync(join(folderOf(app), path));
export const pageOf = (app: App): string => bytesIn(app, 'index.html').toString();

/** What travels: gzip as the build compresses its files, for what the server compresses too. */
export const gzipped = (data: string | Uint8Array): number =>
  gzipSync(data, { level: 9, memLevel: 7 }).length;

export const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);

export interface Element {
  readonly tag: 'script' | 'style';
  readonly attributes: string;
  readonly content: string;
}

/** Script and style elements of a page in order, read the way a browser does: up to the first closing tag. */
export function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  const opening = /<(script|style)\b([^>]*)>/gi;
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const tag = match[1]!.toLowerCase() as Element['tag'];
    const end = html.slice(opening.lastIndex).search(new RegExp(`</${tag}[\\s/>]`, 'i'));
    if (end < 0) throw new Error(`a ${tag} element has no end`);
    elements.push({
      tag,
      attributes: match[2]!,
      content: html.slice(opening.lastIndex, opening.lastIndex + end),
    });
    opening.lastIndex += end;
  }
  return elements;
}

/** The page with its script and style elements emptied. */
export function withoutElements(html: string, ...tags: Element['tag'][]): string {
  return elementsOf(html)
    .filter(({ tag, content }) => tags.includes(tag) && content !== '')
    .reduce((rest, { content }) => rest.replace(content, () => ''), html);
}
