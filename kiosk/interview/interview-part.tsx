import { useState } from 'preact/hooks';
import type { Language } from '../../shared/questionnaire.ts';
import { isAnswered } from '../../shared/submission.ts';
import { put } from '../../shared/text/words.ts';
import { Tick } from '../parts/tick.tsx';
import type { Setup } from '../visit/finish.ts';
import { ENDINGS, type Visit } from '../visit/visit-states.ts';
import { EndingPart, HandInPart, QuestionPart } from './asking-parts.tsx';
import { AskUs } from './before-parts.tsx';
import { InterviewBar } from './interview-bar.tsx';
import type { InterviewWords } from './interview-words.ts';
import { Panel } from './panel.tsx';
import { type Keeper, useInterview } from './use-interview.ts';

interface InterviewProps {
  readonly words: InterviewWords;
  readonly language: Language;
  /** Made when the interview began: settings that come meanwhile hold from the next one on. */
  readonly setup: Setup;
  readonly keeper: Keeper;
  /** The next person; nothing of this one is left. */
  readonly onOver: () => void;
  /** The interview was stopped before there was anything to keep. */
  readonly onNothing: () => void;
}

const isOpen = (state: Visit) =>
  state.kind === 'question' || state.kind === 'ending' || state.kind === 'review';

/** Something comes of it if it stops now: the overall question was answered. */
const isWorthKeeping = (state: Visit) => 'answers' in state && isAnswered(state.answers[0]!);

function progressOf(state: Visit, words: InterviewWords): string | undefined {
  if (state.kind === 'question') return put(words.progress, { at: state.at + 1, of: state.items.length });
  return state.kind === 'ending'
    ? put(words.endingProgress, { at: state.at + 1, of: ENDINGS.length })
    : undefined;
}

/** One interview, from its first question to its thanks. */
export function InterviewPart(props: InterviewProps) {
  const { words, language, setup, keeper, onOver, onNothing } = props;
  const { state, send } = useInterview(setup, keeper);
  const [isStopping, setIsStopping] = useState(false);
  const { place, questionnaire } = setup;
  const shown = { words, language, place, questionnaire, send };

  function stop(): void {
    setIsStopping(false);
    if (isWorthKeeping(state)) send({ kind: 'end' });
    else onNothing();
  }

  function screen() {
    if (isStopping) {
      const { title, kept, nothing, on, stop: label } = words.stopping;
      return (
        <Panel
          name="stopping"
          title={title}
          text={isWorthKeeping(state) ? kept : nothing}
          acts={[
            { label: on, look: 'primary', onTouch: () => setIsStopping(false) },
            { label, onTouch: stop },
          ]}
        />
      );
    }
    switch (state.kind) {
      case 'question':
        return <QuestionPart {...shown} state={state} />;
      case 'ending':
        return <EndingPart {...shown} state={state} />;
      case 'review':
        return <HandInPart {...shown} state={state} />;
      case 'thanks':
        return (
          <Panel
            name="thanks"
            title={words.thanks.title}
            text={words.thanks.text}
            acts={[{ label: words.next, look: 'primary', onTouch: onOver }]}
          >
            <Tick />
          </Panel>
        );
      case 'fault':
        return (
          <Panel
            name="fault"
            title={words.fault.title}
            text={words.fault.text}
            acts={[{ label: words.fault.retry, look: 'primary', onTouch: () => send({ kind: 'retry' }) }]}
          >
            <AskUs {...{ words, place }} />
          </Panel>
        );
      default:
        return <Panel name="saving" title={words.saving} acts={[]} />;
    }
  }

  const canStop = isOpen(state) && !isStopping;
  return (
    <>
      <InterviewBar
        words={words}
        tree={place.tree}
        place={place.point.name[language]}
        middle={isStopping ? undefined : progressOf(state, words)}
        end={canStop ? { label: words.stop, onTouch: () => setIsStopping(true) } : undefined}
      />
      <main class="interview" data-asking>
        {screen()}
      </main>
    </>
  );
}
