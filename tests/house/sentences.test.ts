import { expect, test } from 'vitest';
import { allTitles } from './scorecard.ts';
import { readText } from './source-files.ts';

/** docs/sentences.md: what is claimed must exist. */
const document = readText('docs/sentences.md');
const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };

interface Row {
  readonly number: number;
  readonly titles: readonly string[];
  readonly commands: readonly string[];
  readonly open: string;
}

/** Rows `| 12 | sentence | "a title" · npm run visits | pilot: … |`; a title may hold quotes of its own. */
const rows: readonly Row[] = document.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  if (!/^\d+$/.test(cells[1] ?? '')) return [];
  const proofs = cells[3]!.split(' · ').filter((proof) => proof !== '');
  return {
    number: Number(cells[1]),
    titles: proofs.filter((proof) => proof.startsWith('"')).map((proof) => proof.slice(1, -1)),
    commands: proofs.flatMap((proof) => /^npm run (\S+)$/.exec(proof)?.[1] ?? []),
    open: cells[4]!,
  };
});

test('the 65 sentences stand each once and in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 65 }, (_, i) => i + 1));
});

test('each sentence is shown by a test or a command, or says what it waits for', () => {
  const bare = rows.filter(
    ({ titles, commands, open }) => titles.length + commands.length === 0 && !/^not yet: \S/.test(open),
  );
  expect(bare.map(({ number }) => number)).toEqual([]);
  expect(rows.filter(({ open }) => open !== '' && !/^(?:pilot|not yet): \S/.test(open))).toEqual([]);
});

test('the sentences of tablet and own phone, 1 to 34, are shown by a test', () => {
  expect(rows.filter(({ number, titles }) => number <= 34 && titles.length === 0)).toEqual([]);
});

test('every test and command that the sentences name exists, under exactly that title', () => {
  const titles = allTitles();
  const named = rows.flatMap(({ titles }) => titles);
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((title) => !titles.has(title))).toEqual([]);
  expect(rows.flatMap(({ commands }) => commands).filter((name) => !Object.hasOwn(scripts, name))).toEqual(
    [],
  );
});

test('a sentence that a title carries names that title in its row', () => {
  const carried = [...allTitles()].flatMap((title) => {
    const said = /\(sentences? ([\d, and]+)/.exec(title)?.[1] ?? '';
    return (said.match(/\d+/g) ?? []).map((number) => ({ number: Number(number), title }));
  });
  expect(carried.length).toBeGreaterThan(15);
  const lacking = carried.filter(
    ({ number, title }) => !rows.find((row) => row.number === number)?.titles.includes(title),
  );
  expect(lacking).toEqual([]);
});
