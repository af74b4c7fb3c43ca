import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The record of the drills names the sources that it was made with: a newer outbox or store wants a new record. */

const root = join(import.meta.dirname, '../..');
export const RECORD = 'docs/durability-record.md';

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** Everything on which durability rests: the tablet's two copies, and how the server commits. */
const DURABLE = {
  tablet: filesOf('kiosk/outbox'),
  server: ['postgres-pool', 'statement-parcels', 'store', 'straight-sqlite', 'write-queue'].map(
    (name) => `server/store/${name}.ts`,
  ),
};
export type Part = keyof typeof DURABLE;

export function hashOfDurableSources(part: Part): string {
  const hash = createHash('sha256');
  for (const file of DURABLE[part]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
