import { useState } from 'preact/hooks';
import { type Outcome, OUTCOMES } from '../../shared/calls.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { CallsWords } from './interview-words.ts';
import { Panel, WordList } from './panel.tsx';

/** After consent an interview began, and of it there is one of three; before, it never did. */
const AFTER_CONSENT = { reached: ['COMPLETE', 'PARTIAL', 'BREAKOFF'] } as const;
const BEFORE_CONSENT = {
  missed: ['NO_ANSWER', 'BUSY', 'OFF'],
  reached: ['CALLBACK', 'REFUSED', 'LANGUAGE', 'UNABLE', 'PROXY'],
  wrong: ['WRONG', 'DISCONNECTED', 'NOT_USER'],
} as const;
type Groups = Partial<Record<keyof CallsWords['outcome']['groups'], readonly Outcome[]>>;

/** What became of a call: exactly one, and said before it is recorded when it ends the case. */
export function CallOutcomePart(props: {
  readonly words: CallsWords;
  readonly language: Language;
  readonly hasAgreed: boolean;
  /** Said where the page was closed with the call open. */
  readonly unfinished?: string | undefined;
  readonly onOutcome: (outcome: Outcome) => void;
  /** Absent where there was a call for sure. */
  readonly onNotCalled?: (() => void) | undefined;
}) {
  const { words, language, hasAgreed, unfinished, onOutcome, onNotCalled } = props;
  const said = words.outcome;
  const [chosen, setChosen] = useState<Outcome | undefined>();
  const groups: Groups = hasAgreed ? AFTER_CONSENT : BEFORE_CONSENT;
  return (
    <Panel
      name="outcome"
      title={said.title}
      text={unfinished ?? said.text}
      acts={[
        chosen && { label: said.save, look: 'primary', onTouch: () => onOutcome(chosen) },
        onNotCalled && { label: words.call.notCalled, onTouch: onNotCalled },
      ]}
    >
      {Object.entries(groups).map(([group, outcomes]) => {
        const title = said.groups[group as keyof typeof groups];
        return (
          <section key={group} class="calls pairs">
            <h2>{title}</h2>
            <WordList
              label={title}
              items={outcomes.map((outcome) => ({
                name: OUTCOMES[outcome].name[language],
                isChosen: outcome === chosen,
                onChoose: () => setChosen(outcome),
              }))}
            />
          </section>
        );
      })}
      <p class="soft" role="status">
        {chosen && OUTCOMES[chosen].isFinal && said.final}
      </p>
    </Panel>
  );
}
