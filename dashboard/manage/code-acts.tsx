import { useState } from 'preact/hooks';
import { useManageWords } from '../text/use-manage-words.ts';
import { ActPanel } from './act-panel.tsx';
import type { ActProps } from './device-actions.tsx';
import { faultOfName, NameField } from './name-field.tsx';
import { useAct } from './use-act.ts';

/** A code for a device that has none yet, or a new key for one that has. */
export function CodeAct({
  name,
  link,
  device,
  cancel,
  showCode,
  ended,
}: ActProps & { name: 'code' | 'again' }) {
  const { manage } = useManageWords();
  const { busy, error, send } = useAct(ended);
  const words = manage.actions[name];
  return (
    <ActPanel
      title={words.open}
      what={words.what}
      error={error}
      go={words.go}
      busy={busy}
      cancel={cancel}
      send={() =>
        void send(
          () => link.newCode(device.id),
          (code) => showCode(code, device.name),
        )
      }
    />
  );
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
  const { busy, error, send } = useAct(ended);
  const [pin, setPin] = useState<string | null>(null);
  const words = manage.actions.pin;
  if (pin !== null) {
    return (
      <div class="act-panel" role="status">
        <h3>{words.show}</h3>
        <p class="pin-shown">{pin}</p>
        <p class="what">{manage.actions.sheet.pinOnce}</p>
      </div>
    );
  }
  return (
    <ActPanel
      title={words.open}
      what={words.what}
      error={error}
      go={words.go}
      busy={busy}
      cancel={cancel}
      send={() =>
        void send(
          () => link.newPin(device.id),
          (made) => setPin(made.pin),
        )
      }
    />
  );
}
