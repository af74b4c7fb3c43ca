import { pathToFileURL } from 'node:url';
import { FORMS } from '../../shared/questionnaire.ts';
import { localDay, periodsUpTo } from '../../shared/period.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import { Attacker } from './differences.ts';
import { openSparseProvince } from './sparse-province.ts';

export interface Attack {
  readonly leaks: readonly string[];
  readonly pairs: number;
  readonly pages: number;
  readonly submissions: number;
}

/** Reads every page of the province after every batch and subtracts; ends early at a leak of the given kind. */
export async function attack(seed: number, rounds: number, enough?: RegExp): Promise<Attack> {
  const province = await openSparseProvince(seed);
  const attacker = new Attacker(province.places);
  let [pages, before] = [0, province.halfMonth()];
  for (let round = 0; round < rounds; round++) {
    await province.sendSome();
    const current = province.halfMonth();
    const closed = current === before ? [] : [before];
    before = current;
    const day = localDay(province.office.now);
    const read: Overview[] = [];
    for (const { id } of periodsUpTo(day, 3)) {
      for (const unit of province.units) {
        for (const form of FORMS) read.push(await province.page(unit, id, form));
      }
    }
    pages += read.length;
    attacker.read(read, closed);
    if (enough && attacker.leaks.some((leak) => enough.test(leak))) break;
  }
  await province.office.store.close();
  return { leaks: attacker.leaks, pairs: attacker.pairs, pages, submissions: province.sent };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [seed, rounds, enough] = process.argv.slice(2);
  process.stdout.write(
    JSON.stringify(await attack(Number(seed), Number(rounds), enough ? new RegExp(enough) : undefined)),
  );
}
