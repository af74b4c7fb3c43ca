import { describe, expect, it } from 'vitest';
import { isExpressSet } from '../../shared/rotation.ts';
import { questionnaire } from '../fakes/kiosk-setup.ts';
import { everySet, syllablesOf, timeEverySet } from './reading-time.ts';

describe('the reading time', () => {
  it('of the headlines, with eight taps and the page’s own time, is under 45 s for every set that can be drawn', () => {
    for (const language of ['vi', 'en'] as const) {
      const longest = timeEverySet(questionnaire, language, 'headlines').at(-1)!;
      expect(longest.ms, `${language}: ${longest.items.join(' ')}`).toBeLessThan(45_000);
    }
  });

  it('stays under 45 s in Vietnamese when the six words of the answers are read as well', () => {
    expect(timeEverySet(questionnaire, 'vi', 'headlines and answers').at(-1)!.ms).toBeLessThan(45_000);
  });

  it('is counted over all 55,080 sets: 3 × 4 × 3 × 3 × 3 service items by 170 policy pairs', () => {
    const sets = everySet(questionnaire);
    expect(sets).toHaveLength(3 * 4 * 3 * 3 * 3 * 170);
    expect(new Set(sets.map(String)).size).toBe(sets.length);
    expect(sets.every((items) => isExpressSet(questionnaire, items))).toBe(true);
  });

  it('counts syllables of Vietnamese by words, numbers and abbreviations as they are said', () => {
    expect(syllablesOf('Thái độ lịch sự, tôn trọng của công chức', 'vi')).toBe(9);
    expect(syllablesOf('Kinh tế - xã hội của Ông/Bà', 'vi')).toBe(7);
    expect(syllablesOf('UBND xã, quầy 12', 'vi')).toBe(8);
    expect(syllablesOf('TRUNG TÂM', 'vi')).toBe(2);
  });

  it('counts syllables of English by groups of vowels that are heard', () => {
    const words = {
      'Very dissatisfied': 6,
      'rules on fees': 3,
      'people handled': 4,
      'services posted': 5,
      'the whole time': 3,
    };
    for (const [text, syllables] of Object.entries(words))
      expect(syllablesOf(text, 'en'), text).toBe(syllables);
  });
});
