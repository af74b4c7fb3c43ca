import { join } from 'node:path';
import pdfmake from 'pdfmake';

/** How every PDF is made; nothing is read but the fonts that lie in the package, which are embedded as far as they are used. */

const FONTS = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/be-vietnam-pro');
const font = (weight: string) => join(FONTS, weight, `BeVietnamPro_${weight}.ttf`);
const FACES = {
  normal: font('400Regular'),
  italics: font('400Regular_Italic'),
  bold: font('600SemiBold'),
};
const TITLE = font('700Bold');
const TINOS = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/tinos');
const official = (weight: string) => join(TINOS, weight, `Tinos_${weight}.ttf`);
/** The widths of Times New Roman, which official papers are written in and nobody may hand on. */
const OFFICIAL = {
  normal: official('400Regular'),
  italics: official('400Regular_Italic'),
  bold: official('700Bold'),
  bolditalics: official('700Bold_Italic'),
};

/** In points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** The bytes of a document of pdfmake; its fonts are called `Sheet`, `Title` and `Official`. */
export function asPdf(document: object): Promise<Buffer> {
  pdfmake.setFonts({ Sheet: FACES, Title: { normal: TITLE, bold: TITLE }, Official: OFFICIAL });
  pdfmake.setUrlAccessPolicy(() => false);
  const fonts = [...Object.values(FACES), TITLE, ...Object.values(OFFICIAL)];
  pdfmake.setLocalAccessPolicy((path) => fonts.includes(path));
  return pdfmake.createPdf(document).getBuffer();
}
