import '../../styles.css';
import '../../screens/screens.css';
import '../../screens/messages.css';
import '../../screens/sizes.css';
import '../../phone/phone.css';
import { CodeScreen } from '../../phone/code-screen.tsx';
import { ClosedScreen, saidInBoth, showPhone } from '../../phone/show-phone.tsx';
import { en } from '../../../shared/text/en.ts';
import { phoneWords } from '../../text/phone-words.ts';
import { vi } from '../../../shared/text/vi.ts';
import { place } from '../make-state.ts';
import { type Shown, showInFrame } from '../show-in-frame.ts';

/** The screens of a citizen's own phone, drawn as the phone draws them. */
function draw({ scene: { says }, state, questionnaire }: Shown) {
  switch (says) {
    case 'no-code':
    case 'unknown-code':
    case 'ended-code':
      return <CodeScreen words={phoneWords.vi} also={phoneWords.en} why={says} onOpen={() => {}} />;
    case 'closed-page':
      return <ClosedScreen />;
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
