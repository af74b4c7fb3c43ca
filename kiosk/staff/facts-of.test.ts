import { describe, expect, it } from 'vitest';
import { settings } from '../../tests/fakes/kiosk-setup.ts';
import type { HealthFacts } from '../outbox/health-facts.ts';
import { factsOf, type SeenHere } from './facts-of.ts';

const facts: HealthFacts = {
  total: 41,
  unsent: 2,
  held: 1,
  oldestUnsent: '2026-11-20AM',
  lost: 0,
  sealNo: 3,
  unsealed: 4,
  hasKey: true,
  hasDatabase: true,
  persisted: true,
  freeBytes: 1e9,
  clockOffsetMs: 5_000,
  round: undefined,
  collects: true,
};
const round = { atMs: 100, end: 'drained', contactMs: 90, minApp: '1.2.0', faults: ['storage-hangs'] };
const seen: SeenHere = {
  settings,
  round,
  faults: [],
  isRefused: false,
  contactMs: null,
  app: '1.0.0',
  packs: [],
};

describe('the picture of a device', () => {
  it('joins what is stored with what this page has seen', () => {
    expect(factsOf(facts, seen)).toMatchObject({
      kept: 41,
      unsent: 2,
      held: 1,
      minApp: '1.2.0',
      lastContactMs: 5_090,
      faults: ['storage-hangs'],
      journalWorks: true,
    });
  });

  it('believes its own eyes about the last contact, the journal and the database', () => {
    const own = factsOf(
      { ...facts, hasDatabase: false },
      { ...seen, contactMs: 200, faults: ['journal-fails'] },
    );
    expect(own).toMatchObject({ lastContactMs: 5_200, journalWorks: false, databaseWorks: false });
  });

  it('names a fault once, and not beside the lamp that says the same', () => {
    const faults = [
      'storage-hangs',
      'outbox-lost-3',
      'key-lost',
      'journal-fails',
      'storage-dead',
      'odd-thing',
    ];
    expect(factsOf(facts, { ...seen, faults }).faults).toEqual(['storage-hangs', 'odd-thing']);
  });

  it('remembers that a write was refused as full, also where the kiosk saw it', () => {
    const kioskSaw = { ...round, faults: ['storage-quota'] };
    expect(factsOf(facts, { ...seen, round: kioskSaw })).toMatchObject({ wasFull: true, faults: [] });
    expect(factsOf(facts, seen).wasFull).toBe(false);
  });

  it('stands up without settings and before the first round', () => {
    expect(factsOf(facts, { ...seen, settings: undefined, round: undefined })).toMatchObject({
      tree: 'real',
      opening: [],
      questionnaire: null,
      lastContactMs: null,
      minApp: '0.0.0',
    });
  });
});
