import { useState } from 'preact/hooks';
import type { DayOfTimes } from './whom-to-call.ts';
import type { CallsWords } from './interview-words.ts';
import { Panel, WordList } from './panel.tsx';
import { writeShortDay, writeTime } from './say-time.ts';

/** A day and an hour to be called back at; where no call is allowed any more, what to say instead. */
export function PromisePart(props: {
  readonly words: CallsWords;
  readonly days: readonly DayOfTimes[];
  readonly today: string;
  readonly onPromise: (callbackAt: number) => void;
  /** The person asks for a call that is not allowed any more. */
  readonly onNone: () => void;
  readonly onBack: () => void;
  readonly back: string;
}) {
  const { words, days, today, back, onPromise, onNone, onBack } = props;
  const said = words.promise;
  const [day, setDay] = useState(days[0]?.day);
  const [at, setAt] = useState<number | undefined>();
  const onBackAct = { label: back, onTouch: onBack };
  if (days.length === 0)
    return (
      <Panel
        name="promise"
        title={words.later}
        text={said.none}
        acts={[{ label: said.saveNone, look: 'primary', onTouch: onNone }, onBackAct]}
      />
    );
  const times = days.find((one) => one.day === day)?.times ?? [];
  return (
    <Panel
      name="promise"
      title={said.title}
      acts={[
        at !== undefined && { label: said.save, look: 'primary', onTouch: () => onPromise(at) },
        onBackAct,
      ]}
    >
      <section class="calls time-chips">
        <h2>{said.day}</h2>
        <WordList
          label={said.day}
          items={days.map((one) => ({
            name: one.day === today ? said.today : writeShortDay(one.day),
            isChosen: one.day === day,
            onChoose: () => {
              setDay(one.day);
              setAt(undefined);
            },
          }))}
        />
        <h2>{said.hour}</h2>
        <WordList
          label={said.hour}
          items={times.map((ms) => ({
            name: writeTime(ms),
            isChosen: ms === at,
            onChoose: () => setAt(ms),
          }))}
        />
      </section>
    </Panel>
  );
}
