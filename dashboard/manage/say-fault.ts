import type { DeviceWords } from '../text/devices-vi.ts';

/** A word of a device's fault log in plain words, `outbox-lacks-3` with its number; one without words as it stands. */
export function sayFault(fault: string, words: DeviceWords): string {
  const [, name = fault, number = ''] = /^(.*?)(?:-(\d+))?$/.exec(fault) ?? [];
  const say = Object.hasOwn(words.faults, name) ? words.faults[name] : undefined;
  return say ? say(number) : words.faultUnknown(fault);
}
