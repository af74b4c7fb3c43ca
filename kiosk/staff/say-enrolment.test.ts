import { expect, it } from 'vitest';
import type { EnrolFault, Step } from './enrol-course.ts';
import { sayRescued, saySent } from './health-actions.tsx';
import { sayEnrolFault, sayStanding } from './say-enrolment.ts';
import { staffWords } from './staff-words.ts';

const { vi, en } = staffWords;

it('every fault of an enrolment is one or more whole sentences, with the time to wait filled in', () => {
  for (const words of [vi, en]) {
    for (const kind of Object.keys(words.enrolFaults) as EnrolFault['kind'][]) {
      const said = sayEnrolFault(words, { kind, n: 45 });
      expect(said, kind).toMatch(/^\P{Ll}[^{]*\.$/u);
    }
  }
  expect(sayEnrolFault(vi, { kind: 'too-many', n: 45 })).toContain('45 giây');
});

it('a tablet that is enrolled is told by name and number what the code means for it', () => {
  const standing = {
    kind: 'enrolled',
    device: { id: 'd', name: 'Ki-ốt 9' },
    kept: 1_300,
    unsent: 1_200,
    isKnown: true,
  };
  const say = (may: string) =>
    sayStanding(vi, { kind: 'confirm', standing, may } as Extract<Step, { kind: 'confirm' }>);
  expect(say('renews')).toContain('1.200 phiếu chưa gửi sẽ gửi tiếp');
  expect(say('belongs')).toContain('“Ki-ốt 9” và đang giữ phiếu của thiết bị đó (1.200 phiếu chưa gửi)');
  expect(say('carries')).toContain('Mọi phiếu vẫn được giữ');
  expect(say('new')).toBeUndefined();
  for (const may of ['renews', 'replaces', 'carries', 'belongs']) expect(say(may)).not.toContain('{');
});

it('a failed send is never shown as done', () => {
  const left = { kind: 'left', left: 3, done: 2 } as const;
  expect(saySent(vi, { kind: 'drained' })).toBe('Đã gửi hết.');
  for (const why of ['unreachable', 'portal', 'refused'] as const) {
    const said = saySent(vi, { ...left, why });
    expect(said).toContain('3 phiếu');
    expect(said).not.toContain('Đã gửi hết');
  }
  expect(saySent(vi, { ...left, done: 0, why: 'unreachable' })).toContain('Chưa gửi được phiếu nào');
});

it('a rescue file comes with what to do with it, and the wish to delete nothing', () => {
  const said = sayRescued(vi, { kind: 'saved', file: 'a.json', items: 7 });
  expect(said).toContain('a.json với 7 phiếu');
  expect(said).toContain('Không xóa gì trên máy này');
  expect(sayRescued(en, { kind: 'no-key' })).toContain('connect to the network once');
});
