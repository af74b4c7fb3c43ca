import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '../../shared/assert.ts';
import { mayEnable } from '../../shared/language-pack.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { readPackFiles } from '../pack-file.ts';
import type { Tx } from '../store/store.ts';
import { emptyPack, planIntake, writeIntake } from '../take-pack.ts';

const PACKS = join(import.meta.dirname, 'packs');

/** The trial speech of the demo, as a pack of any office comes in; enabled, which no real unit could do with it. */
export async function addDemoPacks(tx: Tx, questionnaire: Questionnaire): Promise<void> {
  for (const folder of readdirSync(PACKS)) {
    const intake = readPackFiles(filesIn(join(PACKS, folder)));
    const where = { tree: 'demo', questionnaire } as const;
    const plan = planIntake(emptyPack(intake.head, 'demo', questionnaire), intake, where);
    invariant(
      plan.faults.length === 0 && mayEnable(plan.pack, 'demo', questionnaire),
      'a demo pack is a trial',
    );
    await writeIntake(tx, 'demo', { ...plan, pack: { ...plan.pack, isEnabled: true } });
  }
}

const filesIn = (folder: string): Map<string, Uint8Array> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
