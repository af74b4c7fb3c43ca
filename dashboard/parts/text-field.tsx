import { useId } from 'preact/hooks';

interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly autocomplete: 'username' | 'name';
  readonly value: string;
  readonly setValue: (value: string) => void;
}

export function TextField({ label, name, autocomplete, value, setValue }: TextFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        autocomplete={autocomplete}
        autocapitalize={autocomplete === 'name' ? 'words' : 'off'}
        spellcheck={false}
        value={value}
        onInput={(input) => setValue(input.currentTarget.value)}
      />
    </div>
  );
}
