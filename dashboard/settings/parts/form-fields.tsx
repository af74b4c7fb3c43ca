import { isDay } from '../../../shared/period.ts';
import { useId, useState } from 'preact/hooks';
import type { Text } from '../../../shared/questionnaire.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { useSettingsWords } from '../../text/use-settings-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { readNumber } from '../../text/write-number.ts';
import { useFault } from './form-faults.ts';

/** Fields of a settings form. `name` is the path of the field in what is sent: by it a fault finds its field. */
interface FieldProps<T> {
  readonly label: string;
  readonly name: string;
  readonly value: T;
  readonly set: (value: T) => void;
  readonly help?: string | undefined;
}

interface LineFieldProps extends FieldProps<string> {
  readonly lang?: string;
}

export function LineField({ label, name, value, set, help, lang }: LineFieldProps) {
  const fault = useFault(name);
  return (
    <Labelled label={label} help={help} fault={fault}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          name={name}
          lang={lang}
          autocomplete="off"
          value={value}
          onInput={(input) => set(input.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

/** One text in both languages, side by side where there is room. */
export function PairField({ label, name, value, set, help }: FieldProps<Text>) {
  const { form } = useSettingsWords().settings;
  return (
    <div class="pair-field">
      <LineField
        label={form.inVietnamese(label)}
        name={`${name}.vi`}
        lang="vi"
        help={help}
        value={value.vi}
        set={(vi) => set({ ...value, vi })}
      />
      <LineField
        label={form.inEnglish(label)}
        name={`${name}.en`}
        lang="en"
        value={value.en}
        set={(en) => set({ ...value, en })}
      />
    </div>
  );
}

interface DateFieldProps extends FieldProps<string> {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** A local day, `2026-11-29`; empty while none is chosen. */
export function DateField({ label, name, value, set, help, min, max }: DateFieldProps) {
  const fault = useFault(name);
  // browsers write a date in the order of their own language: this line leaves no doubt
  const written = isDay(value) ? writeDate(value) : undefined;
  const below = [written, help].filter((line) => line !== undefined).join('. ');
  return (
    <Labelled label={label} help={below === '' ? undefined : below} fault={fault}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          name={name}
          min={min}
          max={max}
          value={value}
          onInput={(input) => set(input.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

/** A time of day, `07:30`; empty while none is chosen. */
export function TimeField({ label, name, value, set, help }: FieldProps<string>) {
  const fault = useFault(name);
  return (
    <Labelled label={label} help={help} fault={fault}>
      {(ids) => (
        <input
          {...ids}
          type="time"
          name={name}
          value={value}
          onInput={(input) => set(input.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

interface SelectFieldProps extends FieldProps<string> {
  readonly options: readonly Choice[];
  /** What no choice is called; left out, a choice must be made and "please choose" stands first while none is. */
  readonly nothing?: string;
}

export function SelectField({ label, name, value, set, help, options, nothing }: SelectFieldProps) {
  const { form } = useSettingsWords().settings;
  const fault = useFault(name);
  return (
    <Labelled label={label} help={help} fault={fault}>
      {(ids) => (
        <select {...ids} name={name} value={value} onChange={(change) => set(change.currentTarget.value)}>
          {nothing !== undefined && <option value="">{nothing}</option>}
          {nothing === undefined && value === '' && <option value="">{form.choose}</option>}
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** A number as people here write it, with a comma; null while it is empty, NaN while it is none. */
export function NumberField({ label, name, value, set, help }: FieldProps<number | null>) {
  const { language } = useSettingsWords();
  const fault = useFault(name);
  const [typed, setTyped] = useState(() =>
    value === null ? '' : String(value).replace('.', language === 'vi' ? ',' : '.'),
  );
  return (
    <Labelled label={label} help={help} fault={fault}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          inputMode="decimal"
          name={name}
          class="number"
          autocomplete="off"
          value={typed}
          onInput={(input) => {
            const text = input.currentTarget.value;
            setTyped(text);
            set(readNumber(text, language));
          }}
        />
      )}
    </Labelled>
  );
}

export function TickField({ label, name, value, set, help }: FieldProps<boolean>) {
  const fault = useFault(name);
  const id = useId();
  const below = fault ?? help;
  return (
    <div class="field">
      <label class="tick">
        <input
          type="checkbox"
          name={name}
          checked={value}
          aria-invalid={fault !== undefined}
          {...(below === undefined ? {} : { 'aria-describedby': id })}
          onChange={(change) => set(change.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {below !== undefined && (
        <p id={id} class={fault === undefined ? 'help' : 'help broken'}>
          {below}
        </p>
      )}
    </div>
  );
}
