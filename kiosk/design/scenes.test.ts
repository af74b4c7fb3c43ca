import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../shared/questionnaire.ts';
import { questionnaire } from '../../tests/fakes/kiosk-setup.ts';
import type { Visit } from '../visit/visit-states.ts';
import { makeState } from './make-state.ts';
import { addressIn, type Device, hashOf, LANGUAGES, sceneOf, scenes } from './scenes.ts';

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
