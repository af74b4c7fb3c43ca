import { parentPort, workerData } from 'node:worker_threads';
import type { Printed } from './press.ts';

// The thread of one file: what is drawn goes back, and the thread ends.
const printed = workerData as Printed;
const file = new Uint8Array(await draw());
parentPort?.postMessage(file, [file.buffer]);

/** Each kind has a library of its own, and the thread loads one. */
async function draw(): Promise<Buffer> {
  switch (printed.kind) {
    case 'form':
      return (await import('./draw-form.ts')).drawForm(printed);
    case 'replies':
      return (await import('./replies-page.ts')).drawReplies(printed);
    case 'book':
      return (await import('./draw-book.ts')).drawBook(printed);
    case 'pdf':
      return (await import('./draw-official-pdf.ts')).drawOfficialPdf(printed);
    case 'docx':
      return (await import('./draw-official-docx.ts')).drawOfficialDocx(printed);
    default:
      return (await import('./draw-sheet.ts')).drawSheet(printed);
  }
}
