import type { SourceFile } from './source-files.ts';

/** What must not stand in a line, where, and why. Comments may speak of anything. */
interface Rule {
  readonly what: RegExp;
  readonly where: (path: string) => boolean;
  readonly why: string;
}

const within =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`));
/** Keys and nonces come from the platform's generator and from nowhere else: no test may bring chance of its own. */
const KEYS = 'server/keys.ts';
const isServerLogic = (path: string) =>
  path.startsWith('server/') && path !== 'server/main.ts' && path !== KEYS && !path.startsWith('server/cli/');
const isProduct = within('kiosk', 'dashboard', 'server', 'shared', 'public', 'launch');

/** Names of XML namespaces and of licences are no requests; local addresses and made-up ones in a template leave nobody's machine. */
const OWN_ADDRESS =
  /^https?:\/\/(?:www\.w3\.org\/|schemas\.openxmlformats\.org\/|creativecommons\.org\/licenses\/|localhost\b|127\.0\.0\.1\b|\$|[\w.-]*\bexample\.)/;

const RULES: readonly Rule[] = [
  {
    what: /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bcrypto\.(?:randomUUID|getRandomValues)\b|\brandomBytes\(/,
    where: (path) => within('kiosk/visit', 'kiosk/outbox', 'shared')(path) || isServerLogic(path),
    why: 'clock and chance are arguments; only entry files know the real ones',
  },
  {
    what: /\bMath\.random\b/,
    where: within('kiosk', 'dashboard'),
    why: "chance is the platform's cryptographic generator",
  },
  {
    what: /clear-site-data/i,
    where: isProduct,
    why: 'it would empty the outbox of a kiosk on the same origin',
  },
  {
    what: /\b(?:updateTable|replaceInto)\('audit'\)|\bupdate audit\b/i,
    where: within('server'),
    why: 'a line of the audit log never changes',
  },
  {
    what: /\bdeleteFrom\('audit'\)|\bdelete from audit\b/i,
    where: (path) => path.startsWith('server/') && path !== 'server/store/retention.ts',
    why: 'the audit log is only added to; what is older than its retention goes in one place',
  },
  {
    what: /\bshell: true\b|\bexec(?:Sync)?\b[^'"]*['"](?:node:)?child_process['"]/,
    where: isProduct,
    why: 'programs are started by their path: no two systems have one shell',
  },
  {
    what: /\bimport\.meta\.main\b/,
    where: isProduct,
    why: 'Node knows it from 22.18 on, and 22.14 is promised',
  },
  { what: /['"]no-cors['"]/, where: isProduct, why: 'an answer that cannot be read is no receipt' },
  {
    what: /https?:\/\/[^\s'"`)<>\\]*/g,
    where: within('kiosk', 'dashboard', 'server', 'shared', 'public'),
    why: 'pages ask nobody but their own server',
  },
];

const isComment = (line: string) => /^\s*(?:\/\/|\*|\/\*|<!--|#)/.test(line);
const withoutComment = (line: string) =>
  isComment(line) ? '' : line.replace(/\s\/\/ .*$/, '').replace(/\/\*.*?\*\//g, '');

function breaks(rule: Rule, line: string): boolean {
  if (!rule.what.global) return rule.what.test(line);
  return (line.match(rule.what) ?? []).some((address) => !OWN_ADDRESS.test(address));
}

export function forbiddenLines(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const rules = RULES.filter(({ where }) => where(path));
    return text.split('\n').flatMap((line, i) => {
      const code = withoutComment(line);
      return rules
        .filter((rule) => breaks(rule, code))
        .map(({ why }) => `${path}:${i + 1} ${code.trim().slice(0, 80)} (${why})`);
    });
  });
}

/** `only` never stays; what is skipped or left to do says why: in a comment on or above the line, or as an argument. */
export function unexplainedTests(files: readonly SourceFile[]): string[] {
  const call = /\b(?:test|it|describe|suite)(?:\.\w+)*\.(only|skip|skipIf|runIf|todo|fixme|fails?)\b/;
  return files.flatMap(({ path, text }) => {
    const lines = text.split('\n');
    return lines.flatMap((line, i) => {
      const kind = isComment(line) ? undefined : call.exec(line)?.[1];
      if (!kind) return [];
      if (kind === 'only') return [`${path}:${i + 1} leaves out every other test`];
      const isSaid =
        /\/\/ \S+ \S+/.test(line) ||
        isComment(lines[i - 1] ?? '') ||
        /,\s*(['"`])[^'"`]+ [^'"`]+\1\s*\)/.test(line);
      return isSaid ? [] : [`${path}:${i + 1} is not run and does not say why`];
    });
  });
}
