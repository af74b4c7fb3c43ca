import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type DraftPreview, PREVIEW_QUERY, PREVIEW_READY } from '../../../shared/draft-preview.ts';
import { type FormKind, itemsOf, type Language, type Questionnaire } from '../../../shared/questionnaire.ts';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';

const SIZES = { tablet: [1280, 800], phone: [390, 844] } as const;
type Device = keyof typeof SIZES;

interface ScreenPreviewProps {
  readonly questionnaire: Questionnaire;
  /** The item that is being written; null = whichever the reader has chosen. */
  readonly screen: number | null;
}

/** The product's own screens in a frame: the design page draws what it is handed, and nothing of it is copied here. */
export function ScreenPreview({ questionnaire, screen }: ScreenPreviewProps) {
  const { own, say, language: reading } = useQuestionnaireWords();
  const words = own.preview;
  const [device, setDevice] = useState<Device>('tablet');
  const [language, setLanguage] = useState<Language>(reading);
  const [form, setForm] = useState<FormKind>('express');
  const [chosen, setChosen] = useState(0);
  const [readyDevice, setReady] = useState<Device | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const options = useMemo(
    () => [
      { number: 0, name: words.overall },
      ...itemsOf(questionnaire).map(({ number, headline }) => ({
        number,
        name: `${number}. ${say(headline)}`,
      })),
    ],
    [questionnaire, reading],
  );
  useEffect(() => {
    if (screen !== null) setChosen(screen);
  }, [screen]);
  const at = Math.max(
    0,
    options.findIndex(({ number }) => number === chosen),
  );
  const { number } = options[at]!;

  useEffect(() => {
    function hear({ source, origin, data }: MessageEvent<unknown>): void {
      const isOurs = source === frame.current?.contentWindow && origin === location.origin;
      if (isOurs && data === PREVIEW_READY) setReady(device);
    }
    globalThis.addEventListener('message', hear);
    return () => globalThis.removeEventListener('message', hear);
  }, [device]);
  useEffect(() => {
    if (readyDevice !== device) return;
    const preview: DraftPreview = {
      kind: 'sipas-preview',
      questionnaire: withoutGaps(questionnaire),
      form,
      language,
      screen: number === 0 ? 'question' : `item-${number}`,
    };
    frame.current?.contentWindow?.postMessage(preview, location.origin);
  }, [readyDevice, device, questionnaire, form, language, number]);

  const [width, height] = SIZES[device];
  const step = (by: number) => setChosen(options[at + by]!.number);
  return (
    <section class="sheet screen-preview">
      <h2>{words.title}</h2>
      <p class="note">{words.lead}</p>
      <div class="preview-choices">
        <Segments
          name="preview-device"
          label={words.device}
          of={words.devices}
          value={device}
          set={setDevice}
        />
        <Segments
          name="preview-language"
          label={words.language}
          of={words.languages}
          value={language}
          set={setLanguage}
        />
        <Segments name="preview-form" label={words.form} of={words.forms} value={form} set={setForm} />
      </div>
      <div class={`preview-frame ${device}`}>
        <iframe
          key={device}
          ref={frame}
          title={words.frame(options[at]!.name)}
          src={`/design/${device}/${PREVIEW_QUERY}`}
          width={width}
          height={height}
        />
      </div>
      <div class="preview-steps">
        <button type="button" class="quiet-button" disabled={at === 0} onClick={() => step(-1)}>
          <span aria-hidden="true">←</span> <span>{words.back}</span>
        </button>
        <label>
          <span class="unseen">{words.question}</span>
          <select value={number} onChange={(change) => setChosen(Number(change.currentTarget.value))}>
            {options.map((option) => (
              <option key={option.number} value={option.number}>
                {option.name}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="quiet-button"
          disabled={at === options.length - 1}
          onClick={() => step(1)}
        >
          <span>{words.next}</span> <span aria-hidden="true">→</span>
        </button>
      </div>
    </section>
  );
}

/** The screens take a whole questionnaire only: what is not written yet stands there as dots. */
function withoutGaps(questionnaire: Questionnaire): Questionnaire {
  const text = JSON.stringify(questionnaire, (_key, value: unknown) => (value === '' ? '…' : value));
  return JSON.parse(text) as Questionnaire;
}

interface SegmentsProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly of: Readonly<Record<T, string>>;
  readonly value: T;
  readonly set: (value: T) => void;
}

function Segments<T extends string>({ name, label, of, value, set }: SegmentsProps<T>) {
  return (
    <fieldset class="segments small">
      <legend class="unseen">{label}</legend>
      {(Object.keys(of) as T[]).map((key) => (
        <label key={key}>
          <input type="radio" name={name} checked={value === key} onChange={() => set(key)} />
          <span>{of[key]}</span>
        </label>
      ))}
    </fieldset>
  );
}
