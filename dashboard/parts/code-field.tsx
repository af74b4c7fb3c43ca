import { useEffect, useRef } from 'preact/hooks';
import { Labelled } from './labelled.tsx';

interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly setValue: (value: string) => void;
  /** The field is what the screen is about: whoever comes to it types at once. */
  readonly first?: boolean;
  readonly fault?: string | undefined;
}

/** Six digits of an authenticator app; a phone shows its number keys, and a browser may offer the code. */
export function CodeField({ label, value, setValue, first = false, fault }: CodeFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) field.current?.focus();
  }, [first]);
  return (
    <Labelled label={label} fault={fault}>
      {(ids) => (
        <input
          {...ids}
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
      )}
    </Labelled>
  );
}

/** Digits alone, as apps that write `123 456` are copied from. */
export const isWholeCode = (code: string) => /^\s*\d{3}\s?\d{3}\s*$/.test(code);
