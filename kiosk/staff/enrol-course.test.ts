import { describe, expect, it } from 'vitest';
import type { CodeAnswer } from '../../shared/wire/device.ts';
import { type EnrolDeps, enrolCourse, type Step } from './enrol-course.ts';
import { CHECKS, type Probes } from './self-test.ts';

const answer: CodeAnswer = {
  sys: 'sipas',
  device: { id: 'dev1', name: 'Ki-ốt 1' },
  point: { id: 'D1', name: { vi: 'Quầy 1', en: 'Counter 1' } },
  tree: 'real',
};
const probes = Object.fromEntries(CHECKS.map((check) => [check, async () => 'ok'])) as unknown as Probes;

/** A course whose tablet is new and whose server takes everything, but for the changes. */
function courseOf(change: Partial<EnrolDeps> = {}) {
  const steps: Step[] = [];
  const spent: string[] = [];
  const deps: EnrolDeps = {
    look: async () => ({ kind: 'known', answer }),
    standing: async () => ({ kind: 'new' }),
    probesFor: () => probes,
    spend: async (code) => {
      spent.push(code);
      return { kind: 'kept' };
    },
    fetchQuestionnaire: async () => true,
    ...change,
  };
  return { course: enrolCourse(deps, (step) => steps.push(step)), steps, spent, last: () => steps.at(-1)! };
}
const other = {
  kind: 'enrolled',
  device: { id: 'dev9', name: 'Ki-ốt 9' },
  kept: 9,
  unsent: 7,
  isKnown: true,
} as const;

describe('an enrolment', () => {
  it('shows the device before it uses the code, then tests itself, and ends enrolled', async () => {
    const { course, steps, spent, last } = courseOf();
    await course.ask('AB2CDE3F');
    expect(last()).toMatchObject({ kind: 'confirm', answer, may: 'new' });
    expect(spent).toEqual([]);
    await course.confirm();
    expect(steps.map(({ kind }) => kind)).toEqual([
      'asking',
      'confirm',
      ...Array.from({ length: 6 }, () => 'working'),
      'done',
    ]);
    expect(spent).toEqual(['AB2CDE3F']);
  });

  it('keeps what was typed when the code is refused or nobody answers', async () => {
    const { course, last } = courseOf({ look: async () => ({ kind: 'code-refused' }) });
    await course.ask('AB2CDE3F');
    expect(last()).toEqual({ kind: 'typing', code: 'AB2CDE3F', fault: { kind: 'code-refused' } });
  });

  it.each([
    ['browser', 'browser-too-old'],
    ['persisted', 'not-persisted'],
    ['database', 'no-storage'],
    ['journal', 'no-storage'],
    ['key', 'no-key'],
  ])('uses no code up when the check %s fails: %s', async (check, kind) => {
    const { course, spent, last } = courseOf({
      probesFor: () => ({ ...probes, [check]: async () => 'bad' }),
    });
    await course.ask('AB2CDE3F');
    await course.confirm();
    expect(last()).toMatchObject({ kind: 'stopped', fault: { kind } });
    expect(spent).toEqual([]);
  });

  it('goes on where the storage of a demo is only a warning', async () => {
    const { course, last } = courseOf({ probesFor: () => ({ ...probes, persisted: async () => 'warn' }) });
    await course.ask('AB2CDE3F');
    await course.confirm();
    expect(last().kind).toBe('done');
  });

  it('asks again with the same code when the answer was lost on the way', async () => {
    let tries = 0;
    const { course, last } = courseOf({
      spend: async () => (++tries === 1 ? { kind: 'unreachable' } : { kind: 'kept' }),
    });
    await course.ask('AB2CDE3F');
    await course.confirm();
    expect(last()).toMatchObject({ kind: 'stopped', fault: { kind: 'unreachable' } });
    await course.confirm();
    expect([tries, last().kind]).toEqual([2, 'done']);
  });

  it('needs no new code when only the questionnaire is missing', async () => {
    let tries = 0;
    const { course, spent, last } = courseOf({ fetchQuestionnaire: async () => ++tries === 2 });
    await course.ask('AB2CDE3F');
    await course.confirm();
    expect(last()).toMatchObject({ kind: 'stopped', fault: { kind: 'no-questionnaire' } });
    await course.confirm();
    expect([last().kind, spent.length]).toEqual(['done', 1]);
  });

  it('says that the storage failed when the token could not be kept', async () => {
    const { course, last } = courseOf({
      spend: async () => {
        throw new Error('QuotaExceededError');
      },
    });
    await course.ask('AB2CDE3F');
    await course.confirm();
    expect(last()).toMatchObject({ kind: 'stopped', fault: { kind: 'no-storage' } });
  });
});

describe('a tablet that has kept submissions as another device', () => {
  it('does not become this one, and no code is used up', async () => {
    const { course, spent, last } = courseOf({ standing: async () => other });
    await course.ask('AB2CDE3F');
    expect(last()).toMatchObject({ kind: 'confirm', may: 'belongs', standing: { unsent: 7 } });
    await course.confirm();
    expect([last().kind, spent]).toEqual(['confirm', []]);
    course.retype();
    expect(last()).toEqual({ kind: 'typing', code: '' });
  });

  it('keeps them and goes on when the server has lost that device', async () => {
    const { course, last } = courseOf({ standing: async () => ({ ...other, isKnown: false }) });
    await course.ask('AB2CDE3F');
    expect(last()).toMatchObject({ kind: 'confirm', may: 'carries' });
    await course.confirm();
    expect(last().kind).toBe('done');
  });
});
