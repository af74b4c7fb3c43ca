import { useManageWords } from '../text/use-manage-words.ts';
import { ActPanel } from './act-panel.tsx';
import type { ActProps } from './device-actions.tsx';
import { useAct } from './use-act.ts';

/** A person has looked at what the server keeps aside of this device. */
export function SeenAct({ link, device, cancel, done, ended }: ActProps) {
  const words = useManageWords().manage.actions.seen;
  const { busy, error, send } = useAct(ended);
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
          () => link.seen(device.id),
          () => done(words.done),
        )
      }
    />
  );
}
