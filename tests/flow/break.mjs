// Shows that tap-to-percentage can fail: each of these faults, put into the real modules, must make it fail.
//   node tests/flow/break.mjs        (with the project's Node; changes the files and puts them back)
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What is broken, file, [text, what it becomes] …
 *  @type {[string, string, ...[string, string][]][]} */
const faults = [
  [
    'insert: what was sent before is counted again',
    'server/ingest/accept-batch.ts',
    ['const first = known.get(submission.id);', 'const first = undefined as string | undefined;'],
    ['accepted.filter(({ submission }) => inserted.has(submission.id))', 'accepted'],
  ],
  [
    'insert: one submission of a batch is receipted but not stored',
    'server/ingest/accept-batch.ts',
    [
      'insertSubmissions(\n    tx,\n    candidates.map(',
      'insertSubmissions(\n    tx,\n    candidates.slice(candidates.length > 3 ? 1 : 0).map(',
    ],
  ],
  [
    'tally: "no opinion" counts as "neutral"',
    'shared/tally.ts',
    [
      'if (answer === NOT_REACHED)',
      'if (answer === NO_OPINION) sum[item.at + 3]!++;\n    if (answer === NOT_REACHED)',
    ],
  ],
  [
    'tally: invalid submissions enter the results',
    'shared/tally.ts',
    ['if (number !== OVERALL && !valid) return;', ''],
  ],
  [
    'score: level 3 is satisfied',
    'shared/counts.ts',
    ['return level >= width - 1;', 'return level >= width - 2;'],
  ],
  [
    'score: the percentage is cut, not rounded',
    'shared/rational.ts',
    ['* top + bottom) / (2n', '* top) / (2n'],
  ],
  [
    'sync: any answer of 200 is a receipt',
    'kiosk/outbox/sync-round.ts',
    [
      'const receipts = readReceipts(reply);',
      "const receipts = readReceipts(reply) ?? (reply.status === 200 ? { sys: 'sipas' as const, proto: 1, epoch: epoch ?? '', now: 0, receipts: sent.map(({ id }) => [id, 'stored'] as [string, 'stored']), safeSeal: 0, minApp: '0' } : undefined);",
    ],
  ],
];

let survived = 0;
for (const [what, file, ...edits] of faults) {
  const path = join(root, file);
  const whole = readFileSync(path, 'utf8');
  let broken = whole;
  for (const [from, to] of edits) {
    if (!broken.includes(from)) throw new Error(`${file} no longer holds the text of "${what}"`);
    broken = broken.replace(from, () => to);
  }
  let output = '';
  try {
    writeFileSync(path, broken);
    const run = spawnSync(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'flow'],
      { cwd: root, encoding: 'utf8', env: { ...process.env, FLOW_SEEDS: '60' } },
    );
    output = run.status === 0 ? '' : `${run.stdout}${run.stderr}`;
  } finally {
    writeFileSync(path, whole);
  }
  const caught = /seed (\d+) fails/.exec(output)?.[1];
  if (output === '') survived++;
  console.log(
    `${output === '' ? 'SURVIVED' : `caught${caught ? ` by seed ${caught}` : ' by the recount'}`}: ${what}`,
  );
}
process.exitCode = survived > 0 ? 1 : 0;
