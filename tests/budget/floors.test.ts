import { expect, test } from 'vitest';
import { bytesIn, elementsOf, filesOf } from './built.ts';
import { type Floor, OWN_PHONE, scriptFaults, styleFaults, TABLET } from './floors.ts';

/** The emitted files, as browsers get them: what the build could not make older would end a page without a word. */
const PAGES = [
  ['phone', OWN_PHONE],
  ['kiosk', TABLET],
] as const;

test.each(PAGES)(
  'scripts and styles of the %s are read by the oldest browsers that it is for',
  (app, floor) => {
    const scripts = filesOf(app, '.js').map((path) => [path, bytesIn(app, path).toString()] as const);
    const styles = filesOf(app, '.css').map((path) => [path, bytesIn(app, path).toString()] as const);
    const inline = filesOf(app, '.html').flatMap((path) =>
      elementsOf(bytesIn(app, path).toString())
        .filter(({ attributes, content }) => content !== '' && !attributes.includes('application/json'))
        .map(({ tag, content }) => [`${path} ${tag}`, content, tag] as const),
    );
    const ofTag = (wanted: string) => inline.filter(([, , tag]) => tag === wanted);
    const allScripts = [...scripts, ...ofTag('script')];
    const allStyles = [...styles, ...ofTag('style')];
    expect(Math.min(allScripts.length, allStyles.length)).toBeGreaterThan(0);
    const faults = [
      ...allScripts.flatMap(([name, code]) => scriptFaults(code, floor).map((fault) => `${name}: ${fault}`)),
      ...allStyles.flatMap(([name, css]) => styleFaults(css, floor).map((fault) => `${name}: ${fault}`)),
    ];
    expect(faults, `not known to ${floor.name}`).toEqual([]);
  },
);

const both = [OWN_PHONE, TABLET];
test.each([
  ['await at the top of a page', 'await fetch("/")', [OWN_PHONE]],
  ['fields of classes', 'class A { x = 1 }', [OWN_PHONE]],
  ['the last of a list', 'list.at(-1)', [OWN_PHONE]],
  ['looking behind', 'text.match(/(?<=a)b/)', [OWN_PHONE]],
  ['an id of the platform', 'crypto.randomUUID()', [OWN_PHONE]],
  ['copies of lists', 'list.toSorted()', both],
  ['regular expressions with sets', 'text.match(/[a--b]/v)', both],
  ['idle time', 'requestIdleCallback(work)', both],
] as [string, string, Floor[]][])('%s would be found', (_, code, floors) => {
  for (const floor of both)
    expect(scriptFaults(code, floor).length > 0, floor.name).toBe(floors.includes(floor));
});

test.each([
  [':has', 'a:has(b){color:red}', [OWN_PHONE]],
  ['heights that follow the bars', 'main{height:100dvh}', [OWN_PHONE]],
  ['inset', '.a{color:red;inset:0}', [OWN_PHONE]],
  ['the same in a media query', '@media (max-width:9px){.a{inset:0}}', [OWN_PHONE]],
  ['nested rules', '.a{color:red;.b{color:blue}}', both],
] as [string, string, Floor[]][])('%s in a style would be found', (_, css, floors) => {
  for (const floor of both)
    expect(styleFaults(css, floor).length > 0, floor.name).toBe(floors.includes(floor));
});

test('what these browsers know passes', () => {
  expect(
    scriptFaults('a ??= b?.c; state.at = 1; text.replaceAll("a", "b"); /\\p{M}/u.test(text)', OWN_PHONE),
  ).toEqual([]);
  expect(
    styleFaults('@media (max-width:9px){.a{top:0;clip-path:inset(50%)}.b{color:red}}', OWN_PHONE),
  ).toEqual([]);
});
