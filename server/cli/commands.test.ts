import { expect, test } from 'vitest';
import { languageOf } from '../said/language-of.ts';
import { wordsEn } from '../said/words-en.ts';
import { wordsVi } from '../said/words-vi.ts';
import { type Command, type CommandName, COMMANDS, usage } from './commands.ts';
import { operations } from './operations.ts';
import { people } from './people-commands.ts';
import { languageAsked, readCall } from './read-call.ts';
import { tablets } from './tablet-commands.ts';

const NAMES = Object.keys(COMMANDS) as CommandName[];

test('the help names every command, and none that there is not', () => {
  const listed = [...Object.keys(operations), ...Object.keys(people), ...Object.keys(tablets)];
  // these stand in sipas.ts, or open the database in a way of their own
  const own = ['office', 'catalogue', 'demo', 'rebuild', 'tallies', 'fields', 'export-rows'];
  const alone = ['doctor', 'migrate', 'move', 'restore', 'verify', 'nation'];
  expect(NAMES.toSorted()).toEqual([...listed, ...own, ...alone].sort());
  const calls = Object.values<Command>(COMMANDS).flatMap((command) => command.calls);
  expect(calls.toSorted()).toEqual(Object.keys(wordsVi.usage.calls).sort());
});

test.each(NAMES)('%s says in both languages how it is called, with its options and no other', (name) => {
  const { calls, words, options = [] }: Command = COMMANDS[name];
  for (const [language, catalogue] of [
    ['vi', wordsVi],
    ['en', wordsEn],
  ] as const) {
    const help = usage(language, name);
    const written = calls.map((call) => catalogue.usage.calls[call][0]);
    for (const [at, call] of written.entries()) {
      expect(`${call} `.startsWith(`${calls[at]} `)).toBe(true);
      expect(help).toContain(call);
    }
    const named = written.join(' ').match(/--(\w+)/g) ?? [];
    expect(named.map((option) => option.slice(2)).toSorted()).toEqual([...options].sort());
    expect(readCall(['help', name]).name).toBe(name);
    expect(readCall([name, ...Array<string>(words).fill('x'), '--help']).isAsked('help')).toBe(true);
  }
});

test('it is Vietnamese unless English is asked for, and as long in both', () => {
  expect(languageOf(undefined, {})).toBe('vi');
  expect(languageOf(undefined, { LANG: 'vi_VN.UTF-8' })).toBe('vi');
  expect(languageOf(undefined, { LANG: 'C.UTF-8' })).toBe('vi');
  expect(languageOf(undefined, { LANG: 'en_US.UTF-8' })).toBe('en');
  expect(languageOf('vi', { LANG: 'en_US.UTF-8' })).toBe('vi');
  expect(languageAsked(['backup', '--nonsense', '--lang', 'en'])).toBe('en');
  expect(languageAsked(['backup', '--lang=en'])).toBe('en');
  expect(usage('vi')).not.toContain('undefined');
});

test.each([
  [['nonsense'], /Không có lệnh "nonsense"/],
  [['toString'], /Không có lệnh/],
  [['backup', '--check'], /Lệnh backup không có tùy chọn --check/],
  [['backup', '--nonsense'], /Không có tùy chọn --nonsense/],
  [['office', 'Xã', 'Sơn', 'Khê'], /Tên có dấu cách phải đặt trong dấu ngoặc kép/],
  [['doctor', 'now'], /Có chữ thừa sau lệnh doctor/],
  [['verify', 'x', '--roots'], /Sau --roots phải có giá trị/],
  [['reattribute', 'a', 'b', '--from', '--to', '2026-11-14'], /Sau --from phải có giá trị/],
  [['rebuild', '--check=no'], /Tùy chọn --check không nhận giá trị/],
  [['invite', 'u', '--role', 'staff', '--role', 'reader'], /--role được ghi hai lần/],
  [['doctor', '--lang', 'fr'], /Sau --lang ghi vi hoặc en/],
])('a call that no command knows is refused before anything is begun: %j', (words, sentence) => {
  const fault = (() => {
    try {
      readCall(words);
    } catch (error) {
      return error as { said: (words: typeof wordsVi) => string };
    }
    throw new Error('it was taken');
  })();
  expect(fault.said(wordsVi)).toMatch(sentence);
});
