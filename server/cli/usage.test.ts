import { expect, test } from 'vitest';
import { operations } from './operations.ts';
import { people } from './people-commands.ts';
import { tablets } from './tablet-commands.ts';
import { languageOf, namedCommands, usage } from './usage.ts';

test('the help names every command, and none that there is not', () => {
  const listed = [...Object.keys(operations), ...Object.keys(people), ...Object.keys(tablets)];
  // these stand in sipas.ts, or open the database in a way of their own
  const own = [
    'office',
    'catalogue',
    'demo',
    'rebuild',
    'tallies',
    'fields',
    'doctor',
    'migrate',
    'move',
    'restore',
    'verify',
    'nation',
    'export-rows',
  ];
  expect([...namedCommands].sort()).toEqual([...listed, ...own].sort());
});

test('it is Vietnamese unless English is asked for, and as long in both', () => {
  expect(languageOf(undefined, {})).toBe('vi');
  expect(languageOf(undefined, { LANG: 'vi_VN.UTF-8' })).toBe('vi');
  expect(languageOf(undefined, { LANG: 'C.UTF-8' })).toBe('vi');
  expect(languageOf(undefined, { LANG: 'en_US.UTF-8' })).toBe('en');
  expect(languageOf('vi', { LANG: 'en_US.UTF-8' })).toBe('vi');
  expect(usage('vi').split('\n').length).toBe(usage('en').split('\n').length);
  expect(usage('vi')).not.toContain('undefined');
});
