import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import jsqr from 'jsqr';

/** A printed page as a person and a camera see it. */
export interface PrintedPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly text: string;
  /** What a camera reads; null where it finds no code. */
  readonly code: string | null;
}

/** A camera takes one picture after another until it reads one. */
const PICTURE_WIDTHS = [600, 720, 860];

// the package is CommonJS whose types speak of a default export
const decode = typeof jsqr === 'function' ? jsqr : (jsqr as unknown as { default: typeof jsqr }).default;
const mm = (points: number) => Math.round((points * 25.4) / 72);

/** Renders a PDF and reads it back; `photographed` says at which pages a camera is held, all of them where it is left out. */
export async function readPrint(
  pdf: Uint8Array,
  photographed: (page: number) => boolean = () => true,
): Promise<PrintedPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages: PrintedPage[] = [];
  for (let i = 0; i < document.getPageCount(); i++) {
    // the library closes a page when it has drawn it: every look is at a page of its own
    const open = () => document.getPage(i);
    const { originalWidth, originalHeight } = open().getOriginalSize();
    const text = open().getText().replaceAll(/\s+/g, ' ');
    const code = photographed(i) ? await photograph(open, originalHeight / originalWidth) : null;
    pages.push({ widthMm: mm(originalWidth), heightMm: mm(originalHeight), text, code });
  }
  document.destroy();
  library.destroy();
  return pages;
}

async function photograph(open: () => PDFiumPage, tall: number): Promise<string | null> {
  for (const wide of PICTURE_WIDTHS) {
    const { data, width, height } = await open().render({
      width: wide,
      height: wide * tall,
      scale: 1,
      render: 'bitmap',
    });
    const found = decode(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' });
    if (found) return found.data;
  }
  return null;
}
