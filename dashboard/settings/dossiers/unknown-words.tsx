import { useState } from 'preact/hooks';
import type { DossierFile, DossierOverview, Mapping } from '../../../shared/wire/dossier-requests.ts';
import { placesOf, useDossiersWords } from '../../text/use-dossiers-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { SelectField } from '../parts/form-fields.tsx';

/** Names of the file that are in no list of ours: each is given its meaning, and the file is checked again. */
export function UnknownWords(props: {
  readonly file: DossierFile;
  readonly overview: DossierOverview;
  readonly check: (mapping: Mapping) => void;
}) {
  const { file, overview, check } = props;
  const { own, language, say } = useDossiersWords();
  const { mapping } = file;
  const [meanings, setMeanings] = useState(mapping!.meanings);
  const choices = {
    field: overview.fields.map((field) => ({ id: field.code, name: say(field.name) })),
    place: placesOf(overview, mapping!.kind, say),
  };
  const { unknown } = file.checked!;
  if (unknown.field.length + unknown.place.length === 0) return null;
  return (
    <form
      class="settings-form act-panel"
      onSubmit={(submit) => {
        submit.preventDefault();
        check({ ...mapping!, meanings });
      }}
    >
      <h3>{own.unknown.title}</h3>
      <p class="help">{own.unknown.help}</p>
      <div class="column-choices">
        {(['place', 'field'] as const).flatMap((what) =>
          unknown[what].map(([word, rows]) => (
            <SelectField
              key={`${what} ${word}`}
              label={own.unknown.word(word, writeCount(rows, language))}
              name={`meanings.${what}`}
              nothing={own.unknown.none}
              options={choices[what]}
              value={meanings[what][word] ?? ''}
              set={(chosen) => {
                const { [word]: _, ...others } = meanings[what];
                setMeanings({ ...meanings, [what]: chosen === '' ? others : { ...others, [word]: chosen } });
              }}
            />
          )),
        )}
      </div>
      <p class="act-buttons">
        <button type="submit" class="quiet-button">
          {own.unknown.again}
        </button>
      </p>
    </form>
  );
}
