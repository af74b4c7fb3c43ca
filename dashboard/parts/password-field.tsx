import { useId, useState } from 'preact/hooks';
import { useWords } from '../text/use-words.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly name: string;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly setValue: (value: string) => void;
  /** The rule in words, under the field. */
  readonly rule?: string;
  /** Said instead of the rule when it is broken. */
  readonly broken?: string | undefined;
}

/** A password that can be shown: a mistyped long password is worse than a glance over the shoulder at one's own desk. */
export function PasswordField({
  label,
  name,
  autocomplete,
  value,
  setValue,
  rule,
  broken,
}: PasswordFieldProps) {
  const { words } = useWords();
  const id = useId();
  const [shown, setShown] = useState(false);
  const help = broken ?? rule;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- preact's types want one literal
        type={(shown ? 'text' : 'password') as 'password'}
        autocomplete={autocomplete}
        autocapitalize="off"
        spellcheck={false}
        value={value}
        onInput={(input) => setValue(input.currentTarget.value)}
        aria-invalid={broken !== undefined}
        {...(help === undefined ? {} : { 'aria-describedby': `${id}-help` })}
      />
      {help !== undefined && (
        <p id={`${id}-help`} class={broken === undefined ? 'help' : 'help broken'}>
          {help}
        </p>
      )}
      <label class="show-password">
        <input
          type="checkbox"
          checked={shown}
          onChange={(change) => setShown(change.currentTarget.checked)}
        />{' '}
        {words.signIn.show}
      </label>
    </div>
  );
}
