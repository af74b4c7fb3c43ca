import { Heading } from '../parts/heading.tsx';
import type { PhoneWords } from '../text/phone-words.ts';

/** Without a code, or with one that nobody knows, one comes here and never to an error: the code can be typed. */
export function CodeScreen(props: {
  readonly words: PhoneWords;
  readonly also: PhoneWords;
  readonly isUnknown: boolean;
  readonly onOpen: (code: string) => void;
}) {
  const { words, also, isUnknown, onOpen } = props;
  const [title, text] = isUnknown
    ? (['codeUnknownTitle', 'codeUnknownText'] as const)
    : (['codeTitle', 'codeText'] as const);
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
