import { inflateRawSync } from 'node:zlib';
import { zipEntries } from '../../server/zip-directory.ts';

/** A Word file as plain text, one space between its words, with the mark-up of its body and of its running header. */
export function readDocx(bytes: Uint8Array): {
  readonly document: string;
  readonly text: string;
  readonly header: string;
  readonly pictures: readonly Buffer[];
} {
  const raw = zipEntries(bytes, 200).map(({ name, method, packed }) => {
    return [name, method === 0 ? Buffer.from(packed) : inflateRawSync(packed)] as const;
  });
  const files = new Map(raw.map(([name, data]) => [name, data.toString('utf8')]));
  const document = files.get('word/document.xml')!;
  const header = [...files]
    .filter(([name]) => /^word\/header\d*\.xml$/.test(name))
    .map(([, xml]) => xml)
    .join('');
  const text = document
    .replaceAll('</w:p>', ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
  const pictures = raw.filter(([name]) => name.endsWith('.png')).map(([, data]) => data);
  return { document, text, header, pictures };
}
