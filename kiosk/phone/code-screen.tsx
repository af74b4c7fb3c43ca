import type { PhoneWords } from '../text/phone-words.ts';

/** A code that nobody knows leads here, never to an error: the code can be typed. */
export function CodeScreen({
  words,
  also,
  onOpen,
}: {
  readonly words: PhoneWords;
  readonly also: PhoneWords;
  readonly onOpen: (code: string) => void;
}) {
  return (
    <main class="plain message code">
      <h1 id="heading" tabIndex={-1}>
        {words.codeUnknownTitle}
      </h1>
      <p>{words.codeUnknownText}</p>
      <p lang="en" class="also">
        {also.codeUnknownTitle}. {also.codeUnknownText}
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
