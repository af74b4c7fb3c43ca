// npm run packages [LOCK_FILE …]: the day on which the registry got each package of the lock files, youngest first. To be
// run when a lock file changes; it needs the network and is therefore no part of npm test. Stolen packages are mostly
// found within hours: whoever waits for seven days has never installed one (docs/dependencies.md).
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { npmProgram } from './install.mjs';
import { inRoot, root, run } from './run.mjs';
import { command, Halt, say } from './say.mjs';

const COOL_DAYS = 7;
const AT_ONCE = 4;
const DAY_MS = 86_400_000;

/** @typedef {{ name: string, version: string }} Locked */

/** Every package of a lock file, direct or brought along, once. @param {string} file @returns {Locked[]} */
function lockedIn(file) {
  const lock =
    /** @type {{ packages?: Record<string, { name?: string, version?: string, link?: boolean }> }} */ (
      JSON.parse(readFileSync(file, 'utf8'))
    );
  return Object.entries(lock.packages ?? {}).flatMap(([path, { name, version, link }]) => {
    const own = name ?? path.split('node_modules/').at(-1);
    return path === '' || link || !own || !version ? [] : [{ name: own, version }];
  });
}

/** @param {string[]} args */
const npm = (args) => run(process.execPath, [npmProgram(), ...args], { quiet: true, limitMs: 120_000 });

/**
 * When each version of a package came to the registry.
 * @param {string} name @returns {Promise<Record<string, string>>}
 */
async function timesOf(name) {
  const { code, output } = await npm(['view', name, 'time', '--json', '--loglevel=silent']);
  try {
    const times = code === 0 && JSON.parse(output);
    if (times) return times;
  } catch {
    // said below
  }
  throw new Halt(
    `The registry did not say when ${name} was published. Next step: connect this machine to the package registry, or ask one that knows (npm config set registry ADDRESS).`,
  );
}

await command(async () => {
  const given = process.argv.slice(2).map((file) => resolve(root, file));
  const parts = readdirSync(inRoot('launch/parts')).map((name) =>
    inRoot(`launch/parts/${name}/package-lock.json`),
  );
  const files = given.length > 0 ? given : [join(root, 'package-lock.json'), ...parts];
  const wanted = new Map(files.flatMap(lockedIn).map((each) => [`${each.name}@${each.version}`, each]));
  const names = [...new Set(Array.from(wanted.values(), ({ name }) => name))];
  say(`Asking the registry about ${names.length} packages …`);
  /** @type {Map<string, Record<string, string>>} */
  const times = new Map();
  const asked = names.values();
  const askOn = async () => {
    for (const name of asked) times.set(name, await timesOf(name));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));

  const dated = Array.from(wanted.values(), ({ name, version }) => {
    const day = times.get(name)?.[version]?.slice(0, 10);
    return { what: `${name} ${version}`, day };
  }).sort((a, b) => (b.day ?? '9').localeCompare(a.day ?? '9'));
  const newest = new Date(Date.now() - COOL_DAYS * DAY_MS).toISOString().slice(0, 10);
  const young = dated.filter(({ day }) => day === undefined || day > newest);
  for (const { what, day } of dated) say(`${day ?? 'no date   '}  ${what}`);

  const audit = await npm(['audit', '--omit', 'dev', '--package-lock-only', '--loglevel=silent']);
  say(
    `\nKnown holes, as npm audit tells them where the registry offers it:\n${audit.output.trim() || 'nothing said'}`,
  );
  if (young.length === 0) {
    say(`All ${dated.length} are at least ${COOL_DAYS} days old.`);
    return 0;
  }
  throw new Halt(
    `${young.length} of ${dated.length} are younger than ${COOL_DAYS} days or without a date: ${young.map(({ what }) => what).join(', ')}.\nNext step: wait, or take the version before (npm install --ignore-scripts --before=${newest}).`,
  );
});
