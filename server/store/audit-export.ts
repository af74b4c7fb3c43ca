import { textOfSeal } from './packed-seal.ts';
import { knownServerKeys } from './settings.ts';
import { countsPerPoint, eachSubmission } from './roots.ts';
import type { Reader } from './store.ts';

/**
 * What an auditor gets: everything that `verify` needs, one file a kind, one JSON object a line, in the order of keys.
 * It holds raw submissions and stays in custody. Remarks are not in it, nor anything of accounts.
 */
type Lines = (read: Reader) => AsyncIterable<object> | Promise<Iterable<object>>;

/** Rows of what grows with the submissions, a page at a time: `read` gets the last row of the page before. */
async function* paged<Row extends object>(
  read: (last: Partial<Row>) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (let last: Partial<Row> = {}; ; ) {
    const rows = await read(last);
    if (rows.length === 0) return;
    yield* rows;
    last = rows.at(-1)!;
  }
}

const PAGE = 1_000;
const NO_LEAF = Buffer.alloc(0);

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

export const AUDIT_FILES: Readonly<Record<string, Lines>> = {
  submissions: (read) => eachSubmission(read),

  async *quarantine(read) {
    const rows = paged(({ leaf = '' }: { readonly leaf?: string }) =>
      read
        .selectFrom('quarantine')
        .select(['leaf', 'kind', 'reason', 'p', 'decision'])
        .where('leaf', '>', leaf)
        .orderBy('leaf')
        .limit(PAGE)
        .execute(),
    );
    for await (const row of rows) yield { ...row, p: text(row.p) };
  },

  async *seals(read) {
    const rows = paged(({ device = '', n = 0 }: { readonly device?: string; readonly n?: number }) =>
      read
        .selectFrom('seals')
        .selectAll()
        .where((eb) =>
          eb.or([eb('device', '>', device), eb.and([eb('device', '=', device), eb('n', '>', n)])]),
        )
        .orderBy('device')
        .orderBy('n')
        .limit(PAGE)
        .execute(),
    );
    for await (const row of rows) {
      const { device, n, hash, root } = row;
      yield { device, n, hash, ...textOfSeal(row), root };
    }
  },

  'refused-seals': (read) => read.selectFrom('refused_seals').selectAll().orderBy('hash').execute(),

  'device-keys': (read) =>
    read.selectFrom('device_keys').selectAll().orderBy('device').orderBy('from_seal').execute(),

  'server-keys': async (read) => (await knownServerKeys(read)).map((key) => ({ key })),

  // where each device stood, and when: who could have taken what
  assignments: (read) =>
    read.selectFrom('assignments').selectAll().orderBy('device').orderBy('starts').execute(),

  entries: (read) =>
    read.selectFrom('entries').select(['hash', 'document', 'root']).orderBy('hash').execute(),

  async *'removed-leaves'(read) {
    const rows = paged(({ leaf = NO_LEAF }: { readonly leaf?: Uint8Array }) =>
      read
        .selectFrom('removed_leaves')
        .selectAll()
        .where('leaf', '>', leaf)
        .orderBy('leaf')
        .limit(PAGE)
        .execute(),
    );
    for await (const { leaf, entry } of rows) yield { leaf: Buffer.from(leaf).toString('hex'), entry };
  },

  reattributions: (read) => read.selectFrom('reattributions').selectAll().orderBy('id').execute(),

  'certified-reports': (read) =>
    read
      .selectFrom('certified_reports')
      .select(['unit', 'period', 'form', 'version', 'day', 'hash', 'document'])
      .orderBy('unit')
      .orderBy('period')
      .orderBy('form')
      .orderBy('version')
      .execute(),

  roots: (read) => read.selectFrom('roots').selectAll().orderBy('n').execute(),

  counts: async (read) => (await countsPerPoint(read)).map(([point, count]) => ({ point, count })),
};

/** What stands beside these files. */
export const AUDIT_README = `AUDIT EXPORT - raw submissions. Keep it in custody; never publish it.
DỮ LIỆU PHỤC VỤ KIỂM TRA - phiếu trả lời gốc. Bảo quản kín, không công bố.

Each .ndjson file holds one JSON object a line:

  submissions      id, bytes p exactly as answered, business half-day or half-month, standing
  quarantine       what could not be taken, with the reason and a reviewer's decision
  seals            signed statements of the devices (and of the server for own phones): text s, signature, nightly root
  refused-seals    seals that did not fit their chain
  device-keys      public keys of the devices (SPKI, base64), from which seal on
  server-keys      public keys of the server
  assignments      which device stood where, and when
  entries          lawful changes: retention, re-attribution, review, quarantine decisions, restores
  removed-leaves   hashes of what retention removed, with the entry that says so
  reattributions   corrections of a unit that was set up wrongly; the bytes stay
  certified-reports  figures that a unit certified for a closed period: document and hash
  roots            nightly roots: document, hash, signature
  counts           submissions ever taken per service point

Check it with the program's own script, which reads nothing but this folder and the roots that were mailed:

  npm run sipas -- verify FOLDER --roots MAILED.txt

A second body runs the same script: node server/cli/verify.ts FOLDER MAILED.txt
`;
