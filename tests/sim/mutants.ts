/**
 * Known mistakes as patches on the real modules. `npm run mutants` applies each to a copy of the tree and runs the
 * named test there: it must fail. The first ten are those that a protocol of this kind is known to be made with.
 */
export interface Mutant {
  readonly name: string;
  /** File, text in it (once), and what it becomes. */
  readonly edits: readonly (readonly [file: string, from: string, to: string])[];
  readonly test: 'simulation' | 'tap-to-percentage';
}

const ROUND = 'kiosk/outbox/sync-round.ts';
const OUTBOX = 'kiosk/outbox/outbox.ts';
const SEALS = 'kiosk/outbox/outbox-seals.ts';
const KEPT = 'kiosk/outbox/kept.ts';
const ACCEPT = 'server/ingest/accept-batch.ts';
const ROWS = 'server/store/submissions.ts';
const ALL_STORED = "receipts: sent.map(({ id }) => [id, 'stored'])";

export const TEN: readonly Mutant[] = [
  {
    name: 'relaxed write',
    test: 'simulation',
    edits: [['kiosk/outbox/database.ts', "durability: 'strict'", "durability: 'relaxed'"]],
  },
  {
    name: 'trust 200',
    test: 'simulation',
    edits: [
      [
        ROUND,
        'const received = reply.status === 200 ? readReply(ReceivedSchema, reply) : undefined;',
        'const received = reply.status === 200 ? (readReply(ReceivedSchema, reply) ?? ' +
          `{ sys: SYS, epoch: epoch ?? '', now: 0, safeSeal: 0, minApp: '0', ${ALL_STORED} }) : undefined;`,
      ],
    ],
  },
  {
    name: 'remove before send',
    test: 'simulation',
    edits: [
      [
        ROUND,
        'const reply = await deps.post(body);',
        "await store.settle(new Map(sent.map(({ id }) => [id, 'stored' as EntryState])));\n" +
          'const reply = await deps.post(body);',
      ],
    ],
  },
  {
    name: 'no UNIQUE',
    test: 'simulation',
    edits: [
      [
        'server/store/migrations.ts',
        'create table submissions (id text primary key, p ${bytes} not null, half_day text not null, standing text not null) ${unordered}',
        'create table submissions (id text not null, p ${bytes} not null, half_day text not null, standing text not null)',
      ],
      [ROWS, "'on conflict (id) do nothing returning id'", "'returning id'"],
      [ACCEPT, 'const first = known.get(submission.id);', 'const first = undefined as string | undefined;'],
      [ACCEPT, 'leaves.get(leaf)?.kept', 'leaves.get(`no ${leaf}`)?.kept'],
    ],
  },
  {
    name: 'new id on retry',
    test: 'simulation',
    edits: [
      [
        ROUND,
        'const items = taken.map(recordOf);',
        'const items = taken.map(({ id, p }) => {\n' +
          '  renamed.set(id, renamed.has(id) ? uuid4(deps.random) : id);\n' +
          '  return { p: p.replace(id, renamed.get(id)!) };\n' +
          '});',
      ],
      [ROUND, 'kinds.get(id) ??', 'kinds.get(renamed.get(id) ?? id) ??'],
      [ROUND, 'const STATES =', 'const renamed = new Map<string, string>();\nconst STATES ='],
      [ROUND, 'type RandomBytes, shuffled', 'type RandomBytes, shuffled, uuid4'],
    ],
  },
  {
    name: 'last write wins',
    test: 'simulation',
    edits: [
      [ACCEPT, 'else if (first !== undefined) await hold', 'else if (first === item.p) await hold'],
      [
        ROWS,
        "'on conflict (id) do nothing returning id'",
        "'on conflict (id) do update set p = excluded.p returning id'",
      ],
    ],
  },
  {
    name: 'checkpoint',
    test: 'simulation',
    edits: [
      [
        ROUND,
        'const states = statesOf(sent, received);',
        "const states = new Map(sent.map(({ id }) => [id, 'stored' as EntryState]));",
      ],
      [ROUND, 'const isRestored = epoch !== null && epoch !== received.epoch;', 'const isRestored = false;'],
      [SEALS, 'if (!isSafe) tx.put', 'if (epoch === null) tx.put'],
      [SEALS, 'const sealSent = Math.min(meta.sealSent, safeSeal);', 'const { sealSent } = meta;'],
    ],
  },
  {
    name: 'no epoch',
    test: 'simulation',
    edits: [[SEALS, 'if (!isSafe) tx.put', 'if (epoch === null) tx.put']],
  },
  {
    name: 'delete on receipt',
    test: 'simulation',
    edits: [
      [
        OUTBOX,
        "if (entry) tx.put('outbox', { ...entry, st: states.get(entry.id)! });",
        "if (entry) (tx.remove('outbox', entry.id), tx.remove('meta', openKey(entry.id)));\n" +
          '  const meta = await readMetaIn(tx);\n' +
          '  putMeta(tx, { ...meta, pruned: meta.pruned + entries.filter((entry) => entry).length });',
      ],
      [
        OUTBOX,
        "settle: (states) => database.use('readwrite', ['outbox'],",
        "settle: (states) => database.use('readwrite', ['outbox', 'meta'],",
      ],
      [
        KEPT,
        '    keep,\n    mend,\n',
        '    keep,\n    mend,\n    async settle(states) {\n' +
          '      await outbox.settle(states);\n      await follow(() => tidy([]));\n    },\n',
      ],
    ],
  },
  {
    name: 'batch all-or-nothing',
    test: 'simulation',
    edits: [
      [ACCEPT, '    receipts.push([id, kind]);', "    throw new Error('one is bad, all are refused');"],
    ],
  },
];

