import { pathToFileURL } from 'node:url';
import { FORMS } from '../../shared/questionnaire.ts';
import { localDay, periodsUpTo } from '../../shared/period.ts';
import type { Cut } from '../../shared/wire/cuts.ts';
import type { Overview } from '../../shared/wire/overview.ts';
import { Attacker } from './differences.ts';
import { openSparseProvince } from './sparse-province.ts';

export interface Attack {
  readonly leaks: readonly string[];
  readonly pairs: number;
  readonly facets: number;
  readonly pages: number;
  readonly submissions: number;
}

/** Rounds after which communes are merged, and a branch moves: early enough that much is taken afterwards. */
const REORGANISED: ReadonlySet<number> = new Set([5, 8]);

/** Reads every page of the province, by the tree of every day, after every batch and subtracts; ends early at a leak of the given kind. */
export async function attack(
  seed: number,
  rounds: number,
  enough?: RegExp,
  cuts: readonly string[] = [],
): Promise<Attack> {
  const province = await openSparseProvince(seed);
  const attacker = new Attacker(province.trees);
  // cuts are read of express forms
  const forms = cuts.length > 0 ? FORMS.slice(0, 1) : FORMS;
  let [pages, before] = [0, province.halfMonth()];
  for (let round = 0; round < rounds; round++) {
    await province.sendSome();
    const current = province.halfMonth();
    const closed = current === before ? [] : [before];
    before = current;
    const readAll = async (days: readonly string[]) => {
      const read: Overview[] = [];
      for (const { id } of periodsUpTo(localDay(province.office.now), 3)) {
        for (const day of days) {
          for (const unit of province.unitsOn(day)) {
            for (const form of forms) read.push(await province.page(unit, day, id, form));
          }
        }
      }
      pages += read.length;
      return read;
    };
    /** By the tree of today, express forms: what a cut adds is the forms' own values. */
    const readCuts = async () => {
      const read: Cut[] = [];
      const day = [...province.trees.keys()].at(-1)!;
      for (const { id } of cuts.length > 0 ? periodsUpTo(localDay(province.office.now), 3) : []) {
        for (const unit of province.unitsOn(day)) {
          for (const by of cuts) read.push(await province.cut(unit, day, id, 'express', by));
        }
      }
      pages += read.length;
      return read;
    };
    const isReorganised = REORGANISED.has(round);
    const days = () => [...province.trees.keys()];
    // other days' trees are read where they matter most, and every third time
    const isWide = cuts.length === 0 && (isReorganised || round % 3 === 0);
    attacker.read(await readAll(isWide ? days() : days().slice(-1)), closed, await readCuts());
    if (isReorganised && (await province.reorganise())) attacker.readAgain(await readAll(days()));
    if (enough && attacker.leaks.some((leak) => enough.test(leak))) break;
  }
  await province.office.store.close();
  return {
    leaks: attacker.leaks,
    pairs: attacker.pairs,
    facets: attacker.facets,
    pages,
    submissions: province.sent,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [seed, rounds, enough, ...cuts] = process.argv.slice(2);
  process.stdout.write(
    JSON.stringify(await attack(Number(seed), Number(rounds), enough ? new RegExp(enough) : undefined, cuts)),
  );
}
