import { spanOf } from '../../shared/dossier-spans.ts';
import { BOARD_SPANS, type LateBoard } from '../../shared/wire/late-board.ts';
import type { ScopeUnit } from '../../shared/wire/overview.ts';
import { UnitSelect } from '../parts/unit-select.tsx';
import { type OnTimeWords } from '../text/on-time-vi.ts';
import { useOnTimeWords } from '../text/use-on-time-words.ts';
import { writeDates } from '../text/write-date.ts';
import type { BoardChoice } from './board-choice.ts';

interface BoardBarProps {
  readonly units: readonly ScopeUnit[];
  readonly choice: BoardChoice;
  /** Null until the first answer. */
  readonly board: LateBoard | null;
  readonly choose: (choice: BoardChoice) => void;
}

/** Unit, week or month, and which one. */
export function BoardBar({ units, choice, board, choose }: BoardBarProps) {
  const { own } = useOnTimeWords();
  const { unit, span, at } = choice;
  // while the other kind is on its way, its spans are not known yet
  const spans = board && board.span.kind === span ? board.spans : [];
  return (
    <div class="board-bar" role="group" aria-label={own.choose.group}>
      <UnitSelect
        label={own.choose.unit}
        units={units}
        unit={unit}
        choose={(id) => choose({ ...choice, unit: id })}
        look="unit"
      />
      <fieldset class="pick segments">
        <legend>{own.choose.by}</legend>
        {BOARD_SPANS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="span"
              checked={span === each}
              onChange={() => choose({ unit, span: each, at: null })}
            />
            <span>{own.choose.spans[each]}</span>
          </label>
        ))}
      </fieldset>
      <label class="pick span">
        <span>{own.choose.at[span]}</span>
        <select
          value={at ?? spans[0] ?? ''}
          onChange={(change) => choose({ ...choice, at: change.currentTarget.value })}
        >
          {spans.map((id) => (
            <option key={id} value={id}>
              {nameSpan(own, id)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** `Tháng 11/2026`, `Tuần 16/11–22/11/2026`. */
export function nameSpan({ choose }: OnTimeWords, id: string): string {
  if (id.length === 7) return choose.month(`${id.slice(5)}/${id.slice(0, 4)}`);
  const { from, to } = spanOf(id, 'week');
  return choose.week(writeDates(from, to));
}
