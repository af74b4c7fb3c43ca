import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AUDIT_FILES } from '../store/audit-export.ts';
import { setting } from '../store/settings.ts';
import { type Store, StoreFault } from '../store/store.ts';

/** Writes the audit export into an empty folder, all of it from one state of the data; returns lines per file. */
export async function exportAudit(
  store: Store,
  folder: string,
  day: string,
): Promise<Readonly<Record<string, number>>> {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0)
    throw new StoreFault(`The folder ${folder} is not empty. Name a new one, so that nothing old gets in.`);
  const lines: Record<string, number> = {};
  await store.snapshot(async (read) => {
    for (const [name, rows] of Object.entries(AUDIT_FILES)) {
      lines[name] = 0;
      const list = await rows(read);
      const asText = async function* () {
        for await (const row of list) {
          lines[name]!++;
          yield `${JSON.stringify(row)}\n`;
        }
      };
      await pipeline(Readable.from(asText()), createWriteStream(join(folder, `${name}.ndjson`)));
    }
    const about = { v: 1, day, epoch: await setting(read, 'epoch') };
    writeFileSync(join(folder, 'about.json'), `${JSON.stringify(about)}\n`);
  });
  writeFileSync(join(folder, 'README.txt'), README);
  if (!existsSync(join(folder, 'roots.ndjson'))) throw new StoreFault(`${folder} could not be written.`);
  return lines;
}

const README = `AUDIT EXPORT - raw submissions. Keep it in custody; never publish it.
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
