import { fork } from 'node:child_process';
import { childFlags } from '../child-flags.ts';
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

/** Swept more often, what is drawn for one page makes room for the next: a long report takes 50 MB less, in the same time. */
const MEMORY = ['--max-semi-space-size=2'];

/** Sheets that may wait; who comes then is asked to try again. */
const WAITING_MOST = 8;

/**
 * Drawing fifty posters takes the whole of a core for a while, in which no tablet would be answered: each sheet is drawn
 * in a process of its own, one after another, which gives its memory back when it ends; a thread would leave the server with it.
 */
export function createPress(): Press {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (printed) => {
    if (waiting >= WAITING_MOST) throw new TooBusy();
    waiting++;
    const before = last;
    const drawn = before.catch(() => {}).then(() => drawInProcess(printed));
    last = drawn;
    try {
      return await drawn;
    } finally {
      waiting--;
    }
  };
}

function drawInProcess(printed: Printed): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./print-process.ts', import.meta.url), {
      execArgv: [...childFlags(), ...MEMORY],
      serialization: 'advanced',
      // it needs none of the server's secrets
      env: { SystemRoot: process.env['SystemRoot'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
    });
    child.once('message', (file) => resolve(file as Uint8Array<ArrayBuffer>));
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the printing process ended without a sheet')));
    child.send(printed, (error) => error && reject(error));
  });
}
