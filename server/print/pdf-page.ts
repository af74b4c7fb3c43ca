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

/** In points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** The bytes of a document of pdfmake; its fonts are called `Sheet` and `Title`. */
export function asPdf(document: object): Promise<Buffer> {
  pdfmake.setFonts({ Sheet: FACES, Title: { normal: TITLE, bold: TITLE } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => [...Object.values(FACES), TITLE].includes(path));
  return pdfmake.createPdf(document).getBuffer();
}
