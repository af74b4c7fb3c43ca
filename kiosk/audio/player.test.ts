import { beforeEach, expect, it } from 'vitest';
import { makePlayer, type Player, VOLUMES } from './player.ts';
import type { Spoken } from './spoken-screen.ts';

const SCREEN: Spoken = {
  opening: ['item-1'],
  asked: ['item-1', 'level-1'],
  again: ['item-1-full', 'level-1'],
};
const OTHER: Spoken = { opening: ['item-2'], asked: ['item-2'], again: ['item-2-full'] };

/** Recordings whose bytes are their name; each plays until the test ends it. */
let heard: string[];
let loudness: number[];
let running: { name: string; end: () => void; isStopped: boolean } | undefined;
let missing: Set<string>;
let player: Player;

const turn = () => new Promise((resolve) => setTimeout(resolve));
/** Lets every recording play to its end until nothing is left to say. */
async function listenToTheEnd(): Promise<void> {
  const ends = () => running?.end;
  for (await turn(); ends(); await turn()) ends()!();
}

beforeEach(() => {
  [heard, loudness, running, missing] = [[], [], undefined, new Set()];
  player = makePlayer({
    recording: async (code, key) =>
      missing.has(key) ? undefined : new TextEncoder().encode(`${code} ${key}`).buffer,
    output: {
      async play(recording) {
        const name = new TextDecoder().decode(recording);
        heard.push(name);
        let end = () => {};
        const over = new Promise<void>((resolve) => {
          end = () => {
            if (running === own) running = undefined;
            resolve();
          };
        });
        const own = { name, end, isStopped: false };
        running = own;
        const stop = () => {
          own.isStopped = true;
          end();
        };
        return { stop, over };
      },
      setLoudness: (wanted) => loudness.push(wanted),
      rest: () => {},
    },
    onChange: () => {},
  });
});

it('says nothing before somebody chose a language or touched the speaker', async () => {
  player.open(SCREEN, 'vi');
  await listenToTheEnd();
  expect(heard).toEqual([]);
});

it('greets in the language that was chosen, and from then on each screen speaks when it opens', async () => {
  player.greet('en');
  await listenToTheEnd();
  player.open(SCREEN, 'en');
  await listenToTheEnd();
  expect(heard).toEqual(['en sample', 'en item-1']);
  expect(player.isSpeaking).toBe(false);
});

it('says headline and answers when asked, and the official sentence when asked again', async () => {
  player.open(SCREEN, 'vi');
  player.ask();
  await listenToTheEnd();
  player.ask();
  await listenToTheEnd();
  expect(heard).toEqual(['vi item-1', 'vi level-1', 'vi item-1-full', 'vi level-1']);
});

it('names the recording that is heard just now', async () => {
  player.open(SCREEN, 'vi');
  player.ask();
  await turn();
  expect(player.speaking).toBe('item-1');
  running!.end();
  await turn();
  expect(player.speaking).toBe('level-1');
  running!.end();
  await turn();
  expect(player.speaking).toBeUndefined();
});

it('stops at once when the screen is another one, whatever was still to be said', async () => {
  player.open(SCREEN, 'vi');
  player.ask();
  await turn();
  const first = running!;
  player.open(OTHER, 'vi');
  expect(first.isStopped).toBe(true);
  await listenToTheEnd();
  expect(heard).toEqual(['vi item-1', 'vi item-2']);
});

it('lets a recording that comes too late fall silent', async () => {
  player.open(SCREEN, 'vi');
  player.ask();
  // Before it has been read from the device.
  player.hush();
  await listenToTheEnd();
  expect(heard).toEqual([]);
});

it('is silent from the touch that stops it until it is asked again', async () => {
  player.greet('vi');
  await turn();
  player.ask();
  expect(player.isListening).toBe(false);
  player.open(OTHER, 'vi');
  await listenToTheEnd();
  expect(heard).toEqual(['vi sample']);
});

it('says one answer by itself, and goes on after what is missing', async () => {
  player.open(SCREEN, 'vi');
  player.say('level-1');
  await listenToTheEnd();
  missing.add('item-1');
  player.ask();
  await listenToTheEnd();
  expect(heard).toEqual(['vi level-1', 'vi level-1']);
});

it('has five volumes, each louder than the one before', () => {
  for (let i = 0; i < 2 * VOLUMES; i++) player.turn(-1);
  expect(player.volume).toBe(1);
  const lowest = loudness.at(-1)!;
  for (let i = 0; i < 2 * VOLUMES; i++) player.turn(1);
  expect(player.volume).toBe(5);
  const steps = [...new Set(loudness.slice(loudness.lastIndexOf(lowest)))];
  expect(steps).toHaveLength(5);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
});

it('forgets the person: silent, not listening, the usual volume', async () => {
  const usual = player.volume;
  player.greet('vi');
  await turn();
  player.turn(1);
  const last = running!;
  player.forget();
  expect(last.isStopped).toBe(true);
  expect([player.isListening, player.isSpeaking, player.volume]).toEqual([false, false, usual]);
  expect(loudness.at(-1)).toBe(loudness[0]);
});
