import type { Language } from '../../shared/questionnaire.ts';
import { ConfigFault, readConfig } from '../config.ts';
import { type Ground, codeOf, type FoundDatabase } from '../doctor/checked-ground.ts';
import { databaseFile } from '../doctor/data-checks.ts';
import { examine, inWords as asWritten } from '../doctor/examine.ts';
import { fault, type Finding } from '../doctor/finding.ts';
import { thisMachine } from '../doctor/this-machine.ts';
import { inWords } from '../said/said.ts';
import { lookInto } from '../store/look-into.ts';

/**
 * What is wrong here and what to do, in words. It changes nothing, and works beside a running server and where none can
 * start.
 */
export async function doctor(
  environment: NodeJS.ProcessEnv,
  { language, json, nowMs }: { readonly language: Language; readonly json: boolean; readonly nowMs: number },
): Promise<{ readonly said: string; readonly isFine: boolean }> {
  const found = await findings(environment, nowMs);
  const isFine = found.every(({ level }) => level !== 'fault');
  return { said: json ? JSON.stringify(found, null, 2) : asWritten(found, language), isFine };
}

async function findings(environment: NodeJS.ProcessEnv, nowMs: number): Promise<Finding[]> {
  let config: Ground['config'];
  try {
    config = readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    const next = ['Sửa trong /etc/sipas/sipas.env.', 'Correct it in /etc/sipas/sipas.env.'] as const;
    return [fault('settings', [inWords(error.said, 'vi'), inWords(error.said, 'en')], next)];
  }
  const database = await openFound({ file: databaseFile({ config }), url: config.databaseUrl });
  try {
    return await examine({ config, machine: thisMachine, nowMs, database });
  } finally {
    if (database.kind === 'open') await database.looked.close();
  }
}

async function openFound(place: Parameters<typeof lookInto>[0]): Promise<FoundDatabase> {
  try {
    const looked = await lookInto(place);
    return looked ? { kind: 'open', looked } : { kind: 'none' };
  } catch (error) {
    return { kind: 'closed', code: codeOf(error) };
  }
}
