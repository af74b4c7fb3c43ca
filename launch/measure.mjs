// npm run screenshots, reading-time, statistics, reports-check, visits, pile, clips, deploy-drill: what is looked at, counted, measured or made beside npm test.
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { installPackages } from './install.mjs';
import { findNode, runTypeScript, withNode } from './node.mjs';
import { stay } from './run.mjs';
import { command, Halt } from './say.mjs';

/** The program of each, whether it needs the built pages, and a browser (with them always). */
/** @type {Record<string, { file: string, needsPages: boolean, needsBrowser?: boolean }>} */
const programs = {
  screenshots: { file: 'tests/screens/take-screenshots.ts', needsPages: true },
  'reading-time': { file: 'tests/reading-time/print-reading-time.ts', needsPages: false },
  statistics: { file: 'tests/statistics/print-statistics.ts', needsPages: false },
  'reports-check': { file: 'tests/reports-check/check-reports.ts', needsPages: false },
  visits: { file: 'tests/load/thousand-visits.ts', needsPages: true },
  pile: { file: 'tests/load/key-pile.ts', needsPages: true },
  'deploy-drill': { file: 'tests/deploy/follow-guide.ts', needsPages: false, needsBrowser: true },
  clips: { file: 'server/demo/make-clips.ts', needsPages: false },
};

await command(async () => {
  const [name, ...rest] = process.argv.slice(2);
  const program = programs[name ?? ''];
  if (!program) throw new Halt(`There is: ${Object.keys(programs).join(', ')}.`);
  const { file, needsPages, needsBrowser = needsPages } = program;
  await installPackages();
  const node = await findNode();
  if (needsPages) await build(node);
  const env = { ...withNode(node), ...(needsBrowser && { CHROMIUM_PATH: await findBrowser() }) };
  return stay(node, [...runTypeScript, file, ...rest], env);
});
