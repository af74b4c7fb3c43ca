import type { FileFault } from '../../shared/wire/dossier-requests.ts';
import { FileRefused } from './file-refused.ts';
import { createInThread, isReadAtOnce } from './in-thread.ts';
import { readFile } from './read-file.ts';

/** A row of a small table: its number as a spreadsheet shows it, and what its cells say. */
export interface TextRow {
  readonly row: number;
  readonly cells: readonly string[];
}
export type Texts =
  | { readonly kind: 'read'; readonly rows: readonly TextRow[] }
  | { readonly kind: 'refused'; readonly why: FileFault };

/** A whole small table as texts, or why it cannot be read. More rows than `rowsMost` are too many. */
export async function sheetTexts(bytes: Uint8Array, rowsMost: number): Promise<Texts> {
  try {
    const rows: TextRow[] = [];
    for await (const piece of (await readFile(bytes)).rows) {
      for (const { row, cells } of piece)
        rows.push({ row, cells: Array.from(cells, (cell) => cell?.text ?? '') });
      if (rows.length > rowsMost) throw new FileRefused('too-many-rows');
    }
    return { kind: 'read', rows };
  } catch (error) {
    return { kind: 'refused', why: error instanceof FileRefused ? error.why : 'unreadable' };
  }
}

/** The same beside the requests of others; a file that ends its thread is unreadable. */
export function createSheetTexts(): typeof sheetTexts {
  const run = createInThread();
  const worker = new URL('./sheet-texts-worker.ts', import.meta.url);
  return async (bytes, rowsMost) => {
    if (isReadAtOnce(bytes)) return sheetTexts(bytes, rowsMost);
    let read: Texts = { kind: 'refused', why: 'unreadable' };
    await run<Texts>(worker, { bytes, rowsMost }, (said) => (read = said)).catch(() => {});
    return read;
  };
}
