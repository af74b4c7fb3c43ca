import { MOST_ATTEMPTS } from '../../shared/calls.ts';
import { writeDay } from '../../shared/period.ts';
import type { Language } from '../../shared/questionnaire.ts';
import { put } from '../../shared/text/words.ts';
import { writePhone } from '../../shared/vietnam-phone.ts';
import type { CallCase } from '../../shared/wire/call-list.ts';
import type { CallsWords } from './interview-words.ts';
import { Panel } from './panel.tsx';

/** One case: what the call is about, its number to touch, and what may come of the call. */
export function CallPart(props: {
  readonly words: CallsWords;
  readonly language: Language;
  readonly one: CallCase;
  readonly name: string;
  readonly isOwnCounter: boolean;
  /** It may be called now. */
  readonly isOpen: boolean;
  /** A call was begun: it has to have its outcome. */
  readonly isBegun: boolean;
  readonly onDial: () => void;
  readonly onAnswered: () => void;
  readonly onOutcome: () => void;
  readonly onBack: () => void;
}) {
  const { words, language, one, isBegun } = props;
  const { call } = words;
  const canCall = props.isOpen || isBegun;
  return (
    <Panel
      name={`call ${one.id}`}
      eyebrow={`${words.list.queues[one.queue]} · ${put(call.attempt, { at: one.attempts.length + 1, of: MOST_ATTEMPTS })}`}
      title={props.name}
      acts={[
        canCall && { label: call.answered, onTouch: props.onAnswered },
        canCall && { label: call.outcome, onTouch: props.onOutcome },
        { label: isBegun ? call.notCalled : call.back, onTouch: props.onBack },
      ]}
    >
      {props.isOwnCounter && (
        <p class="note" role="alert">
          {call.ownCounter}
        </p>
      )}
      <dl class="call-facts">
        <dt>{call.place}</dt>
        <dd>{one.point[language]}</dd>
        <dt>{call.day}</dt>
        <dd>{writeDay(one.returnedOn)}</dd>
        <dt>{call.code}</dt>
        <dd>{one.code}</dd>
      </dl>
      {canCall ? (
        <a class="primary dial" href={`tel:${one.number}`} onClick={props.onDial}>
          {put(call.dial, { number: writePhone(one.number) })}
        </a>
      ) : (
        <p class="note">{call.notNow}</p>
      )}
    </Panel>
  );
}
