import { dirname, join } from 'node:path/posix';
import type { SourceFile } from './source-files.ts';

/** Who may import whom, as data, and the checker that reads import lines. */

interface Home {
  /** A folder, a file, or `area/.` for the files that stand directly in an area. The longest that fits holds. */
  readonly home: string;
  /** Folders, files and `area/.` it may import beside its own home. */
  readonly from: readonly string[];
  /** Packages; `node:` stands for what Node brings along. */
  readonly packages: readonly string[];
}

const FEATURES = [
  'ingest',
  'devices',
  'questionnaires',
  'campaigns',
  'figures',
  'live',
  'jobs',
  'review',
  'managers',
  'units',
  'fields',
  'people',
  'codes',
  'dossiers',
  'calls',
  'cases',
  'first-run',
  'packs',
  'paper',
  'pages',
  'reports',
  'calendar',
  'api',
  'exports',
  'public-page',
  'imported',
  'nation',
  'demo',
].map((name) => `server/${name}`);
const FEATURE_FROM = ['server/store', 'server/print', 'server/said', 'server/sheets', 'server/.', 'shared'];
const FEATURE_PACKAGES = ['hono', '@hono/node-server', 'valibot', 'uqr', 'node:'];

const HOMES: readonly Home[] = [
  { home: 'shared', from: [], packages: ['valibot'] },

  { home: 'kiosk/text', from: ['shared'], packages: [] },
  { home: 'kiosk/parts', from: ['kiosk/text', 'shared'], packages: ['preact'] },
  { home: 'kiosk/screens', from: ['kiosk/parts', 'kiosk/text', 'shared'], packages: ['preact'] },
  { home: 'kiosk/visit', from: ['shared'], packages: [] },
  { home: 'kiosk/outbox', from: ['kiosk/device', 'shared'], packages: ['valibot'] },
  { home: 'kiosk/device', from: ['kiosk/outbox', 'shared'], packages: ['valibot'] },
  { home: 'kiosk/offline', from: ['shared'], packages: [] },
  { home: 'kiosk/audio', from: ['kiosk/device', 'kiosk/visit', 'kiosk/.', 'shared'], packages: ['valibot'] },
  // A script beside the page: what is around a visit and not part of it.
  {
    home: 'kiosk/around',
    from: ['kiosk/audio', 'kiosk/parts', 'kiosk/visit', 'kiosk/device', 'kiosk/text', 'shared'],
    packages: ['preact'],
  },
  // The camera's picture and the code in it: loaded with the pages of staff, its reader when a camera is on.
  { home: 'kiosk/scan', from: ['kiosk/parts', 'kiosk/text', 'shared'], packages: ['preact', 'jsqr'] },
  // What stands in place of a page of staff inside another app.
  { home: 'kiosk/web-view', from: ['kiosk/parts', 'kiosk/text', 'shared'], packages: ['preact'] },
  // A page of its own: enrolment, health and rescue, which a citizen never loads.
  {
    home: 'kiosk/staff',
    from: [
      'kiosk/outbox',
      'kiosk/device',
      'kiosk/offline',
      'kiosk/scan',
      'kiosk/web-view',
      'kiosk/parts',
      'kiosk/text',
      'kiosk/.',
      'shared',
    ],
    packages: ['preact', 'valibot', '@fontsource-variable/noto-sans'],
  },
  // A page of its own too: a telephone of staff, which asks face to face.
  {
    home: 'kiosk/interview',
    from: [
      'kiosk/outbox',
      'kiosk/device',
      'kiosk/offline',
      'kiosk/visit',
      'kiosk/scan',
      'kiosk/web-view',
      'kiosk/staff/staff.css',
      'kiosk/parts',
      'kiosk/text',
      'kiosk/.',
      'shared',
    ],
    packages: ['preact', 'valibot'],
  },
  // All screens side by side, drawn by the parts of tablet and phone themselves.
  {
    home: 'kiosk/design',
    from: [
      'kiosk/audio',
      'kiosk/around',
      'kiosk/phone',
      'kiosk/screens',
      'kiosk/parts',
      'kiosk/visit',
      'kiosk/text',
      'kiosk/device',
      'kiosk/.',
      'shared',
    ],
    packages: ['preact'],
  },
  // Steps of the build, which no page loads.
  { home: 'kiosk/build', from: [], packages: ['vite', 'terser', 'node:'] },
  // The entry files of the tablet and of the citizen's own phone wire all of it together.
  { home: 'kiosk', from: ['shared'], packages: ['preact', 'valibot', '@fontsource-variable/noto-sans'] },

  { home: 'dashboard/text', from: ['dashboard/.', 'shared'], packages: ['preact'] },
  {
    home: 'dashboard/parts',
    from: ['dashboard/text', 'dashboard/styles', 'dashboard/.', 'shared'],
    packages: ['preact', 'uqr'],
  },
  {
    home: 'dashboard/charts',
    from: ['dashboard/parts', 'dashboard/text', 'dashboard/.', 'shared'],
    // 65 kB: it stands in one lazily loaded folder or it stands everywhere.
    packages: ['preact', 'chart.js'],
  },
  {
    // What a figure rests on: any page of figures may open it.
    home: 'dashboard/passport',
    from: ['dashboard/parts', 'dashboard/text', 'dashboard/styles', 'dashboard/.', 'shared'],
    packages: ['preact'],
  },
  {
    home: 'dashboard/detail',
    from: [
      'dashboard/passport',
      'dashboard/charts',
      'dashboard/parts',
      'dashboard/text',
      'dashboard/styles',
      'dashboard/.',
      'shared',
    ],
    packages: ['preact'],
  },
  {
    // Pages of devices, quarantine and audit: they come over the network when the first of them is opened.
    home: 'dashboard/manage',
    from: ['dashboard/parts', 'dashboard/text', 'dashboard/styles', 'dashboard/.', 'shared'],
    packages: ['preact'],
  },
  {
    // Pages where an office sets itself up: one after another over the network, when they are opened.
    home: 'dashboard/settings',
    from: ['dashboard/parts', 'dashboard/text', 'dashboard/styles', 'dashboard/.', 'shared'],
    packages: ['preact'],
  },
  {
    // The code for whoever stands at the counter: the one page of staff.
    home: 'dashboard/counter',
    from: ['dashboard/parts', 'dashboard/text', 'dashboard/styles', 'dashboard/.', 'shared'],
    packages: ['preact'],
  },
  {
    // Whether a figure can be believed: comes when it is opened.
    home: 'dashboard/trust',
    from: ['dashboard/parts', 'dashboard/text', 'dashboard/styles', 'dashboard/.', 'shared'],
    packages: ['preact'],
  },
  {
    // Dossiers returned on time and late: comes when it is opened.
    home: 'dashboard/on-time',
    from: ['dashboard/parts', 'dashboard/text', 'dashboard/styles', 'dashboard/.', 'shared'],
    packages: ['preact'],
  },
  {
    // Which reports are due and what is certified: comes when it is opened.
    home: 'dashboard/calendar',
    from: ['dashboard/parts', 'dashboard/text', 'dashboard/styles', 'dashboard/.', 'shared'],
    packages: ['preact'],
  },
  {
    // The paragraph and the files of a report, over the overview: comes when it is asked for.
    home: 'dashboard/report',
    from: ['dashboard/parts', 'dashboard/text', 'dashboard/styles', 'dashboard/.', 'shared'],
    packages: ['preact'],
  },
  {
    // Forms for the auditor: the one page of that role.
    home: 'dashboard/exports',
    from: ['dashboard/parts', 'dashboard/text', 'dashboard/styles', 'dashboard/.', 'shared'],
    packages: ['preact'],
  },
  {
    // The first run of a real office: once in the life of a server, made of the parts of the settings.
    home: 'dashboard/first-run',
    from: [
      'dashboard/settings',
      'dashboard/manage',
      'dashboard/parts',
      'dashboard/text',
      'dashboard/styles',
      'dashboard/.',
      'shared',
    ],
    packages: ['preact'],
  },
  {
    home: 'dashboard/screens',
    from: [
      'dashboard/manage',
      'dashboard/settings',
      'dashboard/counter',
      'dashboard/exports',
      'dashboard/detail',
      'dashboard/passport',
      'dashboard/report',
      'dashboard/trust',
      'dashboard/on-time',
      'dashboard/calendar',
      'dashboard/charts',
      'dashboard/parts',
      'dashboard/text',
      'dashboard/.',
      'shared',
    ],
    packages: ['preact'],
  },
  { home: 'dashboard', from: ['shared'], packages: ['preact', '@fontsource-variable/noto-sans'] },

  // What is said to whoever runs the program: words alone, so that anybody may take them.
  { home: 'server/said', from: ['shared'], packages: [] },
  {
    home: 'server/store',
    from: ['server/said', 'shared'],
    packages: ['kysely', 'better-sqlite3', 'pg', 'valibot', 'node:'],
  },
  ...FEATURES.map((home) => ({ home, from: FEATURE_FROM, packages: FEATURE_PACKAGES })),
  // Draws what is printed, of whichever feature: nothing else loads the printing press.
  {
    home: 'server/print',
    from: ['server/.', 'shared'],
    packages: ['pdfmake', 'docx', 'write-excel-file', '@hyzyla/pdfium', 'uqr', 'node:'],
  },
  // Reads tables of spreadsheets, of whichever feature.
  { home: 'server/sheets', from: ['server/.', 'shared'], packages: ['node:'] },
  {
    home: 'server/demo',
    // The demonstration sends its submissions the way of every submission, as a sender who is judged like any other:
    // what it shows is what the product counts.
    from: [
      ...FEATURE_FROM,
      'server/ingest/accept-batch.ts',
      'server/ingest/judge.ts',
      'server/cases/hand-over-remarks.ts',
      'server/reports/as-kept.ts',
      'server/reports/read-report.ts',
    ],
    packages: FEATURE_PACKAGES,
  },
  {
    home: 'server/paper',
    // What is keyed from paper is accepted like every submission.
    from: [...FEATURE_FROM, 'server/ingest/accept-batch.ts'],
    packages: FEATURE_PACKAGES,
  },
  // A report says what is served: it reads figures the way their pages do, through the one read-out.
  {
    home: 'server/reports',
    from: [...FEATURE_FROM, 'server/figures'],
    packages: FEATURE_PACKAGES,
  },
  {
    // What is owed is known of devices and campaigns; who owes it is reminded by e-mail.
    home: 'server/calendar',
    from: [...FEATURE_FROM, 'server/mail', 'server/devices/ledger.ts', 'server/figures/campaign-run.ts'],
    packages: FEATURE_PACKAGES,
  },
  // So does the public page, and it writes numbers, ways and methods as reports do.
  {
    home: 'server/public-page',
    from: [
      ...FEATURE_FROM,
      'server/figures',
      'server/reports/report-words-vi.ts',
      'server/reports/report-words-en.ts',
      'server/reports/write-figure.ts',
      'server/reports/write-method-line.ts',
    ],
    packages: FEATURE_PACKAGES,
  },
  {
    // What a province hands to the nation is what its own report says, written as reports write it.
    home: 'server/nation',
    from: [...FEATURE_FROM, 'server/reports'],
    packages: FEATURE_PACKAGES,
  },
  // Sends e-mail, of whichever feature: nothing else speaks to a mail server.
  { home: 'server/mail', from: ['server/store', 'server/.', 'shared'], packages: ['nodemailer', 'node:'] },
  {
    home: 'server/alerts',
    // What is raised is mailed, in the transaction that raises it.
    from: [...FEATURE_FROM, 'server/mail'],
    packages: FEATURE_PACKAGES,
  },
  {
    home: 'server/jobs',
    // A batch that was forgotten is closed as a person closes it: what was keyed of it counts. Scores and mail have their times.
    // Remarks are handed over in the night too, where nobody looks on a Monday.
    from: [
      ...FEATURE_FROM,
      'server/paper/close-old-batches.ts',
      'server/cases/hand-over-remarks.ts',
      'server/alerts/judge-scores.ts',
      'server/mail/deliver.ts',
      'server/calendar/remind-reports.ts',
    ],
    packages: FEATURE_PACKAGES,
  },
  // For programs that watch over the server: what it does, and how its nights, devices and mail are.
  {
    home: 'server/metrics',
    from: ['server/store', 'server/.', 'server/jobs/night.ts', 'server/devices/device-rows.ts', 'shared'],
    packages: FEATURE_PACKAGES,
  },
  // Looks at everything for the operator, as the pages and jobs that do the work look at it.
  {
    home: 'server/doctor',
    from: [
      'server/said',
      'server/store',
      'server/.',
      'server/jobs/night.ts',
      'server/devices/device-rows.ts',
      'server/mail/deliver.ts',
      'shared',
    ],
    packages: FEATURE_PACKAGES,
  },
  { home: 'server/.', from: ['server/said', 'server/store', 'shared'], packages: FEATURE_PACKAGES },
  {
    home: 'server/app.ts',
    from: [
      'server/.',
      ...FEATURES,
      'server/alerts',
      'server/metrics',
      'server/print',
      'server/store',
      'shared',
    ],
    packages: FEATURE_PACKAGES,
  },
  { home: 'server/main.ts', from: ['server', 'shared'], packages: FEATURE_PACKAGES },
  { home: 'server/cli', from: ['server', 'shared'], packages: FEATURE_PACKAGES },

  // It must run before anything is installed.
  { home: 'launch', from: [], packages: ['node:'] },
];

