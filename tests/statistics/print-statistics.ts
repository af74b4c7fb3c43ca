import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormKind } from '../../shared/questionnaire.ts';
import { changesFound, coverage, equalUnitsLeftEqual, moodFor } from './measure-figures.ts';
import type { People } from './simulated-people.ts';

/**
 * `npm run statistics [-- --record] [-- --runs 500]`: how often intervals hold the truth and differences are called real, over
 * 2,000 simulated surveys a row. With `--record` the tables become docs/statistics-record.md.
 */
const args = process.argv.slice(2);
const runs = Number(args[args.indexOf('--runs') + 1] || 0) || 2_000;
const GROUPS = ['I', 'II', 'all'] as const;

interface Setting {
  readonly name: string;
  readonly percent: number;
  readonly people: Omit<People, 'mood'>;
  readonly rows: readonly (readonly [form: FormKind, n: number])[];
}
const FEW_AND_MANY = [
  ['express', 30],
  ['express', 100],
  ['express', 300],
] as const;
const SETTINGS: readonly Setting[] = [
  {
    name: 'usual',
    percent: 87,
    people: { leaning: 1.6, alike: 0.15 },
    rows: [
      ['express', 10],
      ['express', 30],
      ['express', 100],
      ['express', 500],
      ['full', 30],
      ['full', 300],
    ],
  },
  { name: 'people much alike', percent: 85, people: { leaning: 0.5, alike: 0.05 }, rows: FEW_AND_MANY },
  { name: 'people far apart', percent: 85, people: { leaning: 2.5, alike: 0.4 }, rows: FEW_AND_MANY },
  { name: 'hardly satisfied', percent: 65, people: { leaning: 1.6, alike: 0.15 }, rows: FEW_AND_MANY },
  { name: 'nearly all satisfied', percent: 97, people: { leaning: 1.6, alike: 0.15 }, rows: FEW_AND_MANY },
];

const lines: string[] = [];
const say = (line: string) => {
  lines.push(line);
  console.log(line);
};
const one = (value: number) => value.toFixed(1);

const began = Date.now();
say('| people | form | forms | I | II | all | II, answers as if independent |');
say('|---|---|---|---|---|---|---|');
let least = 100;
for (const { name, percent, people, rows } of SETTINGS) {
  const asked = { ...people, mood: moodFor(percent, people) };
  for (const [form, n] of rows) {
    const found = coverage(form, asked, GROUPS, { n, runs });
    least = Math.min(least, ...found.map(({ held }) => held));
    const cells = found.map(({ held, half }) => `${one(held)} (${one(half)})`);
    say(`| ${name}, ${percent} % | ${form} | ${n} | ${cells.join(' | ')} | ${one(found[1]!.naiveHeld)} |`);
  }
}
say('');
say(`The least of all: ${one(least)} %.`);
say('');
const usual = { leaning: 1.6, alike: 0.15 };
const people = { ...usual, mood: moodFor(87, usual) };
const equal = equalUnitsLeftEqual(10, 150, people, Math.min(runs, 500));
say(
  `Ten equal units of 150 forms: no pair is called different in ${one(equal)} % of ${Math.min(runs, 500)} runs.`,
);
const high = { ...usual, mood: moodFor(92, usual) };
const low = { ...usual, mood: moodFor(86, usual) };
const changes = Math.min(runs, 1_000);
say('');
say(
  `A fall from 92 to 86 % between two periods of 300 forms: called a change in ${one(changesFound(high, low, 300, changes))} % of ${changes} runs; ` +
    `no fall at all: in ${one(changesFound(high, high, 300, changes))} %.`,
);
const seconds = Math.round((Date.now() - began) / 1000);

if (args.includes('--record')) {
  const day = new Date(began).toISOString().slice(0, 10);
  writeFileSync(
    join(import.meta.dirname, '../../docs/statistics-record.md'),
    `# Record of the simulated surveys

Written by \`npm run statistics -- --record\` on ${day} (Node ${process.version}, ${seconds} s, ${runs} surveys a row).
[method.md](method.md) says what is computed; the people are those of \`tests/statistics/simulated-people.ts\`, never real ones. In percent: how many of the
surveys had an interval that held the truth, and in brackets its mean half width in points. The last column is the interval that takes each answer for a
person of its own: what an honest one must not be.

${lines.join('\n')}
`,
  );
}
