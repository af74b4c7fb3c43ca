import { publicAddress, production, running } from './address-checks.ts';
import { backups, drills, elsewhere, nights } from './backup-checks.ts';
import { type Check, codeOf, type Ground } from './checked-ground.ts';
import { answersAhead, database, databaseState, dataFolder, keys } from './data-checks.ts';
import { fault, type Finding } from './finding.ts';
import { clock, disk, memory, nodeVersion, programAge } from './machine-checks.ts';
import { postgres } from './postgres-checks.ts';
import { devices, mail, office } from './use-checks.ts';

/** Everything that is looked at, from the ground up: what stands further down often fails because of what stands above. */
const CHECKS: Readonly<Record<string, Check>> = {
  nodeVersion,
  programAge,
  memory,
  clock,
  production,
  dataFolder,
  disk,
  database,
  databaseState,
  postgres,
  answersAhead,
  keys,
  running,
  publicAddress,
  backups,
  elsewhere,
  drills,
  nights,
  office,
  devices,
  mail,
};

/** Looks at everything, one after another; a check that fails itself is a finding and holds up no other. */
export async function examine(ground: Ground, checks = CHECKS): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      found.push(...(await check(ground)));
    } catch (error) {
      const code = codeOf(error);
      found.push(
        fault(
          name,
          [`Không kiểm tra được "${name}" (${code}).`, `"${name}" could not be looked at (${code}).`],
          ['Sửa các dòng khác trước, rồi chạy lại.', 'Mend the other lines first, then run this again.'],
        ),
      );
    }
  }
  return found;
}

const SIGNS = { ok: '✓', warn: '!', fault: '✗' } as const;

/** One line each, and below it what to do. */
export function inWords(found: readonly Finding[], language: 'vi' | 'en'): string {
  const lines = found.flatMap(({ level, said, next }) => [
    `${SIGNS[level]} ${said[language].replaceAll('\n', '\n  ')}`,
    ...(next ? [`    → ${next[language]}`] : []),
  ]);
  const count = (level: Finding['level']) => found.filter((one) => one.level === level).length;
  const [faults, warnings] = [count('fault'), count('warn')];
  const all = {
    vi: faults + warnings === 0 ? 'Mọi thứ đều ổn.' : `Lỗi: ${faults}. Cần để ý: ${warnings}.`,
    en: faults + warnings === 0 ? 'All is well.' : `Faults: ${faults}. To watch: ${warnings}.`,
  };
  const command = {
    vi: '"sipas …" là lệnh của người vận hành: sudo sipas …, hoặc npm run sipas -- … trong thư mục chương trình.',
    en: '"sipas …" is the operator\'s command: sudo sipas …, or npm run sipas -- … in the program\'s folder.',
  };
  const isNamed = found.some(({ next }) => next?.en.includes('sipas '));
  return [...lines, '', all[language], ...(isNamed ? [command[language]] : [])].join('\n');
}
