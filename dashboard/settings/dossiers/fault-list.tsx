import { useMemo } from 'preact/hooks';
import { csvField } from '../../../shared/neutral-cell.ts';
import { FAULTS_SHOWN, type FaultyRow, type FileKind } from '../../../shared/wire/dossier-requests.ts';
import { nameColumn, useDossiersWords } from '../../text/use-dossiers-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';
import { saveFile } from '../../save-file.ts';

/** More of them would push away what stands below; they are opened by whoever looks for one. */
const SHOWN_AT_ONCE = 20;

interface FaultListProps {
  readonly kind: FileKind;
  readonly faults: readonly FaultyRow[];
  /** More may be known than are shown. */
  readonly all: () => Promise<readonly FaultyRow[]>;
}

/** Every faulty row by its number and reason; nothing of what stands in it. */
export function FaultList({ kind, faults, all }: FaultListProps) {
  const { own, language } = useDossiersWords();
  const words = own.faults;
  const columnOf = ({ column }: FaultyRow) => (column === null ? '' : nameColumn(own, kind, column));
  const columns = useMemo(
    (): readonly ListColumn<FaultyRow>[] => [
      { key: 'row', title: words.row, show: ({ row }) => `${words.row} ${row}`, sortBy: ({ row }) => row },
      { key: 'column', title: words.column, show: columnOf, sortBy: columnOf },
      {
        key: 'why',
        title: words.why,
        show: ({ why }) => words.reasons[why],
        sortBy: ({ why }) => words.reasons[why],
      },
    ],
    [own, kind],
  );
  async function save(): Promise<void> {
    const rows = (await all()).map((fault) => [fault.row, columnOf(fault), words.reasons[fault.why]]);
    const cells = [[words.row, words.column, words.why], ...rows];
    const text = cells.map((row) => row.map((cell) => csvField(String(cell))).join(';'));
    // the mark tells a spreadsheet that it is UTF-8
    saveFile(new Blob([`\uFEFF${text.join('\r\n')}\r\n`], { type: 'text/csv' }), words.fileName);
  }
  if (faults.length === 0) return null;
  return (
    <details class="faulty-rows" open={faults.length <= SHOWN_AT_ONCE}>
      <summary>{words.title}</summary>
      <p class="act-buttons">
        <button type="button" class="quiet-button" onClick={() => void save()}>
          {words.save}
        </button>
      </p>
      {faults.length >= FAULTS_SHOWN && (
        <p class="help">{words.first(writeCount(faults.length, language))}</p>
      )}
      <SearchableList
        caption={words.title}
        rows={faults}
        keyOf={({ row, why, column }) => `${row} ${column} ${why}`}
        columns={columns}
        textOf={(fault) => `${fault.row} ${columnOf(fault)} ${words.reasons[fault.why]}`}
        empty=""
      />
    </details>
  );
}
