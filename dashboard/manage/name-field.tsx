import { NAME_MOST } from '../../shared/wire/manage-requests.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { Labelled } from '../parts/labelled.tsx';

export type NameFault = 'missing' | 'long';

/** What is wrong with a device's name; undefined when nothing is. */
export function faultOfName(name: string): NameFault | undefined {
  const { length } = name.trim();
  return length === 0 ? 'missing' : length > NAME_MOST ? 'long' : undefined;
}

interface NameFieldProps {
  readonly value: string;
  readonly setValue: (value: string) => void;
  readonly fault: NameFault | undefined;
}

export function NameField({ value, setValue, fault }: NameFieldProps) {
  const { actions } = useManageWords().manage;
  const said = fault && (fault === 'missing' ? actions.nameMissing : actions.nameLong(NAME_MOST));
  return (
    <Labelled label={actions.name} help={actions.nameHelp} fault={said}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          name="device-name"
          autocomplete="off"
          value={value}
          onInput={(input) => setValue(input.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}
