import { Heading } from '../parts/heading.tsx';
import type { PhoneWords } from '../text/phone-words.ts';

const SAID = {
  'unknown-code': ['codeUnknownTitle', 'codeUnknownText'],
  'ended-code': ['codeEndedTitle', 'codeEndedText'],
  'no-code': ['codeTitle', 'codeText'],
} as const;

/** Without a code, or with one that is unknown or has ended, one comes here and never to an error: the code can be typed. */
export function CodeScreen(props: {
  readonly words: PhoneWords;
  readonly also: PhoneWords;
  readonly why: 'unknown-code' | 'ended-code' | 'no-code';
  readonly onOpen: (code: string) => void;
}) {
  const { words, also, onOpen } = props;
  const [title, text] = SAID[props.why];
  return (
    <main class="plain message code">
      <Heading text={words[title]} />
      <p>{words[text]}</p>
      <p lang="en" class="also">
        {also[title]}. {also[text]}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const code = new FormData(event.currentTarget).get('code');
          if (typeof code === 'string') onOpen(code);
        }}
      >
        <label>
          {words.codeLabel}
          <input
            name="code"
            type="text"
            required
            minLength={10}
            maxLength={14}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
        </label>
        <button type="submit" class="primary">
          {words.codeOpen}
        </button>
      </form>
    </main>
  );
}
