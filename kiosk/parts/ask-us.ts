import { put, type Words } from '../../shared/text/words.ts';
import type { Place } from '../../shared/wire/device.ts';

/**
 * The office's own number, wherever a citizen may want to talk to somebody; nothing where it has given none. Never a
 * link: inside another app a touch on it may end a page whose answers are still to be sent.
 */
export const askUs = (
  { askUs: template }: Pick<Words, 'askUs'>,
  { contact }: Pick<Place, 'contact'>,
): string[] => (contact ? [put(template, { contact })] : []);
