import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { loadAssets } from '../../server/assets.ts';
import { APPS, type App, bytesIn, distFolder, elementsOf, filesOf, withoutElements } from './built.ts';

/** Pages and the policy they are served under: what the policy does not name, no browser runs. */

const hashOf = (content: string) => `sha256-${createHash('sha256').update(content).digest('base64')}`;
/** A browser runs scripts without a type, of JavaScript and modules; other types are data and need no hash. */
const isRun = (attributes: string) =>
  !/\btype=/.test(attributes) || /\btype="?(?:module|text\/javascript)/.test(attributes);

/** Every page of an app: beside the kiosk's own lies the staff's. */
const pagesOf = (app: App) => filesOf(app, '.html').map((path) => bytesIn(app, path).toString());

test.each(APPS)('the policy of the %s pages names exactly the inline code that they hold', (app) => {
  const written = JSON.parse(bytesIn(app, 'csp.json').toString()) as { scripts: string[]; styles: string[] };
  const pages = pagesOf(app).map((page) =>
    elementsOf(page).filter(({ attributes }) => !/\bsrc=/.test(attributes)),
  );
  const inline = pages.flat();
  const hashes = (wanted: 'script' | 'style') =>
    inline
      .filter(({ tag, attributes }) => tag === wanted && (tag === 'style' || isRun(attributes)))
      .map(({ content }) => hashOf(content));
  expect([...written.scripts].sort()).toEqual(hashes('script').sort());
  expect([...written.styles].sort()).toEqual(hashes('style').sort());
  // One boot script and one style: more inline code would be more to allow. The own phone has a few lines beside it, which
  // keep what is touched before the script has come.
  const scriptsMost = app === 'phone' ? 2 : 1;
  for (const page of pages) {
    expect(
      page.filter(({ tag, attributes }) => tag === 'script' && isRun(attributes)).length,
    ).toBeLessThanOrEqual(scriptsMost);
    expect(page.filter(({ tag }) => tag === 'style').length).toBeLessThan(2);
  }
});

test.each(APPS)(
  'the policy of the %s pages allows these hashes and its own files, and nothing else',
  (app) => {
    const policy = loadAssets(distFolder).csp(app);
    const directives = new Map(
      policy.split('; ').map((part) => [part.split(' ')[0]!, part.split(' ').slice(1)]),
    );
    for (const { tag, attributes, content } of pagesOf(app).flatMap(elementsOf)) {
      if (/\bsrc=/.test(attributes) || (tag === 'script' && !isRun(attributes))) continue;
      expect(directives.get(`${tag}-src`)).toContain(`'${hashOf(content)}'`);
    }
    for (const name of ['default-src', 'object-src', 'base-uri']) {
      expect(directives.get(name), name).toEqual(["'none'"]);
    }
    // The design page frames its own screens.
    expect(directives.get('frame-ancestors')).toEqual([app === 'design' ? "'self'" : "'none'"]);
    expect(policy).not.toMatch(/unsafe|\*|https?:|nonce-/);
  },
);

test.each(APPS)('the %s page holds no code in attributes, which no hash could allow', (app) => {
  const markup = pagesOf(app)
    .map((page) => withoutElements(page, 'script', 'style'))
    .join('');
  expect(markup).not.toMatch(/<[^>]*\s(?:on\w+|style)\s*=/i);
  expect(markup).not.toMatch(/javascript:/i);
});

/** Names of namespaces are no requests; sentences of libraries for developers name their documentation. */
const NO_REQUEST = [/^https?:\/\/www\.w3\.org\//, /^https?:\/\/(?:localhost|127\.0\.0\.1)\b/];

test.each(APPS)('the %s pages and files name no address of anybody else', (app) => {
  for (const path of filesOf(app, '.html', '.js', '.css', '.svg', '.webmanifest', '.json')) {
    const text = bytesIn(app, path)
      .toString()
      .replace(/\/\*[!*]?[\s\S]*?\*\//g, ''); // notices of licences
    const addresses = text.match(/(?:https?:)?\/\/[a-z0-9-]+\.[a-z][a-z0-9.-]*[^\s'"`)<>\\]*/gi) ?? [];
    expect(
      addresses.filter((address) => !NO_REQUEST.some((known) => known.test(address))),
      path,
    ).toEqual([]);
  }
});

test('elements are read as a browser reads them, so that a hash is over the same bytes', () => {
  const html =
    '<style>a{}</style><script type="module">if (a < b) "<\\/script>";</script><SCRIPT src="/x.js"></SCRIPT >';
  expect(elementsOf(html).map(({ tag, content }) => [tag, content])).toEqual([
    ['style', 'a{}'],
    ['script', 'if (a < b) "<\\/script>";'],
    ['script', ''],
  ]);
});
