import type { Printed } from './press.ts';

// The process of one file: what is drawn goes back, and the process ends; without a server there is nobody to draw for.
process.once('disconnect', () => process.exit());
process.once('message', (printed: Printed) => {
  void draw(printed).then((file) => process.send!(new Uint8Array(file), () => process.disconnect()));
});

/** Each kind has a library of its own, and the thread loads one. */
async function draw(printed: Printed): Promise<Buffer> {
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
