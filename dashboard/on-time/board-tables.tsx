import type { BoardUnit, LateBoard } from '../../shared/wire/late-board.ts';
import type { OnTimeWords } from '../text/on-time-vi.ts';
import { useOnTimeWords } from '../text/use-on-time-words.ts';
import { writeDate } from '../text/write-date.ts';
import { writeCount } from '../text/write-number.ts';
import { type LateRow, LateTable } from './late-table.tsx';
import { saveBoard } from './save-board.ts';

/** Units and fields, each in the order of the server; both in one file for whoever wants it. */
export function BoardTables({ board }: { readonly board: LateBoard }) {
  const { own, language, say } = useOnTimeWords();
  const { units, fields, withoutFields, span } = board;
  if (units.every(({ source }) => source === null)) return null;
  const end = span.isRunning ? board.today : span.to;
  const ofUnits = units.map((row): LateRow => {
    return { key: row.unit.id, name: say(row.unit.name), counts: row, source: saySource(own, row, end) };
  });
  const ofFields = fields.map((row): LateRow => ({ key: row.field, name: say(row.name), counts: row }));
  return (
    <>
      <section class="sheet" aria-labelledby="board-units">
        <h2 id="board-units">{own.units}</h2>
        <LateTable caption={own.units} first={own.columns.unit} rows={ofUnits} />
        <p class="act-buttons">
          <button
            type="button"
            class="quiet-button"
            onClick={() => saveBoard(own, span.id, [...ofUnits, ...ofFields])}
          >
            {own.save}
          </button>
        </p>
      </section>
      {fields.length > 0 && (
        <section class="sheet" aria-labelledby="board-fields">
          <h2 id="board-fields">{own.fields}</h2>
          {withoutFields > 0 && <p class="lead">{own.withoutFields(writeCount(withoutFields, language))}</p>}
          <LateTable caption={own.fields} first={own.columns.field} rows={ofFields} />
        </section>
      )}
    </>
  );
}

/** A list that is older than the end of the span does not know all of it. */
function saySource({ sources, unknown }: OnTimeWords, { source, listedOn }: BoardUnit, end: string): string {
  if (source === null) return unknown;
  if (source === 'statistics') return sources.statistics;
  if (listedOn === null) return sources.listUndated;
  return listedOn < end ? sources.listUntil(writeDate(listedOn)) : sources.list(writeDate(listedOn));
}
