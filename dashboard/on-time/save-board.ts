import { csvField } from '../../shared/neutral-cell.ts';
import type { LateRow } from './late-table.tsx';
import type { OnTimeWords } from '../text/on-time-vi.ts';
import { saveFile } from '../save-file.ts';

/** The rows as a table that a spreadsheet opens; names come from lists of offices and are neutralised. */
export function saveBoard({ saved }: OnTimeWords, span: string, rows: readonly LateRow[]): void {
  const cells = rows.map(({ name, counts, source }) => {
    const { received, early, onTime, late, returned, onTimePercent, latePercent, open, overdue } = counts;
    const numbers = [received, early, onTime, late, returned, onTimePercent, latePercent, open, overdue];
    // spreadsheets here write a comma
    const written = numbers.map((value) => (value === null ? '' : String(value).replace('.', ',')));
    return [csvField(name), ...written, csvField(source ?? '')];
  });
  const text = [saved.columns.map((name) => csvField(name)), ...cells].map((row) => row.join(';'));
  // the mark tells a spreadsheet that it is UTF-8
  saveFile(new Blob([`\uFEFF${text.join('\r\n')}\r\n`], { type: 'text/csv' }), saved.fileName(span));
}
