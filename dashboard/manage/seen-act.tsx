import { useManageWords } from '../text/use-manage-words.ts';
import type { ActProps } from './device-actions.tsx';
import { PlainAct } from './plain-act.tsx';

/** A person has looked at what the server keeps aside of this device. */
export function SeenAct({ link, device, cancel, done, ended }: ActProps) {
  const words = useManageWords().manage.actions.seen;
  const ask = () => link.seen(device.id);
  return <PlainAct {...{ words, ask, cancel, ended }} then={() => done(words.done)} />;
}
