import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyExport } from '../../server/cli/verify.ts';
import { exportAudit } from '../../server/jobs/export-audit.ts';
import { makeRoot, writeRoot } from '../../server/jobs/nightly-root.ts';
import { putSetting, SERVER_KEYS } from '../../server/store/settings.ts';
import { DAY_MS, halfDayAt, localDay } from '../../shared/period.ts';
import { batchOf, bytesOf, openOffice } from '../fakes/office.ts';
import { sealChain } from '../fakes/tablet-key.ts';

/**
 * Submissions that a tablet really sends and seals, day by day, with a root each night, through the server's own routes; then the
 * audit export, and what `verify` says of it with the mailed roots. Returned is what was proven, and what was found.
 */
export async function proveSample(seed: number, days: number, perDay: number) {
  const office = await openOffice({ seed });
  const { store, keys } = office;
  const folder = mkdtempSync(join(tmpdir(), 'sipas-sample-'));
  try {
    await store.write((tx) => putSetting(tx, SERVER_KEYS, JSON.stringify([keys.signPublic])));
    const tablet = await office.enrol();
    const chain = sealChain(tablet);
    let mailed = '';
    for (let day = 0; day < days; day++) {
      const b = halfDayAt(office.now);
      const ps = Array.from({ length: perDay }, () => bytesOf(office, { b }));
      for (let from = 0; from < ps.length; from += 50) {
        const some = ps.slice(from, from + 50);
        await send('batches', batchOf(tablet, some));
        await send('seals', { proto: 1, dev: tablet.id, seals: [chain.seal(some, { b })] });
      }
      const root = await makeRoot(store, keys, { day: localDay(office.now), nowMs: office.now });
      mailed += readFileSync(writeRoot(root, keys.signPublic, folder, undefined), 'utf8');
      office.now += DAY_MS;
    }
    const exported = join(folder, 'export');
    await exportAudit(store, exported, localDay(office.now));
    return await verifyExport(exported, mailed);

    async function send(path: string, body: object): Promise<void> {
      const answer = await office.call(`/api/v1/${path}`, { body, token: tablet.token });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