/** Files that wire: nobody but these may import them. */
const WIRING: Readonly<Record<string, readonly string[]>> = {
  'server/app.ts': ['server/main.ts', 'server/cli'],
  'server/main.ts': [],
};

const WORDS: readonly { readonly word: RegExp; readonly only: readonly string[]; readonly rule: string }[] = [
  {
    word: /\bopen(?:Sqlite|Postgres)\b/,
    only: ['server/store', 'server/main.ts', 'server/cli'],
    rule: 'only main.ts and cli/ open the store',
  },
  {
    word: /\b(?:selectFrom|insertInto|updateTable|deleteFrom|replaceInto)\(|\bsql(?:<[^`]*>)?`/,
    only: ['server/store'],
    rule: 'SQL lives in server/store alone',
  },
];

const isIn = (path: string, place: string) =>
  place.endsWith('/.')
    ? dirname(path) === place.slice(0, -2)
    : path === place || path.startsWith(`${place}/`);
const weight = (home: string) => (home.endsWith('/.') ? home.length - 1 : home.length + 1);

function homeOf(path: string): Home | undefined {
  const fitting = HOMES.filter(({ home }) => isIn(path, home));
  // Of two entries for one place the later, more particular one holds.
  return fitting.reduce<Home | undefined>(
    (best, next) => (best && weight(best.home) > weight(next.home) ? best : next),
    undefined,
  );
}

/** The addresses that a file imports: static, dynamic, re-exported; undefined where one is computed. */
export function importsOf(text: string): (string | undefined)[] {
  const named = /^[ \t]*(?:import|export)\b[^'"`;=()]*?\bfrom\s*['"]([^'"]+)['"]/gm;
  const bare = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
  const dynamic = /\b(?:import|require)\(\s*(?:\/\*.*?\*\/\s*)?(?:['"`]([^'"`$]+)['"`]|[^\s)])/g;
  return [named, bare, dynamic].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]));
}

const packageOf = (address: string) =>
  address.startsWith('node:') ? 'node:' : address.split('/', address.startsWith('@') ? 2 : 1).join('/');

function faultOf(path: string, address: string | undefined, home: Home): string | undefined {
  if (address === undefined) return 'imports what is computed, so nobody can check it';
  if (!address.startsWith('.')) {
    return home.packages.includes(packageOf(address))
      ? undefined
      : `imports ${address}: ${home.home} may use ${home.packages.join(', ') || 'no package'}`;
  }
  const target = join(dirname(path), address.replace(/\?.*$/, ''));
  if (/^server\/questionnaires\/.*\.json$/.test(target))
    return `imports ${target}: questionnaires are loaded, not imported`;
  const wirers = WIRING[target];
  if (wirers && !wirers.some((place) => isIn(path, place))) return `imports ${target}, which only wires`;
  if ([home.home, ...home.from].some((place) => isIn(target, place))) return undefined;
  return `imports ${target}: ${home.home} may import ${[...home.from, 'itself'].join(', ')}`;
}

/** Folders of an area are nodes; files directly in an area stand for themselves. */
const nodeOf = (path: string) => path.split('/').slice(0, 2).join('/');

function cyclesOf(files: readonly SourceFile[]): string[] {
  const edges = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    for (const address of importsOf(text)) {
      if (!address?.startsWith('.')) continue;
      const [from, to] = [nodeOf(path), nodeOf(join(dirname(path), address))];
      if (from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (node: string, trail: readonly string[]) => {
    const since = trail.indexOf(node);
    if (since >= 0) cycles.push(`${[...trail.slice(since), node].join(' → ')} is a circle`);
    if (since >= 0 || done.has(node)) return;
    for (const next of edges.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const node of edges.keys()) walk(node, []);
  return cycles;
}

/** Every broken direction in these files, each as a sentence that begins with the file. Tests may import anything. */
export function brokenDirections(files: readonly SourceFile[]): string[] {
  const faults = files.flatMap(({ path, text }) => {
    const home = homeOf(path);
    if (!home) return [`${path} has no home in the house`];
    const imports = importsOf(text).map((address) => faultOf(path, address, home));
    const words = WORDS.filter(
      ({ word, only }) => word.test(text) && !only.some((place) => isIn(path, place)),
    );
    return [...imports, ...words.map(({ rule }) => rule)].flatMap((fault) =>
      fault ? [`${path} ${fault}`] : [],
    );
  });
  return [...faults, ...cyclesOf(files)];
}
