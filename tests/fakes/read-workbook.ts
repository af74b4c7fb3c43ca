import { inflateRawSync } from 'node:zlib';
import { zipEntries } from '../../server/zip-directory.ts';

/**
 * A spreadsheet as the program that opens it sees it: cells by their addresses, formulas computed by a reader of its own that
 * shares no line with the product. It knows what our formulas use: numbers, texts, cells, + - * / ^, =, ROUND, SQRT, IF, OR,
 * AND, MAX.
 */
export interface ReadSheet {
  readonly name: string;
  /** What stands in a cell: a text or a number, or what its formula gives. */
  value(address: string): string | number | undefined;
  readonly formulas: ReadonlyMap<string, string>;
  readonly texts: readonly string[];
  /** The row whose first cell holds this text or number. */
  rowOf(first: string | number): number;
}

type Value = string | number | boolean;

export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = new Map(
    zipEntries(bytes, 200).map(({ name, method, packed }) => {
      return [name, (method === 0 ? Buffer.from(packed) : inflateRawSync(packed)).toString('utf8')] as const;
    }),
  );
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
    ([, part]) => plain([...part!.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text]) => text).join('')),
  );
  const names = [...files.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) =>
    plain(name!),
  );
  return names.map((name, i) => readSheet(name, files.get(`xl/worksheets/sheet${i + 1}.xml`)!, shared));
}

const plain = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

function readSheet(name: string, xml: string, shared: readonly string[]): ReadSheet {
  const cells = new Map<string, string | number>();
  const formulas = new Map<string, string>();
  for (const [, attributes, inside = ''] of xml.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const address = /r="([A-Z]+\d+)"/.exec(attributes!)![1]!;
    const [, formula] = /<f[^>]*>([\s\S]*?)<\/f>/.exec(inside) ?? [];
    const [, value] = /<v>([\s\S]*?)<\/v>/.exec(inside) ?? [];
    const [, inline] = /<is>[\s\S]*?<t[^>]*>([\s\S]*?)<\/t>/.exec(inside) ?? [];
    if (formula !== undefined) formulas.set(address, plain(formula));
    else if (inline !== undefined) cells.set(address, plain(inline));
    else if (value !== undefined)
      cells.set(address, attributes!.includes('t="s"') ? shared[Number(value)]! : Number(value));
  }
  const value = (address: string): string | number | undefined => {
    const formula = formulas.get(address);
    if (formula === undefined) return cells.get(address);
    const result = compute(formula, (other) => value(other) ?? 0);
    return typeof result === 'boolean' ? String(result) : result;
  };
  return {
    name,
    value,
    formulas,
    texts: [...cells.values()].filter((cell) => typeof cell === 'string'),
    rowOf(first) {
      const found = [...cells].find(([address, cell]) => /^A\d/.test(address) && cell === first);
      if (!found) throw new Error(`no row begins with ${first}`);
      return Number(found[0].slice(1));
    },
  };
}

/** Recursive descent over `comparison > sum > product > power > unary > atom`, as spreadsheets bind them. */
export function compute(formula: string, cell: (address: string) => Value): Value {
  const tokens =
    formula.replace(/^=/, '').match(/"[^"]*"|\$?[A-Z]+\$?\d+|[A-Z]+|\d+(?:\.\d+)?|[-+*/^(),=]/g) ?? [];
  let at = 0;
  const take = (token: string) => tokens[at] === token && (at++, true);
  const must = (token: string) => {
    if (!take(token)) throw new Error(`${token} is missing in ${formula}`);
  };
  function comparison(): Value {
    const left = sum();
    return take('=') ? left === sum() : left;
  }
  function sum(): Value {
    let left = product();
    for (;;) {
      if (take('+')) left = Number(left) + Number(product());
      else if (take('-')) left = Number(left) - Number(product());
      else return left;
    }
  }
  function product(): Value {
    let left = power();
    for (;;) {
      if (take('*')) left = Number(left) * Number(power());
      else if (take('/')) left = Number(left) / Number(power());
      else return left;
    }
  }
  function power(): Value {
    let left = atom();
    while (take('^')) left = Number(left) ** Number(atom());
    return left;
  }
  function atom(): Value {
    const token = tokens[at++] ?? '';
    if (token === '(') {
      const inside = comparison();
      must(')');
      return inside;
    }
    if (token === '-') return -Number(atom());
    if (token.startsWith('"')) return token.slice(1, -1);
    if (/^\d/.test(token)) return Number(token);
    if (/\d$/.test(token)) return cell(token.replaceAll('$', ''));
    must('(');
    const values = [comparison()];
    while (take(',')) values.push(comparison());
    must(')');
    return call(token, values);
  }
  const result = comparison();
  if (at < tokens.length) throw new Error(`${tokens[at]} is too much in ${formula}`);
  return result;
}

function call(name: string, values: readonly Value[]): Value {
  const [first, second, third] = values;
  if (name === 'ROUND' && second === 0) return Math.floor(Number(first) + 0.5);
  if (name === 'SQRT') return Math.sqrt(Number(first));
  if (name === 'IF') return first === true ? second! : third!;
  if (name === 'OR') return values.includes(true);
  if (name === 'AND') return values.every((value) => value === true);
  if (name === 'MAX') return Math.max(...values.map(Number));
  throw new Error(`${name} is no function that our formulas use`);
}
