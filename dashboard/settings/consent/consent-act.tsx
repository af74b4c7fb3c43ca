import { useState } from 'preact/hooks';
import {
  CONSENT_LIMITS,
  CONSENT_PLACES,
  CONSENT_PROMISE,
  type ConsentKind,
  consentParagraphs,
  type ConsentParts,
  type ConsentWords,
  fillConsent,
  NEEDED_PLACES,
} from '../../../shared/consent-script.ts';
import type { Language } from '../../../shared/questionnaire.ts';
import type { UnitName } from '../../../shared/wire/overview.ts';
import type { ConsentAsked, ConsentInForce, ConsentList } from '../../../shared/wire/consent-requests.ts';
import { judgeConsent } from '../../../shared/wire/judge-consent.ts';
import { Labelled } from '../../parts/labelled.tsx';
import type { Answer } from '../../server-link.ts';
import { consentEn } from '../../text/consent-en.ts';
import { consentVi } from '../../text/consent-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { useFault } from '../parts/form-faults.ts';

const LANGUAGES = ['vi', 'en'] as const satisfies readonly Language[];
const PARTS = ['greeting', 'more', 'question'] as const satisfies readonly (keyof ConsentParts)[];

interface ConsentActProps {
  readonly list: ConsentList;
  readonly one: ConsentInForce;
  readonly ended: () => void;
  readonly send: (asked: ConsentAsked) => Promise<Answer<ConsentList>>;
  readonly done: () => void;
}

/** Other words for one kind of interview, both languages, with how they will sound. */
export function ConsentAct({ list, one, ended, send, done }: ConsentActProps) {
  const { language, say } = useWords();
  const words = language === 'vi' ? consentVi : consentEn;
  const { kind } = one;
  const [draft, setDraft] = useState<ConsentWords>(one.words);
  const clean = bothOf((of) => partsOf((part) => draft[of][part].replace(/\s+/g, ' ').trim()));
  const faultWords = Object.fromEntries(
    LANGUAGES.flatMap((of) => [
      [`words.${of}.greeting wrong`, words.greetingWrong(placesOf(kind, of), FREE[of].split(', ')[1]!)],
      [`words.${of}.more wrong`, words.moreWrong],
      [`words.${of}.question wrong`, words.questionWrong],
    ]),
  ) as Readonly<Record<string, string>>;
  return (
    <ConfirmAct
      open={words.edit}
      label={`${words.edit}: ${words.kinds[kind]}`}
      what={
        <>
          <p>{words.what(say(list.unit.name))}</p>
          <p>{words.promised}</p>
        </>
      }
      go={words.go}
      check={() => judgeConsent(kind, clean)}
      send={() => send({ unit: list.unit.id, kind, words: clean })}
      done={done}
      ended={ended}
      faultWords={faultWords}
    >
      {LANGUAGES.map((of) => (
        <fieldset key={of} class="consent-language">
          <legend>{words.languages[of]}</legend>
          {PARTS.map((part) => (
            <PartField
              key={part}
              label={words.parts[part]}
              name={`words.${of}.${part}`}
              lang={of}
              help={
                part === 'greeting' ? words.greetingHelp(placesOf(kind, of), FREE[of]) : words.helps[part]
              }
              most={CONSENT_LIMITS[part]}
              value={draft[of][part]}
              set={(text) => setDraft({ ...draft, [of]: { ...draft[of], [part]: text } })}
            />
          ))}
        </fieldset>
      ))}
      <p class="plan-label">{words.sounds}</p>
      <ReadOut {...{ kind }} words={clean} unit={list.unit} />
    </ConfirmAct>
  );
}

const FREE = { vi: '{nơi}, [ về {lĩnh vực}]', en: '{place}, [ of {field}]' } as const satisfies Record<
  Language,
  string
>;

const partsOf = (of: (part: keyof ConsentParts) => string): ConsentParts => ({
  greeting: of('greeting'),
  more: of('more'),
  question: of('question'),
});
const bothOf = (of: (language: Language) => ConsentParts): ConsentWords => ({ vi: of('vi'), en: of('en') });

/** The places that must stand in a greeting, as they are typed. */
const placesOf = (kind: ConsentKind, language: Language) =>
  NEEDED_PLACES[kind]
    .map((place) =>
      place === 'late' ? `[ {${CONSENT_PLACES.late[language]}}]` : `{${CONSENT_PLACES[place][language]}}`,
    )
    .join(', ');

interface PartFieldProps {
  readonly label: string;
  readonly name: string;
  readonly lang: Language;
  readonly help: string;
  readonly most: number;
  readonly value: string;
  readonly set: (value: string) => void;
}

function PartField({ label, name, lang, help, most, value, set }: PartFieldProps) {
  const fault = useFault(name);
  return (
    <Labelled label={label} help={help} fault={fault}>
      {(ids) => (
        <textarea
          {...ids}
          name={name}
          lang={lang}
          rows={most > 300 ? 5 : 2}
          value={value}
          onInput={(input) => set(input.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

/** As an interviewer reads it out, with invented values; both languages, because both are asked in. */
export function ReadOut({
  kind,
  words: said,
  unit,
}: {
  readonly kind: ConsentKind;
  readonly words: ConsentWords;
  readonly unit: UnitName;
}) {
  const { language: shown } = useWords();
  const words = shown === 'vi' ? consentVi : consentEn;
  return (
    <div class="consent-read">
      {LANGUAGES.map((language) => (
        <blockquote key={language} lang={language}>
          {consentParagraphs(kind, said, language).map((text) => (
            <p key={text} class={text === CONSENT_PROMISE[kind][language] ? 'promise' : undefined}>
              {fillConsent(text, language, {
                ...words.sample[language],
                unit: unit.name[language],
                n: 40,
                m: 10,
              })}
            </p>
          ))}
        </blockquote>
      ))}
    </div>
  );
}
