import { FileRefused } from './file-refused.ts';

/**
 * Reads the XML of a spreadsheet piece by piece. It knows tags, attributes, text, CDATA and the five named entities, and
 * refuses what a spreadsheet never holds (a document type, which could name files or grow without end).
 */
export interface XmlSink {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

/** A tag or a text between two tags is shorter; a cell holds at most 32,767 letters. */
const PIECE_MOST = 2 ** 20;

export function createXmlReader(sink: XmlSink): { write(piece: string): void; end(): void } {
  let rest = '';
  return {
    write(piece) {
      const text = rest + piece;
      let at = 0;
      for (;;) {
        const start = text.indexOf('<', at);
        const end = start < 0 ? -1 : endOfTag(text, start);
        if (end < 0) break;
        if (start > at) sink.text(plain(text.slice(at, start)));
        readTag(text.slice(start + 1, end), sink);
        at = end + 1;
      }
      rest = text.slice(at);
      if (rest.length > PIECE_MOST) throw new FileRefused('inflates');
    },
    end() {
      if (rest.trim() !== '') throw new FileRefused('damaged');
    },
  };
}

/** Where the `>` of a tag stands; -1 when it has not come yet. */
function endOfTag(text: string, start: number): number {
  const closing = text.startsWith('<!--', start)
    ? '-->'
    : text.startsWith('<![CDATA[', start)
      ? ']]>'
      : text.startsWith('<?', start)
        ? '?>'
        : undefined;
  if (closing) {
    const at = text.indexOf(closing, start);
    return at < 0 ? -1 : at + closing.length - 1;
  }
  if (/^<!(?!-|\[|$)/.test(text.slice(start, start + 3))) throw new FileRefused('damaged');
  let quote = '';
  for (let i = start + 1; i < text.length; i++) {
    const sign = text[i]!;
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '>') return i;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

function readTag(tag: string, sink: XmlSink): void {
  if (tag.startsWith('![CDATA[')) return sink.text(tag.slice(8, -2));
  if (tag.startsWith('!') || tag.startsWith('?')) return;
  if (tag.startsWith('/')) return sink.close(bare(tag.slice(1).trim()));
  const isEmpty = tag.endsWith('/');
  const nameEnd = tag.search(/[\s/]/);
  const name = bare(nameEnd < 0 ? tag : tag.slice(0, nameEnd));
  sink.open(name, (wanted) => attributeOf(tag, wanted));
  if (isEmpty) sink.close(name);
}

/** Some programs put a prefix before every name. */
const bare = (name: string) => name.slice(name.indexOf(':') + 1);

function attributeOf(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(`${name}=`); at > 0; at = tag.indexOf(`${name}=`, at + 1)) {
    if (!/\s/.test(tag[at - 1]!)) continue;
    const from = at + name.length + 2;
    const to = tag.indexOf(tag[from - 1]!, from);
    return to < 0 ? undefined : plain(tag.slice(from, to));
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (!name) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return NAMED[name] ?? whole;
  });
}
