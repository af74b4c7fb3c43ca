import { useState } from 'preact/hooks';
import { BUILT_IN_LANGUAGES } from '../../../shared/pack-limits.ts';
import type { LanguageList } from '../../../shared/wire/manage-languages.ts';
import { useLanguagesWords } from '../../text/use-languages-words.ts';
import { SelectField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import type { LanguagesProps } from './languages-page.tsx';
import { namesOf } from './language-names.ts';

/** Which languages the tablets of one service point offer, and in which order. */
export function PointOrder({ list, link, fresh, ended }: LanguagesProps) {
  const { own, language } = useLanguagesWords();
  const words = own.order;
  const [point, setPoint] = useState(list.points[0]?.id ?? '');
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const chosen = list.points.find(({ id }) => id === point);
  if (!chosen) return null;
  const usual = list.languages
    .filter(({ isBuiltIn, isEnabled }) => isBuiltIn || isEnabled)
    .map(({ code }) => code);
  const codes = order ?? chosen.codes ?? usual;
  const others = list.languages.filter(({ code, isBegun }) => isBegun && !codes.includes(code));
  const nameOf = (code: string) => {
    const row = list.languages.find((each) => each.code === code);
    return row ? namesOf(row, language)[0] : code;
  };
  const move = (at: number, to: number) => setOrder(codes.toSpliced(at, 1).toSpliced(to, 0, codes[at]!));
  const save = (asked: readonly string[] | null) => link.order(point, asked);
  const done = () => {
    setOrder(null);
    void fresh.refresh();
    return words.done;
  };
  return (
    <section class="point-order">
      <h2>{words.title}</h2>
      <p class="lead">{words.lead}</p>
      <SettingsForm<LanguageList> go={words.save} send={() => save(codes)} done={done} ended={ended}>
        <SelectField
          label={words.point}
          name="point"
          value={point}
          set={(id) => {
            setPoint(id);
            setOrder(null);
          }}
          options={list.points.map(({ id, name, unit }) => ({
            id,
            name: `${name[language]} – ${unit[language]}`,
          }))}
          help={chosen.codes === null ? words.asEverywhere : words.own}
        />
        <ol class="order-list">
          {codes.map((code, at) => (
            <li key={code}>
              <label class="tick">
                <input
                  type="checkbox"
                  checked
                  disabled={BUILT_IN_LANGUAGES.includes(code)}
                  aria-label={words.offered(nameOf(code))}
                  onChange={() => setOrder(codes.filter((each) => each !== code))}
                />
                <span>{nameOf(code)}</span>
              </label>
              <span class="order-moves">
                <button
                  type="button"
                  class="quiet-button"
                  aria-label={words.up(nameOf(code))}
                  aria-disabled={at === 0}
                  onClick={() => at > 0 && move(at, at - 1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  class="quiet-button"
                  aria-label={words.down(nameOf(code))}
                  aria-disabled={at === codes.length - 1}
                  onClick={() => at < codes.length - 1 && move(at, at + 1)}
                >
                  ↓
                </button>
              </span>
            </li>
          ))}
        </ol>
        {others.length > 0 && (
          <ul class="order-list">
            {others.map(({ code }) => (
              <li key={code}>
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={false}
                    aria-label={words.offered(nameOf(code))}
                    onChange={() => setOrder([...codes, code])}
                  />
                  <span>{nameOf(code)}</span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </SettingsForm>
      {chosen.codes !== null && (
        <SettingsForm<LanguageList> go={words.reset} send={() => save(null)} done={done} ended={ended} />
      )}
    </section>
  );
}
