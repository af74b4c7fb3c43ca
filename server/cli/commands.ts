import type { Language } from '../../shared/questionnaire.ts';
import type { CallName, SaidUsageWords } from '../said/said-usage-vi.ts';
import { inWords, type Said } from '../said/said.ts';

/** What commands there are. A test compares it with what is carried out. */

export const OPTIONS = {
  kind: { type: 'string' },
  role: { type: 'string' },
  check: { type: 'boolean' },
  roots: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  reason: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;
export type OptionName = keyof typeof OPTIONS;

export interface Command {
  readonly group: keyof SaidUsageWords['groups'];
  readonly calls: readonly CallName[];
  /** So many words may stand behind its name. */
  readonly words: number;
  readonly options?: readonly OptionName[];
}

/** In the order in which the help lists them. */
export const COMMANDS = {
  doctor: { group: 'everyDay', calls: ['doctor'], words: 0, options: ['json'] },
  night: { group: 'everyDay', calls: ['night'], words: 0 },
  mail: { group: 'everyDay', calls: ['mail', 'mail test'], words: 2 },
  scores: { group: 'everyDay', calls: ['scores'], words: 0 },

  'set-up-link': { group: 'settingUp', calls: ['set-up-link'], words: 0 },
  office: { group: 'settingUp', calls: ['office'], words: 2, options: ['kind'] },
  catalogue: { group: 'settingUp', calls: ['catalogue'], words: 1 },
  fields: { group: 'settingUp', calls: ['fields'], words: 1, options: ['check'] },

  demo: { group: 'demo', calls: ['demo fill', 'demo remove'], words: 1 },

  accounts: { group: 'people', calls: ['accounts'], words: 0 },
  administrator: { group: 'people', calls: ['administrator'], words: 1 },
  invite: { group: 'people', calls: ['invite'], words: 1, options: ['role'] },
  password: { group: 'people', calls: ['password'], words: 1 },
  'second-factor': { group: 'people', calls: ['second-factor reset'], words: 2 },
  close: { group: 'people', calls: ['close'], words: 1 },
  reopen: { group: 'people', calls: ['reopen'], words: 1 },

  device: { group: 'devices', calls: ['device'], words: 1 },
  rescue: { group: 'devices', calls: ['rescue'], words: 1 },
  reattribute: { group: 'devices', calls: ['reattribute'], words: 2, options: ['from', 'to', 'reason'] },

  backup: { group: 'backups', calls: ['backup', 'backup list', 'backup confirm'], words: 2 },
  drill: { group: 'backups', calls: ['drill'], words: 0 },
  restore: { group: 'backups', calls: ['restore'], words: 1 },
  move: { group: 'backups', calls: ['move'], words: 0 },
  migrate: { group: 'backups', calls: ['migrate'], words: 0, options: ['check'] },

  root: { group: 'proofs', calls: ['root'], words: 0 },
  'export-audit': { group: 'proofs', calls: ['export-audit'], words: 1 },
  'export-rows': { group: 'proofs', calls: ['export-rows'], words: 3 },
  verify: { group: 'proofs', calls: ['verify'], words: 1, options: ['roots'] },
  rebuild: { group: 'proofs', calls: ['rebuild'], words: 0, options: ['check'] },
  tallies: { group: 'proofs', calls: ['tallies'], words: 1 },

  'export-tallies': { group: 'nation', calls: ['export-tallies'], words: 2 },
  nation: { group: 'nation', calls: ['nation'], words: 5 },

  retention: { group: 'whenNeeded', calls: ['retention'], words: 2 },
  clock: { group: 'whenNeeded', calls: ['clock accept'], words: 1 },
  keys: { group: 'whenNeeded', calls: ['keys renew'], words: 1 },
} as const satisfies Readonly<Record<string, Command>>;
export type CommandName = keyof typeof COMMANDS;

const ALL = Object.values<Command>(COMMANDS);
const WIDTH = 28;

const linesOf =
  (commands: readonly Command[]) =>
  ({ usage }: Parameters<Said>[0]): string[] =>
    commands.flatMap(({ calls }) =>
      calls.map((name) => {
        const [call, does] = usage.calls[name];
        return call.length < WIDTH
          ? `  ${call.padEnd(WIDTH)}${does}`
          : `  ${call}\n  ${' '.repeat(WIDTH)}${does}`;
      }),
    );

/** How one command is called, or all of them by groups. */
export function usage(language: Language, name?: CommandName): string {
  return inWords((words) => {
    const own = words.usage;
    if (name) return [own.head, '', ...linesOf([COMMANDS[name]])(words), '', own.always].join('\n');
    const groups = Object.entries(own.groups).flatMap(([group, title]) => [
      '',
      title,
      ...linesOf(ALL.filter((command) => command.group === group))(words),
    ]);
    return [own.head, ...groups, '', own.always, own.paths].join('\n');
  }, language);
}
