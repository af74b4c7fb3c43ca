import '../../styles.css';
import '../../screens/screens.css';
import '../../screens/messages.css';
import '../../screens/sizes.css';
import '../../phone/phone.css';
import type { Offices } from '../../../shared/wire/phone-visit.ts';
import { ChooseScreen } from '../../phone/choose-screen.tsx';
import { ClosedScreen, saidInBoth, showPhone } from '../../phone/show-phone.tsx';
import { en } from '../../../shared/text/en.ts';
import { vi } from '../../../shared/text/vi.ts';
import { place } from '../make-state.ts';
import { type Shown, showInFrame } from '../show-in-frame.ts';

const same = (vi: string) => ({ vi, en: vi });
const offices: Offices = {
  tree: 'demo',
  find: '',
  above: [],
  units: [{ id: 'a', name: same('Phường Đông Lâm') }],
  points: [{ id: 'b', name: same('Quầy 2 Đất đai - Xây dựng'), of: same('Xã Sơn Khê') }],
  isCut: false,
};

/** The screens of a citizen's own phone, drawn as the phone draws them. */
function draw({ scene: { says }, state, questionnaire }: Shown) {
  switch (says) {
    case 'no-code':
    case 'unknown-code':
    case 'ended-code':
    case 'bad-code':
    case 'busy':
      return (
        <ChooseScreen
          sorry={says}
          typed={says === 'no-code' ? '' : 'ABC 123'}
          offices={says === 'busy' ? null : offices}
        />
      );
    case 'closed-page':
      return <ClosedScreen tree={place.tree} />;
    case 'ticket-opening':
      return saidInBoth('ticketOpening');
    case 'ticket-used':
      return saidInBoth('ticketUsedTitle', 'ticketUsedText');
    case 'ticket-fault':
      return saidInBoth('faultTitle', 'ticketFaultText', [
        { label: vi.retry, look: 'primary', onTouch: () => {} },
      ]);
    default: {
      const data = { place, questionnaire, languages: ['vi', 'en'] as const };
      return showPhone({ data, words: { vi, en }, isFixed: false, send: () => {} }, state);
    }
  }
}

void showInFrame({ device: 'phone', usual: 'question', draw });
