import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../shared/questionnaire.ts';
import { questionnaire } from '../../tests/fakes/kiosk-setup.ts';
import type { Visit } from '../visit/visit-states.ts';
import { makeState } from './make-state.ts';
import { addressIn, type Device, hashOf, LANGUAGES, LONGEST, sceneOf, scenes, usualItems } from './scenes.ts';
import { documentOf, draftFrom } from '../../shared/questionnaire-draft.ts';

const DEVICES: readonly Device[] = ['tablet', 'phone'];

describe('the screens of the design page', () => {
  it('are made by the visit’s own machine, which obeys every move of every scene', () => {
    for (const device of DEVICES) {
      for (const [name, scene] of scenes[device]) {
        for (const language of LANGUAGES)
          expect(() => makeState(device, scene, language, questionnaire), `${device} ${name}`).not.toThrow();
      }
    }
  });

  it('hold every kind of state that a visit has, on the tablet', () => {
    const kinds = [...scenes.tablet.values()].map((scene) => makeState('tablet', scene, 'vi', questionnaire));
    const all: Record<Visit['kind'], true> = {
      attract: true,
      counter: true,
      field: true,
      question: true,
      ending: true,
      review: true,
      warning: true,
      committing: true,
      fault: true,
      thanks: true,
    };
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(Object.keys(all)));
  });

  it('show any of the 39 items by its number', () => {
    for (const { number } of itemsOf(questionnaire)) {
      const scene = sceneOf('tablet', `item-${number}`, questionnaire)!;
      const state = makeState('tablet', scene, 'en', questionnaire);
      expect(state.kind === 'question' && state.items[state.at]).toBe(number);
    }
  });

  it('show the items of another version and of the full form, each where it is asked', () => {
    expect(usualItems(questionnaire)).toEqual(LONGEST);
    const draft = draftFrom(questionnaire);
    // without signs and seats, without any item of results, without the longest of procedures
    const gone = new Set([24, 25, 34, 35, 36, 29]);
    const items = draft.items.map((item) => ({ ...item, isAsked: !gone.has(item.number) }));
    const version = documentOf(questionnaire, { ...draft, items }, { id: 'donvi', version: 1 });
    expect(usualItems(version)).toEqual([26, 27, 32, 37, 4, 13]);
    for (const form of ['express', 'full'] as const) {
      for (const { number } of itemsOf(version)) {
        const scene = sceneOf('phone', `item-${number}`, version, form)!;
        const state = makeState('phone', scene, 'vi', version, form);
        expect(state.kind === 'question' && state.items[state.at]).toBe(number);
        expect(state.kind === 'question' && state.items.length).toBe(form === 'full' ? 34 : 7);
      }
    }
  });

  it('have an address each, and one that nobody knows leads to the first screen', () => {
    for (const name of scenes.tablet.keys()) {
      const address = { name, language: 'en', size: 'normal' } as const;
      expect(addressIn(hashOf(address), 'attract')).toEqual(address);
    }
    expect(addressIn('#', 'attract')).toEqual({ name: 'attract', language: 'vi', size: 'normal' });
    expect(addressIn('#review-fr-tiny', 'attract')).toEqual({
      name: 'review',
      language: 'vi',
      size: 'normal',
    });
  });
});
