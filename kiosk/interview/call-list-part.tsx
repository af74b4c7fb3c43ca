import { MOST_ATTEMPTS, nextCallHour, QUEUES } from '../../shared/calls.ts';
import { writeDay } from '../../shared/period.ts';
import { put } from '../../shared/text/words.ts';
import type { CallCase } from '../../shared/wire/call-list.ts';
import { callableNow, dueNow, promisedLater } from './whom-to-call.ts';
import type { CallsWords } from './interview-words.ts';
import { Panel } from './panel.tsx';
import { sayTime } from './say-time.ts';

interface ListProps {
  readonly words: CallsWords;
  readonly cases: readonly CallCase[];
  readonly nameOf: (one: CallCase) => string;
  /** Outcomes that have not been sent yet. */
  readonly unsent: number;
  readonly now: { readonly ms: number; readonly isKnown: boolean };
  readonly onCase: (one: CallCase) => void;
  readonly onHome: () => void;
}

/** Why nobody stands on the list. */
function whyNobody({ words, cases, now }: ListProps): string {
  const { list } = words;
  if (cases.length === 0) return list.empty;
  if (!now.isKnown) return list.unknownTime;
  const open = nextCallHour(now.ms);
  return open === now.ms ? list.waiting : put(list.closed, { time: sayTime(words, open, now.ms) });
}

/** Who may be called now, and nobody else: whoever asked for this time first, then queue by queue. */
export function CallListPart(props: ListProps) {
  const { words, cases, nameOf, unsent, now, onCase } = props;
  const { list } = words;
  const groups = [
    { title: list.due, found: dueNow(cases, now.ms) },
    ...QUEUES.map((queue) => ({ title: list.queues[queue], found: callableNow(cases, queue, now.ms) })),
  ].filter(({ found }) => now.isKnown && found.length > 0);
  const promised = promisedLater(cases, now.ms);
  const until = cases
    .map((one) => one.until)
    .sort()
    .at(-1);
  return (
    <Panel name="calls" title={list.title} acts={[{ label: list.home, onTouch: props.onHome }]}>
      {groups.length === 0 && <p class="note">{whyNobody(props)}</p>}
      {groups.map(({ title, found }) => (
        <section key={title} class="calls">
          <h2>{title}</h2>
          {found.map((one) => (
            <button key={one.id} type="button" class="choice" onClick={() => onCase(one)}>
              <b>{nameOf(one)}</b>
              <span>{one.code}</span>
              <span>
                {[
                  put(words.call.returned, { day: writeDay(one.returnedOn) }),
                  put(words.call.attempt, { at: one.attempts.length + 1, of: MOST_ATTEMPTS }),
                ].join(' · ')}
              </span>
            </button>
          ))}
        </section>
      ))}
      {promised.length > 0 && (
        <section class="calls">
          <h2>{list.promised}</h2>
          <ul>
            {promised.map((one) => (
              <li key={one.id}>
                <b>{sayTime(words, one.callbackAt!, now.ms)}</b> {nameOf(one)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="home-facts">
        {until && <p>{put(list.until, { day: writeDay(until) })}</p>}
        {unsent > 0 && <p>{put(list.unsent, { n: unsent })}</p>}
      </div>
    </Panel>
  );
}
