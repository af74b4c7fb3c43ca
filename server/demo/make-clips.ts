import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../shared/language-pack.ts';
import { clipKeys, readOut } from '../../shared/pack-keys.ts';
import type { Language, Questionnaire } from '../../shared/questionnaire.ts';
import { evenLoudness, samplesOf } from './even-loudness.ts';
import { readAloud } from './read-aloud.ts';

/**
 * Makes the demonstration's trial speech: every recording of the Vietnamese and the English pack, read by espeak-ng and
 * marked as a placeholder. People run it (`npm run clips`) when texts have changed; what it makes is committed, so that
 * nobody else needs the two programs.
 */
const questionnaire = JSON.parse(
  readFileSync(new URL('../questionnaires/sp39-1.json', import.meta.url), 'utf8'),
) as Questionnaire;

/** Slower than people speak (words a minute): a counter is noisy. */
const ESPEAK_OPTIONS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['-v', 'vi', '-s', '150'],
  en: ['-v', 'en-gb', '-s', '145'],
};
const NAMES: Readonly<Record<Language, readonly [name: string, nameVi: string]>> = {
  vi: ['Tiếng Việt', 'Tiếng Việt'],
  en: ['English', 'Tiếng Anh'],
};
const HZ = 22_050;

function ask(program: string, args: readonly string[], input?: Uint8Array): Buffer {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    ...(input && { input }),
    maxBuffer: 64e6,
  });
  if (error) {
    console.error(
      `${program} is missing on this machine. Next step: install it (Debian: apt install ${program}).`,
    );
    process.exit(1);
  }
  if (status !== 0) throw new Error(`${program} failed: ${stderr.toString()}`);
  return stdout;
}

/** Mono, 24 kbit/s: an old iPad plays MP3 and no Opus. */
function record(text: string, language: Language): Buffer {
  const wav = ask('espeak-ng', [...ESPEAK_OPTIONS[language], '--stdout', text]);
  const samples = evenLoudness(samplesOf(wav), HZ);
  const raw = ['-r', '-s', `${HZ / 1000}`, '-m', 'm', '--bitwidth', '16', '--signed', '--little-endian'];
  return ask(
    'lame',
    [...raw, '--quiet', '-t', '-b', '24', '--resample', '16', '-', '-'],
    new Uint8Array(samples.buffer),
  );
}

function makePack(language: Language): void {
  const folder = join(import.meta.dirname, 'packs', language);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'clips'), { recursive: true });
  const clips: Pack['clips'] = {};
  const said: Record<string, string> = {};
  for (const key of clipKeys(questionnaire)) {
    said[key] = readAloud(readOut(questionnaire, language, key), language);
    const mp3 = record(said[key], language);
    writeFileSync(join(folder, 'clips', `${key}.mp3`), mp3);
    clips[key] = { sha256: createHash('sha256').update(mp3).digest('hex'), bytes: mp3.length };
  }
  const [name, nameVi] = NAMES[language];
  const { id, version } = questionnaire;
  const about = { reviewer: null, date: null, province: null, dialect: null, voice: 'placeholder' } as const;
  const pack: Pack = {
    schema: 1,
    code: language,
    name,
    nameVi,
    questionnaire: { id, version },
    about,
    texts: {},
    clips,
  };
  writeFileSync(join(folder, 'pack.json'), `${JSON.stringify(pack, null, 2)}\n`);
  // What each recording says, so that a test notices when the texts have moved on.
  writeFileSync(join(folder, 'said.json'), `${JSON.stringify(said, null, 2)}\n`);
  const bytes = Object.values(clips).reduce((sum, clip) => sum + clip.bytes, 0);
  console.log(`${language}: ${Object.keys(clips).length} recordings, ${(bytes / 1e6).toFixed(2)} MB`);
}

makePack('vi');
makePack('en');
