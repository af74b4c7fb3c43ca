import type { DraftText } from '../../../shared/questionnaire-draft.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFault } from '../parts/form-faults.ts';

interface TextFieldsProps {
  readonly label: string;
  readonly name: string;
  readonly help?: string;
  readonly value: DraftText;
  readonly set: (value: DraftText) => void;
}

/** A longer text in both languages, side by side where there is room. */
export function TextFields({ label, name, help, value, set }: TextFieldsProps) {
  const { form } = useQuestionnaireWords().settings;
  return (
    <div class="pair-field">
      <LongField
        label={form.inVietnamese(label)}
        name={`${name}.vi`}
        lang="vi"
        help={help}
        value={value.vi}
        set={(vi) => set({ ...value, vi })}
      />
      <LongField
        label={form.inEnglish(label)}
        name={`${name}.en`}
        lang="en"
        help={undefined}
        value={value.en}
        set={(en) => set({ ...value, en })}
      />
    </div>
  );
}

interface LongFieldProps {
  readonly label: string;
  readonly name: string;
  readonly lang: string;
  readonly help: string | undefined;
  readonly value: string;
  readonly set: (value: string) => void;
}

function LongField({ label, name, lang, help, value, set }: LongFieldProps) {
  const fault = useFault(name);
  return (
    <Labelled label={label} help={help} fault={fault}>
      {(ids) => (
        <textarea
          {...ids}
          name={name}
          lang={lang}
          rows={Math.min(9, Math.max(2, Math.ceil(value.length / 30)))}
          value={value}
          onInput={(input) => set(input.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

/** A headline in both languages, with how long it is. */
export function HeadlineFields({ name, value, set }: Omit<TextFieldsProps, 'label' | 'help'>) {
  const { own, language } = useQuestionnaireWords();
  const count = (text: string) => writeCount(wordsIn(text), language);
  return (
    <TextFields
      label={own.draft.headline}
      name={name}
      help={own.draft.headlineHelp(count(value.vi), count(value.en))}
      value={value}
      set={set}
    />
  );
}