export const OTHERS: readonly Mutant[] = [
  {
    name: 'insert: what was sent before is counted again',
    test: 'tap-to-percentage',
    edits: [
      [ACCEPT, 'const first = known.get(submission.id);', 'const first = undefined as string | undefined;'],
      [ACCEPT, 'leaves.get(leaf)?.kept', 'leaves.get(`no ${leaf}`)?.kept'],
      [
        ACCEPT,
        '    accepted.filter(({ submission }) => inserted.has(submission.id)),\n    tallyContext',
        '    accepted,\n    tallyContext',
      ],
    ],
  },
  {
    name: 'insert: one submission of a batch is receipted but not stored',
    test: 'tap-to-percentage',
    edits: [
      [
        ACCEPT,
        'const inserted = await insertSubmissions(tx, rows);',
        'const inserted = await insertSubmissions(tx, rows.slice(rows.length > 3 ? 1 : 0));',
      ],
    ],
  },
  {
    name: 'tally: "no opinion" counts as "neutral"',
    test: 'tap-to-percentage',
    edits: [
      [
        'shared/tally.ts',
        'if (answer === NOT_REACHED)',
        'if (answer === NO_OPINION) sum[item.at + 3]!++;\n    if (answer === NOT_REACHED)',
      ],
    ],
  },
  {
    name: 'tally: invalid submissions enter the results',
    test: 'tap-to-percentage',
    edits: [['shared/tally.ts', 'if (number !== OVERALL && !valid) continue;', '']],
  },
  {
    name: 'score: level 3 is satisfied',
    test: 'tap-to-percentage',
    edits: [['shared/counts.ts', 'return level >= width - 1;', 'return level >= width - 2;']],
  },
  {
    name: 'score: the percentage is cut, not rounded',
    test: 'tap-to-percentage',
    edits: [['shared/rational.ts', '* top + bottom) / (2n', '* top) / (2n']],
  },
  {
    name: 'sync: any answer of 200 is a receipt',
    test: 'tap-to-percentage',
    edits: TEN.find(({ name }) => name === 'trust 200')!.edits,
  },
];

/** The files of a mutant with its faults in them. Fails loudly where a source no longer holds the text. */
export function mutated(mutant: Mutant, read: (file: string) => string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [file, from, to] of mutant.edits) {
    const text = files.get(file) ?? read(file);
    if (text.split(from).length !== 2)
      throw new Error(`"${mutant.name}": ${file} must hold this text once:\n${from}`);
    files.set(
      file,
      text.replace(from, () => to),
    );
  }
  return files;
}
