import { expect, test } from 'vitest';
import { brokenDirections, importsOf } from './directions.ts';
import { CODE, filesWith, isTest } from './source-files.ts';

const AREAS = ['kiosk', 'dashboard', 'server', 'shared', 'launch'];

test('every import of the product goes down the house, and no folders import in circles', () => {
  // A declaration file only describes packages to the compiler.
  const files = filesWith(AREAS, CODE).filter(({ path }) => !isTest(path) && !path.endsWith('.d.ts'));
  expect(files.length).toBeGreaterThan(100);
  expect(brokenDirections(files)).toEqual([]);
});

test('static, type, side-effect, re-exported, spread-out and dynamic imports are all seen', () => {
  const text = [
    "import { a } from './a.ts';",
    "import type { B } from './b.ts';",
    "import './c.css';",
    "export * from './d.ts';",
    "export { e } from './e.ts';",
    'import {\n  f,\n  type G,\n} from "./f.ts";',
    "const h = await import('./h.ts');",
    'type I = import("./i.ts").I;',
    'const j = import(computed);',
    'const k = import(`./${name}.ts`);',
    "export const from = './not-an-import.ts';",
    'const meta = import.meta.url;',
  ].join('\n');
  expect(importsOf(text)).toEqual([
    './a.ts',
    './b.ts',
    './d.ts',
    './e.ts',
    './f.ts',
    './c.css',
    './h.ts',
    './i.ts',
    undefined,
    undefined,
  ]);
});

test.each([
  ['kiosk/main.tsx', "import { x } from '../dashboard/main.tsx';"],
  ['kiosk/main.tsx', "import type { Deps } from '../server/deps.ts';"],
  ['dashboard/main.tsx', "import { x } from '../kiosk/visit/visit.ts';"],
  ['server/pages/phone-page.ts', "import { x } from '../../kiosk/phone/main.tsx';"],
  ['shared/score.ts', "import { x } from '../server/log.ts';"],
  ['shared/score.ts', "import { readFileSync } from 'node:fs';"],
  ['shared/score.ts', "import { openDB } from 'idb';"],
  ['kiosk/screens/a-screen.tsx', "import { keep } from '../outbox/outbox.ts';"],
  ['kiosk/screens/a-screen.tsx', "import { x } from '../visit/visit.ts';"],
  ['kiosk/parts/face.tsx', "import { x } from '../screens/a-screen.tsx';"],
  ['kiosk/visit/visit.ts', "import { h } from 'preact';"],
  ['kiosk/visit/visit.ts', "export { keep } from '../outbox/outbox.ts';"],
  ['kiosk/outbox/outbox.ts', "import { x } from '../visit/visit.ts';"],
  ['kiosk/device/enrolment.ts', "import { x } from '../main.tsx';"],
  ['dashboard/screens/overview-screen.tsx', "import { Chart } from 'chart.js';"],
  ['dashboard/main.tsx', "const chart = await import('chart.js/auto');"],
  ['dashboard/parts/bar.tsx', "import { x } from '../charts/trend.tsx';"],
  ['server/figures/routes.ts', "import { x } from '../ingest/judge.ts';"],
  ['server/demo/fill-demo.ts', "import { x } from '../ingest/routes.ts';"],
  ['server/figures/routes.ts', "import { Kysely } from 'kysely';"],
  ['server/figures/routes.ts', "import { buildApp } from '../app.ts';"],
  ['server/store/store.ts', "import { x } from '../withhold.ts';"],
  ['server/store/store.ts', "import { Hono } from 'hono';"],
  ['server/store/settings.ts', "import doc from '../questionnaires/sp39-1.json';"],
  ['server/figures/routes.ts', "await openSqlite('a.db');"],
  ['server/figures/routes.ts', "db.selectFrom('tallies')"],
  ['server/set-up.ts', 'sql<number>`select 1`'],
  ['launch/start.mjs', "import { serve } from '../server/main.ts';"],
  ['launch/start.mjs', "import * as v from 'valibot';"],
  ['launch/start.mjs', 'await import(file);'],
  ['shared/score.ts', "import { x } from '../tests/fakes/seeded.ts';"],
  ['tools/extra.ts', ''],
])('the checker finds the broken line in %s: %s', (path, text) => {
  const faults = brokenDirections([{ path, text }]);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(path);
});

test.each([
  ['kiosk/screens/a-screen.tsx', "import { Face } from '../parts/face.tsx';"],
  ['kiosk/phone/main.tsx', "import { x } from '../visit/visit.ts';"],
  ['dashboard/charts/trend-canvas.ts', "import { Chart } from 'chart.js';"],
  ['server/demo/fill-demo.ts', "import { judgeOffers } from '../ingest/accept-batch.ts';"],
  ['server/ingest/routes.ts', "import { Hono } from 'hono';\nimport { x } from '../problem.ts';"],
  ['server/app.ts', "import { x } from './figures/routes.ts';"],
  ['server/main.ts', "import { openSqlite } from './store/store.ts';"],
  ['shared/wire/batch.ts', "import * as v from 'valibot';\nimport { x } from '../ids.ts';"],
  ['launch/start.mjs', "import { join } from 'node:path';"],
])('the checker lets a good line in %s pass: %s', (path, text) => {
  expect(brokenDirections([{ path, text }])).toEqual([]);
});

test('the checker finds a circle of folders, also a long one', () => {
  const circle = brokenDirections([
    { path: 'kiosk/outbox/outbox.ts', text: "import { x } from '../device/shelf.ts';" },
    { path: 'kiosk/device/shelf.ts', text: "import { x } from '../outbox/database.ts';" },
  ]);
  expect(circle).toEqual(['kiosk/outbox → kiosk/device → kiosk/outbox is a circle']);
  const long = brokenDirections([
    { path: 'dashboard/parts/bar.tsx', text: "import { x } from '../text/words.ts';" },
    { path: 'dashboard/text/words.ts', text: "import { x } from '../read-choice.ts';" },
    { path: 'dashboard/read-choice.ts', text: "import { x } from './parts/bar.tsx';" },
  ]);
  expect(long).toHaveLength(1);
  expect(long[0]).toContain('dashboard/text → dashboard/read-choice.ts');
});
