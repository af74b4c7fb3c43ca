import type { Text } from '../../shared/questionnaire.ts';
import type { Offices, PhoneChoice, Sorry } from '../../shared/wire/phone-visit.ts';
import { markOf } from '../mark-of.ts';
import { Heading } from '../parts/heading.tsx';
import { Mark } from '../parts/mark.tsx';
import { type PhoneWords, phoneWords } from '../text/phone-words.ts';

const SAID: Readonly<Record<Sorry, readonly [keyof PhoneWords, keyof PhoneWords]>> = {
  'unknown-code': ['codeUnknownTitle', 'codeUnknownText'],
  'ended-code': ['codeEndedTitle', 'codeEndedText'],
  'bad-code': ['codeBadTitle', 'codeBadText'],
  'no-code': ['codeTitle', 'codeText'],
  busy: ['busyTitle', 'busyText'],
};
const { vi, en } = phoneWords;

/** Nobody has chosen a language here: both are said. */
const Also = ({ word }: { readonly word: keyof PhoneWords }) => (
  <span lang="en" class="also">
    {en[word]}
  </span>
);

/**
 * Without a code, or with one that opens nothing, one comes here and never to an error. Links and forms only: it works
 * before any script, without one, and keeps nothing.
 */
export function ChooseScreen({ sorry, typed, offices }: PhoneChoice) {
  const [title, text] = SAID[sorry];
  const isWrong = sorry === 'bad-code' || sorry === 'unknown-code';
  return (
    <>
      <Mark text={offices ? markOf(offices.tree) : undefined} />
      <main class="plain choose">
        <Heading text={vi[title]} />
        <p>{vi[text]}</p>
        <p lang="en" class="also">
          {en[title]}. {en[text]}
        </p>
        <form action="/q/" class="code">
          <label for="code">
            {vi.codeLabel} <Also word="codeLabel" />
          </label>
          <input
            id="code"
            name="code"
            type="text"
            required
            maxLength={40}
            value={typed}
            aria-invalid={isWrong && typed !== ''}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
          <button type="submit" class="primary">
            {vi.codeOpen}
          </button>
        </form>
        {offices && <Choice {...offices} />}
      </main>
    </>
  );
}

const addressOf = (tree: Offices['tree'], asked: Readonly<Record<string, string>> = {}) =>
  `/q/?${new URLSearchParams({ ...(tree !== 'real' && { tree }), ...asked })}#choose`;
const nameOf = ({ vi: name }: Text) => name;

function Choice({ tree, find, above, units, points, isCut }: Offices) {
  const isEmpty = units.length + points.length === 0;
  return (
    <section class="offices" aria-labelledby="choose">
      <h2 id="choose">
        {vi.chooseTitle} <Also word="chooseTitle" />
      </h2>
      <form action="/q/#choose" role="search">
        {tree !== 'real' && <input type="hidden" name="tree" value={tree} />}
        <label for="find">
          {vi.chooseFind} <Also word="chooseFind" />
        </label>
        <input
          id="find"
          name="find"
          type="search"
          value={find}
          maxLength={80}
          autocomplete="off"
          spellcheck={false}
        />
        <button type="submit" class="secondary">
          {vi.chooseSearch}
        </button>
      </form>
      {(above.length > 0 || find !== '') && (
        <nav class="above" aria-label={vi.chooseAbove}>
          <a href={addressOf(tree)}>{vi.chooseAll}</a>
          {above.map(({ id, name }) => (
            <a key={id} href={addressOf(tree, { at: id })}>
              {nameOf(name)}
            </a>
          ))}
        </nav>
      )}
      {isEmpty && (
        <p role="status">
          {vi.chooseNone} <Also word="chooseNone" />
        </p>
      )}
      <ul>
        {units.map(({ id, name }) => (
          <li key={id}>
            <a class="choice" href={addressOf(tree, { at: id })}>
              {nameOf(name)}
            </a>
          </li>
        ))}
        {points.map(({ id, name, of }) => (
          <li key={id}>
            <a class="choice" href={`/q/at/${encodeURIComponent(id)}`}>
              <b>{nameOf(name)}</b>
              {nameOf(of) !== nameOf(name) && <span>{nameOf(of)}</span>}
            </a>
          </li>
        ))}
      </ul>
      {isCut && (
        <p>
          {vi.chooseMore} <Also word="chooseMore" />
        </p>
      )}
    </section>
  );
}
