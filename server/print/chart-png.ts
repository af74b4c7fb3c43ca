import { PDFiumLibrary } from '@hyzyla/pdfium';
import { greyPng } from './grey-png.ts';
import type { PaperPicture } from './official-paper.ts';
import { asPdf } from './pdf-page.ts';

/** Dots per inch of an ordinary office printer. */
const DPI = 300;

/**
 * Charts for a Word file: the same drawing that a PDF holds, on pages of their own, photographed by the engine that browsers
 * show PDF with. So the letters are those of Tinos, and nothing native is installed.
 */
export async function chartPngs(charts: readonly PaperPicture[]): Promise<Buffer[]> {
  if (charts.length === 0) return [];
  const library = await PDFiumLibrary.init();
  const found: Buffer[] = [];
  for (const { svg, width, height } of charts) {
    const pdf = await asPdf({
      pageSize: { width, height },
      pageMargins: 0,
      content: [{ svg, width, height }],
    });
    const document = await library.loadDocument(pdf);
    const photo = await document.getPage(0).render({ scale: DPI / 72, render: 'bitmap', colorSpace: 'Gray' });
    found.push(greyPng(photo.data, photo.width, photo.height));
    document.destroy();
  }
  library.destroy();
  return found;
}
