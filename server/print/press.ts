import { Worker } from 'node:worker_threads';
import { TooBusy } from '../secrets.ts';
import type { Book } from './book.ts';
import type { OfficialPaper } from './official-paper.ts';
import type { PaperForm } from './paper-form.ts';
import type { RepliesSheet } from './replies-page.ts';
import type { Sheet } from './sheet.ts';

/**
 * What can be made: sheets of codes, forms on paper and what was done about remarks as PDF, a spreadsheet as XLSX,
 * an official paper as PDF or DOCX.
 */
export type Printed = Sheet | PaperForm | RepliesSheet | Book | OfficialPaper;
/** Makes the file of it. */
export type Press = (printed: Printed) => Promise<Uint8Array<ArrayBuffer>>;

/** Swept more often, what is drawn for one page makes room for the next: a long report takes 100 MB less, in the same time. */
const YOUNG_MB = 8;

/** Sheets that may wait; who comes then is asked to try again. */
const WAITING_MOST = 8;

/**
 * Drawing fifty posters takes the whole of a core for a while, in which no tablet would be answered: each sheet is drawn
 * in a thread of its own, one after another, and the thread gives its memory back when it ends.
 */
export function createPress(): Press {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (printed) => {
    if (waiting >= WAITING_MOST) throw new TooBusy();
    waiting++;
    const before = last;
    const drawn = before.catch(() => {}).then(() => drawInThread(printed));
    last = drawn;
    try {
      return await drawn;
    } finally {
      waiting--;
    }
  };
}

function drawInThread(printed: Printed): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./print-worker.ts', import.meta.url), {
      workerData: printed,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the printing thread ended without a sheet')));
  });
}
