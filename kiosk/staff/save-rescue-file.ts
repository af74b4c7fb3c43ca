import type { Settings } from '../../shared/wire/device.ts';
import type { RescueContent } from '../../shared/wire/rescue.ts';
import { rescueFileName, sealRescueFile } from './seal-rescue-file.ts';
import type { RescueEnd } from './staff-device.ts';

export interface RescueDeps {
  readonly settings: Pick<Settings, 'rescueKey'>;
  readonly content: RescueContent;
  readonly day: string;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Hands a file to the browser's downloads. */
  readonly download: (name: string, text: string) => void;
}

/** A file for the day the network never comes back. Nothing on the device changes: no entry counts as sent. */
export async function saveRescueFile(deps: RescueDeps): Promise<RescueEnd> {
  const { settings, content, day, random } = deps;
  if (content.items.length === 0) return { kind: 'empty' };
  if (settings.rescueKey === undefined) return { kind: 'no-key' };
  try {
    const file = rescueFileName(content.dev, day);
    deps.download(file, JSON.stringify(await sealRescueFile(content, settings.rescueKey, random)));
    return { kind: 'saved', file, items: content.items.length };
  } catch {
    return { kind: 'failed' };
  }
}

export function downloadText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
