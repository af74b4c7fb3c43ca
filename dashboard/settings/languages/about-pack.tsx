import { useState } from 'preact/hooks';
import type { LanguagePage } from '../../../shared/wire/manage-languages.ts';
import { type Voice, VOICES } from '../../../shared/pack-limits.ts';
import { useLanguagesWords } from '../../text/use-languages-words.ts';
import { DateField, LineField, SelectField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import type { LanguagesLink } from './languages-link.ts';

interface AboutPackProps {
  readonly pack: LanguagePage;
  readonly link: LanguagesLink;
  readonly ended: () => void;
  readonly done: () => void;
}

type Typed = Record<'name' | 'nameVi' | 'reviewer' | 'date' | 'province' | 'dialect', string> & {
  readonly voice: Voice | '';
};

/** Who has reviewed a pack, where it is spoken like this, and whose voice it is. */
export function AboutPack({ pack, link, ended, done }: AboutPackProps) {
  const { own } = useLanguagesWords();
  const words = own.about;
  const [about, setAbout] = useState<Typed>({
    name: pack.name,
    nameVi: pack.nameVi,
    reviewer: pack.about.reviewer ?? '',
    date: pack.about.date ?? '',
    province: pack.about.province ?? '',
    dialect: pack.about.dialect ?? '',
    voice: pack.about.voice ?? '',
  });
  const line = (name: 'name' | 'nameVi' | 'reviewer' | 'province' | 'dialect') => (
    <LineField
      label={words[name]}
      name={name}
      value={about[name]}
      set={(value) => setAbout({ ...about, [name]: value })}
    />
  );
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  const send = () =>
    link.describe(pack.code, {
      ...about,
      reviewer: orNull(about.reviewer),
      date: orNull(about.date),
      province: orNull(about.province),
      dialect: orNull(about.dialect),
      voice: about.voice === '' ? null : about.voice,
    });
  return (
    <section class="person-form">
      <h2>{words.title}</h2>
      <p class="lead">{words.lead}</p>
      <SettingsForm<LanguagePage> send={send} done={() => done()} ended={ended}>
        {line('reviewer')}
        <DateField
          label={words.date}
          name="date"
          value={about.date}
          set={(date) => setAbout({ ...about, date })}
        />
        {line('province')}
        {line('dialect')}
        <SelectField
          label={words.voice}
          name="voice"
          value={about.voice}
          set={(voice) => setAbout({ ...about, voice: voice as Voice | '' })}
          nothing={words.noVoice}
          options={VOICES.map((id) => ({ id, name: words.voices[id] }))}
        />
        {!pack.isBuiltIn && (
          <>
            {line('name')}
            {line('nameVi')}
          </>
        )}
      </SettingsForm>
    </section>
  );
}
