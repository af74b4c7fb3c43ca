import { useState } from 'preact/hooks';
import { useManageWords } from '../text/use-manage-words.ts';
import { ActPanel } from './act-panel.tsx';
import type { ActProps } from './device-actions.tsx';
import { faultOfName, NameField } from './name-field.tsx';
import { PlainAct } from './plain-act.tsx';
import { useAct } from './use-act.ts';

/** A code for a device that has none yet, or a new key for one that has. */
export function CodeAct(props: ActProps & { name: 'code' | 'again' }) {
  const { name, link, device, cancel, showCode, ended } = props;
  const words = useManageWords().manage.actions[name];
  const ask = () => link.newCode(device.id);
  return <PlainAct {...{ words, ask, cancel, ended }} then={(code) => showCode(code, device.name)} />;
}

/** Another tablet at the same place; the old one sends what it has. */
export function ReplaceAct({ link, device, cancel, showCode, ended }: ActProps) {
  const { manage } = useManageWords();
  const { busy, error, send } = useAct(ended);
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const fault = faultOfName(name);
  const words = manage.actions.replace;
  return (
    <ActPanel
      title={words.open}
      what={words.what}
      error={error}
      go={words.go}
      busy={busy}
      cancel={cancel}
      send={() => {
        setTried(true);
        if (fault) return;
        void send(
          () => link.replace(device.id, name.trim(), ''),
          (code) => showCode(code, name.trim()),
        );
      }}
    >
      <NameField value={name} setValue={setName} fault={tried ? fault : undefined} />
    </ActPanel>
  );
}

/** A new PIN of the staff page, shown once in place of the button that made it. */
export function PinAct({ link, device, cancel, ended }: ActProps) {
  const { manage } = useManageWords();
  const [pin, setPin] = useState<string | null>(null);
  const words = manage.actions.pin;
  const ask = () => link.newPin(device.id);
  if (pin === null) return <PlainAct {...{ words, ask, cancel, ended }} then={(made) => setPin(made.pin)} />;
  return (
    <div class="act-panel" role="status">
      <h3>{words.show}</h3>
      <p class="pin-shown">{pin}</p>
      <p class="what">{manage.actions.sheet.pinOnce}</p>
    </div>
  );
}
