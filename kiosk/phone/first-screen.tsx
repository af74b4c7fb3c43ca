import { en } from '../../shared/text/en.ts';
import { vi } from '../../shared/text/vi.ts';
import type { PhonePage } from '../../shared/wire/phone-visit.ts';
import { ChooseScreen } from './choose-screen.tsx';
import { firstState, saidInBoth, setupOf, showPhone } from './show-phone.tsx';
import { toHtml } from './to-html.ts';

const words = { vi, en };

/**
 * The first screen as HTML, for the server's first response: the build makes a module of its own of this, out of the very
 * components that the page's script draws with, so that the script finds what it would have drawn.
 */
export function firstScreen(data: PhonePage): string {
  if ('place' in data) {
    const show = { data, words, isFixed: false, send: () => undefined };
    return toHtml(showPhone(show, firstState(setupOf(data, 'qr'), 0)));
  }
  return toHtml(data.sorry === 'ticket' ? saidInBoth('ticketOpening') : <ChooseScreen {...data} />);
}
