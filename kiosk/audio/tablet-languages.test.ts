import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { vi } from '../../shared/text/vi.ts';
import type { PackAnswer } from '../../shared/wire/packs.ts';
import { languagesIn, languagesOf } from './tablet-languages.ts';

const questionnaire = JSON.parse(
  readFileSync(new URL('../../server/questionnaires/sp39-1.json', import.meta.url), 'utf8'),
) as Questionnaire;

const pack = (code: string, texts = {}, version = 1): PackAnswer => ({
  sys: 'sipas',
  code,
  name: code,
  hash: 'h',
  voice: 'human',
  questionnaire: { id: questionnaire.id, version },
  texts,
  clips: {},
});
const offered = (...codes: string[]) =>
  codes.map((code) => ({ code, name: code.toUpperCase(), hash: 'h', voice: 'human' as const }));
const of = (codes: string[], ...packs: PackAnswer[]) =>
  languagesOf(
    offered(...codes),
    questionnaire,
    Object.fromEntries(packs.map((kept) => [kept.code, kept])),
    vi,
  );

it('offers Vietnamese and English without sound where the server names none', () => {
  const silent = languagesOf(languagesIn({}), questionnaire, { vi: pack('vi') }, vi);
  expect(Object.keys(silent.offer.words)).toEqual(['vi', 'en']);
  expect(silent.heard).toEqual({});
  expect(languagesIn({ languages: [{ code: 7 }] })).toEqual(languagesIn({}));
});

it('offers a language of a pack only when the pack lies here, in the order of the service point', () => {
  expect(Object.keys(of(['khmer', 'vi', 'en']).offer.words)).toEqual(['vi', 'en']);
  const there = of(['khmer', 'vi', 'en'], pack('khmer'));
  expect(Object.keys(there.offer.words)).toEqual(['khmer', 'vi', 'en']);
  expect(Object.keys(there.heard)).toEqual(['khmer']);
  expect(there.offer.words['khmer']!.languageName).toBe('KHMER');
});

it('puts the words of a pack in the place of the built-in ones, and leaves Vietnamese where it says none', () => {
  const { offer, later } = of(['khmer'], pack('khmer', { end: 'Bak', 'item-24': 'Neak', listen: 'Stab' }));
  expect(offer.words['khmer']).toMatchObject({ end: 'Bak', back: vi.back });
  expect(later['khmer']!.listen).toBe('Stab');
  const item = offer.packs['khmer']!.areas[1]!.factors[0]!.items[0]!;
  expect([item.number, item.headline.vi]).toEqual([24, 'Neak']);
});

it('leaves out a pack that was made for another version, and lets it say nothing', () => {
  const other = of(['khmer', 'vi'], pack('khmer', {}, 2), pack('vi', {}, 2));
  expect(Object.keys(other.offer.words)).toEqual(['vi']);
  expect(other.heard).toEqual({});
});
