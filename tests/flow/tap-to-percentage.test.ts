import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Reply } from '../../kiosk/device/reply.ts';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { recount } from '../../server/store/recount.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { DAY_MS } from '../../shared/period.ts';
import type { Overview, ServedScore } from '../../shared/wire/overview.ts';
import { FRIDAY, keepSignedIn, type Office, openOffice, signInAs } from '../fakes/office.ts';
import { seeded, seededNumbers } from '../fakes/seeded.ts';
import { badLine } from './bad-line.ts';
import { count, type Share, type VisitTaps } from './oracle.ts';
import { bootTablet } from './tablet.ts';
import { createTimeline } from './timeline.ts';

/**
 * Tap to percentage: seeded people tap on the real visit machine; the real outbox rules and sync send over a
 * network that loses, repeats, reorders and lies; the real server accepts, tallies, releases and scores; the
 * manager's page must say what a plain count of the taps says. A failing seed is printed; put it into CASES.
 *
 *   FLOW_SEEDS=5000 npx vitest run --config tests/vitest.config.ts --project flow
 */
const SEEDS = Number(process.env['FLOW_SEEDS'] ?? 200);
/** Seeds that once failed come first, for ever. */
const CASES: readonly number[] = [];
const questionnaire = JSON.parse(
  readFileSync(new URL('../../server/questionnaires/sp39-1.json', import.meta.url), 'utf8'),
) as Questionnaire;

/** So many seeds share a store and its one manager: each adds an office, and every page reads all of them. */
const SEEDS_OF_A_STORE = 20;

let top: Office;
let cookie: string;
async function openTop(): Promise<void> {
  top = await openOffice();
  cookie = await signInAs(top, 'administrator');
}

/** The page of the one manager above all seeds' offices. */
async function overviewOf(office: Office): Promise<Overview> {
  await keepSignedIn(office);
  const response = await office.call(`/api/v1/overview?unit=${office.unit}&period=month-2026-11`, { cookie });
  expect(response.status).toBe(200);
  return (await response.json()) as Overview;
}

function expectShare(served: ServedScore, share: Share): void {
  if (share.n === 0) expect(served).toEqual({ withheld: 'no-answers' });
  else if (share.n < 10) expect(served).toEqual({ withheld: 'too-few' });
  else expect(served).toMatchObject({ percent: share.percent, n: share.n, answers: share.answers });
}

async function runSeed(seed: number): Promise<void> {
  const chance = seededNumbers(seed);
  const time = createTimeline(FRIDAY);
  const office = await openOffice({ store: top.store, seed: seed + 1_000_000 });
  await office.store.write(async (tx) => {
    const parent = top.unit;
    await tx.updateTable('units').set({ parent }).where('id', '=', office.unit).execute();
    await tx.updateTable('unit_versions').set({ parent }).where('unit', '=', office.unit).execute();
  });

  const taken: VisitTaps[] = [];
  const lines: ReturnType<typeof badLine>[] = [];
  const tablets = await Promise.all(
    [1, 2, 3].map(async (number) => {
      const { settings, token } = await office.enrol(`tablet ${number}`);
      const ask = async (body: string): Promise<Reply> => {
        office.now = time.now();
        const response = await office.call('/api/v1/batches', { body, token });
        return { kind: 'answer', status: response.status, body: await response.text() };
      };
      const deliver = (body: string) => time.hold(ask(body));
      const line = badLine(deliver, chance, time);
      lines.push(line);
      return bootTablet({
        settings,
        questionnaire,
        line,
        time,
        chance,
        random: seeded(seed * 10 + number),
        onKept: (taps) => taken.push(taps),
      });
    }),
  );

  const people = tablets.map(async (tablet) => {
    for (let i = 0; i < 8; i++) {
      await time.sleep(chance() * 200_000);
      if (chance() < 0.06) await tablet.restart();
      if (chance() < 0.06) tablet.jumpClock((chance() - 0.5) * 40 * 365 * DAY_MS);
      await tablet.visit();
    }
  });
  let shownBefore = 0;
  for (let minutes = 0; minutes < 60; minutes += 10) {
    await time.run(600_000);
    office.now = time.now();
    const { received, shown } = await overviewOf(office);
    const moved = shown - shownBefore;
    expect(shown).toBeLessThanOrEqual(received);
    expect(moved === 0 || moved >= 10).toBe(true);
    shownBefore = shown;
  }
  await time.run(2 * 3_600_000);
  await Promise.all(people);
  for (const line of lines) line.mend();
  for (const tablet of tablets) tablet.sync().trigger('hand');
  await time.run(3_600_000);
  for (const tablet of tablets) expect(await tablet.unsent()).toBe(0);
  for (const tablet of tablets) tablet.sync().stop();

  // the month is over: everything is served
  office.now = FRIDAY + 20 * DAY_MS;
  const expected = count(taken);
  const { headline, ...overview } = await overviewOf(office);
  expect([overview.received, overview.shown]).toEqual([expected.received, expected.received]);
  if (expected.received >= 10)
    expect([overview.valid, overview.partial]).toEqual([expected.valid, expected.partial]);
  expectShare(headline.policy, expected.policy);
  expectShare(headline.service, expected.service);
  expectShare(headline.overallQuestion, expected.overall);
}

test(`over ${SEEDS} seeds of a bad network the manager sees what was tapped`, async () => {
  const seeds = [...CASES, ...Array.from({ length: SEEDS }, (_, i) => i + 1)];
  let kept = 0;
  for (let at = 0; at < seeds.length; at += SEEDS_OF_A_STORE) {
    await openTop();
    for (const seed of seeds.slice(at, at + SEEDS_OF_A_STORE)) {
      try {
        await runSeed(seed);
      } catch (error) {
        throw new Error(`seed ${seed} fails: ${(error as Error).message}`, { cause: error });
      }
    }
    const { read } = top.store;
    const { submissions, differences } = await recount(read, shapeFor(await loadCatalogue(read)));
    expect(differences).toEqual([]);
    kept += submissions;
    await top.store.close();
  }
  expect(kept).toBeGreaterThan(SEEDS * 10);
  console.log(`${SEEDS} seeds, ${kept} submissions, each counted as it was tapped`);
}, 600_000);
