import { useCallback } from 'preact/hooks';
import type { Holder } from '../../shared/wire/manage.ts';
import { Labelled } from '../parts/labelled.tsx';
import { useManageWords } from '../text/use-manage-words.ts';
import { useFresh } from '../use-fresh.ts';
import type { ManageLink } from './manage-link.ts';

const HOLDERS_EVERY_MS = 600_000;

interface HolderFieldProps {
  readonly link: ManageLink;
  readonly ended: () => void;
  readonly value: string;
  readonly setValue: (value: string) => void;
}

/** What kind of device: a tablet at a counter, or the telephone of one of the people who may ask. */
export function HolderField({ link, ended, value, setValue }: HolderFieldProps) {
  const { manage } = useManageWords();
  const { actions } = manage;
  const ask = useCallback((signal: AbortSignal) => link.holders(signal), [link]);
  const holders = useFresh<readonly Holder[]>(ask, HOLDERS_EVERY_MS, ended);
  return (
    <Labelled label={actions.holder} help={value === '' ? undefined : actions.holderHelp}>
      {(ids) => (
        <select {...ids} value={value} onChange={(change) => setValue(change.currentTarget.value)}>
          <option value="">{actions.holderNone}</option>
          {holders.value?.map(({ id, name }) => (
            <option key={id} value={id}>
              {actions.holderPhone(name)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
