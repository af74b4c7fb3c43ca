import type { Text } from '../../shared/questionnaire.ts';
import type { CutBy, CutRow } from '../../shared/wire/cuts.ts';
import type { DetailWords } from '../text/detail-vi.ts';
import type { Words } from '../text/managers-vi.ts';

interface Spoken {
  readonly own: DetailWords;
  readonly words: Words;
  readonly say: (text: Text) => string;
}

/** How a row of a cut is called: places and work by their names, codes by our words. */
export function nameRow(
  by: CutBy | 'period' | null,
  { value, name, under }: Pick<CutRow, 'value' | 'name' | 'under'>,
  { own, words, say }: Spoken,
): string {
  if (name) return under ? `${say(under)} – ${say(name)}` : say(name);
  if (by === null || by === 'period') return '';
  if (value === '') return own.none[by] ?? own.noValue;
  if (by === 'channel') return (words.channels.names as Readonly<Record<string, string>>)[value] ?? value;
  if (by === 'form') return value === 'full' ? words.choose.full : words.choose.express;
  if (by === 'version') {
    const [id = '', version] = value.split(' ');
    const called = words.versions.name({ id, version: Number(version) });
    return called.charAt(0).toUpperCase() + called.slice(1);
  }
  return own.values[by]?.[value] ?? value;
}
