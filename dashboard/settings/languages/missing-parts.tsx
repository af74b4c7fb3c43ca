import type { LanguagePage } from '../../../shared/wire/manage-languages.ts';
import { useLanguagesWords } from '../../text/use-languages-words.ts';
import { writeCount } from '../../text/write-number.ts';

/** What a pack lacks before it may be switched on, in one sentence, and the keys behind it. */
export function MissingParts({ pack }: { readonly pack: LanguagePage }) {
  const { own, language } = useLanguagesWords();
  const words = own.missing;
  const { texts, clips, about } = pack.missing;
  const counted = (keys: readonly string[], say: (count: string) => string) =>
    keys.length === 0 ? [] : [say(writeCount(keys.length, language))];
  const forTrial = counted(texts, words.texts);
  const needed = [...forTrial, ...counted(clips, words.clips), ...about.map((fact) => words.about[fact])];
  const keys = [...texts, ...clips.map((key) => `${key}.mp3`)];
  return (
    <section class="missing-parts">
      <h2>{words.title}</h2>
      {needed.length === 0 ? (
        <p class="notice done">{words.nothing}</p>
      ) : (
        <p>{words.needed(needed.join(', '))}</p>
      )}
      {pack.tree !== 'real' && forTrial.length > 0 && <p>{words.neededTrial(forTrial.join(', '))}</p>}
      {keys.length > 0 && (
        <details>
          <summary>{words.keys}</summary>
          <p class="missing-keys">{keys.join(', ')}</p>
        </details>
      )}
    </section>
  );
}
