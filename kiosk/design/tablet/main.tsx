import '../../styles.css';
import '../../screens/screens.css';
import '../../screens/messages.css';
import '../../screens/sizes.css';
import '../../kiosk.css';
import '../parts-sheet.css';
import { markOf } from '../../mark-of.ts';
import { Mark } from '../../parts/mark.tsx';
import { MessageScreen } from '../../screens/message-screen.tsx';
import { kioskSayings, type Show, showVisit } from '../../show-visit.tsx';
import { en } from '../../../shared/text/en.ts';
import { setupWords } from '../../text/setup-words.ts';
import { vi } from '../../../shared/text/vi.ts';
import { place } from '../make-state.ts';
import { PartsSheet } from '../parts-sheet.tsx';
import { type Shown, showInFrame } from '../show-in-frame.ts';

/** The tablet's screens, drawn as the tablet draws them. */
function draw({ scene, state, language, questionnaire }: Shown) {
  const { says, lamp } = scene;
  if (says === 'parts') return <PartsSheet language={language} words={{ vi, en }[language]} />;
  if (says === 'closed' || says === 'no-storage') {
    const said = setupWords[says];
    return <MessageScreen title={said.vi[0]} texts={[said.vi[1], said.en.join('. ')]} />;
  }
  const show: Show = { place, questionnaire, words: { vi, en }, send: () => {}, lamp };
  return (
    <>
      <Mark text={markOf(place.tree)} />
      {showVisit(show, kioskSayings(show, language), state, true)}
    </>
  );
}

void showInFrame({ device: 'tablet', usual: 'attract', draw });
