import '../../styles.css';
import '../../screens/screens.css';
import '../../screens/messages.css';
import '../../screens/sizes.css';
import '../../kiosk.css';
import '../../around/surroundings.css';
import '../parts-sheet.css';
import { bigText } from '../../around/big-text.ts';
import { ClosedScreen } from '../../around/closed-screen.tsx';
import { NoticeScreen } from '../../around/notice-screen.tsx';
import { makePractice } from '../../around/practice.tsx';
import { showAnswerSpeakers } from '../../audio/show-answer-speakers.tsx';
import { SoundControls } from '../../audio/sound-controls.tsx';
import { render } from '../../draw.ts';
import { askUs } from '../../parts/ask-us.ts';
import { markOf } from '../../mark-of.ts';
import { Mark } from '../../parts/mark.tsx';
import { Tool } from '../../parts/tool.tsx';
import { MessageScreen } from '../../screens/message-screen.tsx';
import type { Show } from '../../scene-of.ts';
import { kioskSayings, showVisit } from '../../show-visit.tsx';
import { en } from '../../../shared/text/en.ts';
import { laterEn } from '../../../shared/text/later-en.ts';
import { laterVi } from '../../../shared/text/later-vi.ts';
import { noticeWords } from '../../../shared/text/notice-words.ts';
import { setupWords } from '../../text/setup-words.ts';
import { vi } from '../../../shared/text/vi.ts';
import { hall as place } from '../make-state.ts';
import { PartsSheet } from '../parts-sheet.tsx';
import { type Shown, showInFrame } from '../show-in-frame.ts';
import { stillPlayer } from '../still-player.ts';

const later = { vi: laterVi, en: laterEn };
const big = bigText(document.documentElement, document.getElementById('app')!);
const opening = { inDays: 3, weekday: 1, time: '07:30' };
const nothing = () => {};

let shown: Shown;
const sound = () => shown.scene.sound;
const player = stillPlayer(sound);
const practice = makePractice({
  player,
  send: nothing,
  redraw: nothing,
  clock: () => 0,
  later: nothing,
});
/** They draw themselves anew whenever the page has drawn. */
const showSpeakers = () =>
  showAnswerSpeakers({
    render,
    player,
    state: () => shown.state,
    heardIn: () => sound() && { words: later[shown.language] },
    codes: () => (sound() ? ['vi', 'en'] : []),
  });
let speakers: ReturnType<typeof showSpeakers> | undefined;

/** The tablet's screens, drawn as the tablet draws them. */
function draw(now: Shown) {
  shown = now;
  speakers ??= showSpeakers();
  const { scene, state, language, size, questionnaire } = now;
  big.turn(size === 'big');
  const { says, lamp } = scene;
  if (says === 'parts') return <PartsSheet language={language} words={{ vi, en }[language]} />;
  if (says === 'closed' || says === 'no-storage') {
    const said = setupWords[says];
    return (
      <MessageScreen
        title={said.vi[0]}
        texts={[said.vi[1], said.en.join('. '), ...askUs(setupWords, place)]}
      />
    );
  }
  const isBig = size === 'big';
  const tools = () => (
    <>
      {scene.sound && <SoundControls player={player} words={later[language]} isTrial />}
      <Tool sign="Aa" label={later[language].bigText} isOn={isBig} onTouch={nothing} />
    </>
  );
  const around = { tools, turn: () => undefined, start: nothing };
  const show: Show = { place, questionnaire, words: { vi, en }, send: nothing, lamp, around };
  const [point, unit] = [place.point.name, place.unit.name];
  const cover = () => {
    if (says === 'asleep') return <ClosedScreen point={point} unit={unit} next={opening} />;
    if (says === 'practice') {
      practice.open(language);
      return practice.draw({ ...later[language], ...{ vi, en }[language] }, point[language], tools());
    }
    if (state.kind !== 'attract' || !state.notice) return undefined;
    const ask = askUs({ vi, en }[language], place);
    return <NoticeScreen words={noticeWords[language]} unit={unit[language]} ask={ask} onClose={nothing} />;
  };
  return (
    <>
      <Mark text={markOf(place.tree)} />
      {cover() ?? showVisit(show, kioskSayings(show, language), state, true)}
    </>
  );
}

void showInFrame({ device: 'tablet', usual: 'attract', draw });
