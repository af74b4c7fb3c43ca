import type { LateBoard } from '../../shared/wire/late-board.ts';
import { useOnTimeWords } from '../text/use-on-time-words.ts';
import { writeCount, writePercent } from '../text/write-number.ts';

/** All units together, and of how many of them something is known. */
export function BoardTotal({ board }: { readonly board: LateBoard }) {
  const { own, language } = useOnTimeWords();
  const { total, units, span } = board;
  const known = units.filter(({ source }) => source !== null);
  if (known.length === 0) {
    return (
      <p class="nothing">
        {own.none} {span.kind === 'week' && own.noneWeek}
      </p>
    );
  }
  const { returned, late, overdue, open, onTimePercent, latePercent } = total;
  const count = (value: number | null) => (value === null ? own.unsaid : writeCount(value, language));
  return (
    <>
      <dl class="board-total">
        <div>
          <dt>{own.onTime}</dt>
          <dd>
            <b>{onTimePercent === null ? '—' : writePercent(onTimePercent, language, 2)}</b>
            {returned !== null && late !== null && (
              <span>
                {returned === 0 ? own.nothingReturned : own.onTimeOf(count(returned - late), count(returned))}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{own.late}</dt>
          <dd>
            <b>{count(late)}</b>
            {latePercent !== null && <span>{own.lateOf(writePercent(latePercent, language, 2))}</span>}
          </dd>
        </div>
        <div>
          <dt>{span.isRunning ? own.overdue.running : own.overdue.past}</dt>
          <dd>
            <b>{count(overdue)}</b>
            {open !== null && <span>{own.overdueOf(count(open))}</span>}
          </dd>
        </div>
      </dl>
      {returned === null && <p class="lead">{own.unsaidRate}</p>}
      {known.length < units.length && (
        <p class="lead">{own.known(count(known.length), count(units.length))}</p>
      )}
    </>
  );
}
