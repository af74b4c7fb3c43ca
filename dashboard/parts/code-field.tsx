import { useEffect, useId, useRef } from 'preact/hooks';

interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly setValue: (value: string) => void;
  /** The field is what the screen is about: whoever comes to it types at once. */
  readonly first?: boolean;
}

/** Six digits of an authenticator app; a phone shows its number keys, and a browser may offer the code. */
export function CodeField({ label, value, setValue, first = false }: CodeFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) field.current?.focus();
  }, [first]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={field}
        class="code"
        name="code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
        maxLength={7}
        value={value}
        onInput={(input) => setValue(input.currentTarget.value)}
      />
    </div>
  );
}

/** Digits alone, as apps that write `123 456` are copied from. */
export const isWholeCode = (code: string) => /^\s*\d{3}\s?\d{3}\s*$/.test(code);
