import { Labelled } from '../../parts/labelled.tsx';
import { useFault } from '../parts/form-faults.ts';

interface AreaFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly help?: string;
  readonly most: number;
  readonly lang?: string;
}

/** A text of several lines in a form. */
export function AreaField({ label, name, value, set, help, most, lang }: AreaFieldProps) {
  const fault = useFault(name);
  return (
    <Labelled label={label} help={help} fault={fault}>
      {(ids) => (
        <textarea
          {...ids}
          name={name}
          lang={lang}
          rows={3}
          maxLength={most}
          value={value}
          onInput={(input) => set(input.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}
