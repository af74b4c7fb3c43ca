import type { CodeAnswer } from '../../shared/wire/device.ts';
import type { AskFault, lookAtCode } from './code-requests.ts';
import { type MayEnrol, mayEnrol, type Standing } from './may-enrol.ts';
import { type Check, type Ends, type Probes, runSelfTest } from './self-test.ts';

/** The course of an enrolment: code → is it this device? → self-test → key and token → questionnaire → kiosk. */

export type EnrolFault =
  | AskFault
  | {
      readonly kind:
        | 'not-persisted'
        | 'browser-too-old'
        | 'no-key'
        | 'no-storage'
        /** Enrolled, and the questionnaire has not come: no new code is needed. */
        | 'no-questionnaire';
    };

export type Step =
  | { readonly kind: 'typing'; readonly code: string; readonly fault?: EnrolFault }
  | { readonly kind: 'asking'; readonly code: string }
  | ({ readonly kind: 'confirm' } & Found)
  | ({ readonly kind: 'working'; readonly ends: Ends } & Found)
  | ({ readonly kind: 'stopped'; readonly ends: Ends; readonly fault: EnrolFault } & Found)
  | ({ readonly kind: 'done' } & Found);

interface Found {
  readonly code: string;
  readonly answer: CodeAnswer;
  readonly standing: Standing;
  readonly may: MayEnrol;
}

export interface EnrolDeps {
  readonly look: (code: string) => ReturnType<typeof lookAtCode>;
  readonly standing: () => Promise<Standing>;
  readonly probesFor: (tree: CodeAnswer['tree']) => Probes;
  /** Makes or finds the key that waits for this code, uses the code up, keeps token and settings. */
  readonly spend: (code: string) => Promise<{ readonly kind: 'kept' } | EnrolFault>;
  /** False while the questionnaire of the settings cannot be had. */
  readonly fetchQuestionnaire: () => Promise<boolean>;
}

/** What must hold before a code is used up; the rest of the self-test needs an enrolled device. */
export const ENROL_CHECKS = ['browser', 'persisted', 'database', 'journal', 'key'] as const;
const FAULTS: Readonly<Record<(typeof ENROL_CHECKS)[number], EnrolFault>> = {
  browser: { kind: 'browser-too-old' },
  persisted: { kind: 'not-persisted' },
  database: { kind: 'no-storage' },
  journal: { kind: 'no-storage' },
  key: { kind: 'no-key' },
};

export interface Course {
  /** Asks the server about a code; nothing is used up. */
  ask(code: string): Promise<void>;
  /** Somebody has confirmed the device, or tries again after a fault. */
  confirm(): Promise<void>;
  /** Back to the keys. */
  retype(): void;
}

export function enrolCourse(deps: EnrolDeps, onStep: (step: Step) => void): Course {
  let step: Step = { kind: 'typing', code: '' };
  const enter = (next: Step) => {
    step = next;
    onStep(next);
  };
  const foundIn = ({ code, answer, standing, may }: Found): Found => ({ code, answer, standing, may });

  async function finish(found: Found, ends: Ends): Promise<void> {
    const stop = (fault: EnrolFault) => enter({ kind: 'stopped', ends, fault, ...found });
    const failed = ENROL_CHECKS.find((check: Check) => ends[check] === 'bad');
    if (failed) return stop(FAULTS[failed]);
    const spent = await deps.spend(found.code).catch((): EnrolFault => ({ kind: 'no-storage' }));
    if (spent.kind !== 'kept') return stop(spent);
    const hasQuestionnaire = await deps.fetchQuestionnaire().catch(() => false);
    return hasQuestionnaire ? enter({ kind: 'done', ...found }) : stop({ kind: 'no-questionnaire' });
  }

  return {
    async ask(code) {
      enter({ kind: 'asking', code });
      const looked = await deps.look(code);
      if (looked.kind !== 'known') return enter({ kind: 'typing', code, fault: looked });
      const { answer } = looked;
      const standing = await deps.standing();
      enter({ kind: 'confirm', code, answer, standing, may: mayEnrol(standing, answer.device.id) });
    },
    async confirm() {
      if (step.kind !== 'confirm' && step.kind !== 'stopped') return;
      // What the tablet holds belongs to another device: no code is used up for nothing.
      if (step.may === 'belongs') return;
      const found = foundIn(step);
      if (step.kind === 'stopped' && step.fault.kind === 'no-questionnaire') {
        const { ends } = step;
        enter({ kind: 'working', ends, ...found });
        const hasQuestionnaire = await deps.fetchQuestionnaire().catch(() => false);
        const fault = { kind: 'no-questionnaire' } as const;
        return enter(
          hasQuestionnaire ? { kind: 'done', ...found } : { kind: 'stopped', ends, fault, ...found },
        );
      }
      enter({ kind: 'working', ends: {}, ...found });
      const probes = deps.probesFor(found.answer.tree);
      const ends = await runSelfTest(probes, ENROL_CHECKS, (so) =>
        enter({ kind: 'working', ends: so, ...found }),
      );
      await finish(found, ends);
    },
    retype() {
      enter({ kind: 'typing', code: '' });
    },
  };
}
