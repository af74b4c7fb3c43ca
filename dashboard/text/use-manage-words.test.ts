import { expect, test } from 'vitest';
import { DEVICE_ALARMS, DEVICE_STATES, HELD_REASONS, LAMPS } from '../../shared/wire/manage.ts';
import { MANAGE_WORDS } from './use-manage-words.ts';

for (const language of ['vi', 'en'] as const) {
  const { devices, held } = MANAGE_WORDS[language];

  test(`every alarm says in ${language} what is wrong and what to do, each in a sentence of its own`, () => {
    const said = DEVICE_ALARMS.flatMap((alarm) => [devices.alarms[alarm].what, devices.alarms[alarm].todo]);
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.{15,}\.$/u);
    expect(new Set(said).size).toBe(said.length);
  });

  test(`every reason to hold a form, every state and every lamp has words in ${language}`, () => {
    for (const reason of HELD_REASONS) expect(held.reasons[reason]).toMatch(/^\p{Lu}.{15,}\.$/u);
    for (const state of DEVICE_STATES) expect(devices.states[state].length).toBeGreaterThan(2);
    for (const lamp of LAMPS) expect(devices.lamps[lamp].length).toBeGreaterThan(2);
  });
}
