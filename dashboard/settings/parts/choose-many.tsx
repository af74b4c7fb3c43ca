import { useId, useState } from 'preact/hooks';
import { useSettingsWords } from '../../text/use-settings-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { fittingOptions } from './fitting-options.ts';
import { useFault } from './form-faults.ts';

interface ManyOption {
  readonly id: string;
  readonly name: string;
  /** Said in grey behind the name. */
  readonly more?: string | undefined;
  /** Steps to the right, in a tree. */
  readonly depth?: number;
}

interface ChooseManyProps {
  readonly label: string;
  readonly name: string;
  readonly options: readonly ManyOption[];
  readonly value: readonly string[];
  readonly set: (value: readonly string[]) => void;
  readonly help?: string | undefined;
  /** Exactly one: round marks, and another choice takes the place of the one before. */
  readonly one?: boolean;
}

/** Short lists need no search. */
const SEARCH_FROM = 9;

/** One or many of a list, with a search that needs no accents. What is chosen is said above, also while it is not shown. */
export function ChooseMany({ label, name, options, value, set, help, one = false }: ChooseManyProps) {
  const { settings, language } = useSettingsWords();
  const words = settings.choose;
  const fault = useFault(name);
  const [search, setSearch] = useState('');
  const id = useId();
  const { fitting, shown, hidden } = fittingOptions(options, search);
  const chosen = options.filter((option) => value.includes(option.id)).map((option) => option.name);
  const hasSearch = options.length >= SEARCH_FROM;
  const choose = (option: string, on: boolean) =>
    set(one ? [option] : on ? [...value, option] : value.filter((each) => each !== option));
  return (
    <fieldset
      class="choose-many field"
      aria-invalid={fault !== undefined}
      aria-describedby={`${id}-help ${id}-chosen`}
      tabIndex={fault === undefined ? undefined : -1}
    >
      <legend>{label}</legend>
      <p id={`${id}-help`} class={fault === undefined ? 'help' : 'help broken'}>
        {fault ?? help}
      </p>
      <p id={`${id}-chosen`} class="help">
        {chosen.length === 0 ? words.nothing : words.chosen(chosen.join('; '))}
      </p>
      {hasSearch && (
        <div class="choose-tools">
          <label>
            <span class="unseen">{`${label}: ${words.search}`}</span>
            <input
              type="search"
              placeholder={words.search}
              value={search}
              onInput={(input) => setSearch(input.currentTarget.value)}
            />
          </label>
          {!one && (
            <>
              <button
                type="button"
                class="as-link"
                onClick={() => set([...new Set([...value, ...fitting.map((option) => option.id)])])}
              >
                {words.all}
              </button>
              <button type="button" class="as-link" onClick={() => set([])}>
                {words.none}
              </button>
            </>
          )}
        </div>
      )}
      <div class="choose-list">
        {shown.map((option) => (
          <label class="tick" key={option.id} style={{ marginLeft: `${1.25 * (option.depth ?? 0)}rem` }}>
            <input
              type={one ? 'radio' : 'checkbox'}
              name={`${id}-${name}`}
              checked={value.includes(option.id)}
              onChange={(change) => choose(option.id, change.currentTarget.checked)}
            />
            <span>
              {option.name}
              {option.more !== undefined && <small>{option.more}</small>}
            </span>
          </label>
        ))}
        {shown.length === 0 && <p class="help">{words.noneFits}</p>}
        {hidden > 0 && <p class="help">{words.narrow(writeCount(hidden, language))}</p>}
      </div>
    </fieldset>
  );
}
