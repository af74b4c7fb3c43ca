import { useState } from 'preact/hooks';
import { spansBetween } from '../../../shared/dossier-spans.ts';
import { addDays, isDay } from '../../../shared/period.ts';
import {
  COLUMNS_OF,
  type DossierFile,
  type DossierOverview,
  FILE_KINDS,
  type FileColumn,
  type Mapping,
} from '../../../shared/wire/dossier-requests.ts';
import { SelectField } from '../parts/form-fields.tsx';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { StepHeading } from '../parts/step-heading.tsx';
import { nameColumn, placesOf, useDossiersWords } from '../../text/use-dossiers-words.ts';

/** Columns without which no row can be taken. */
const NEEDED: Readonly<Record<Mapping['kind'], readonly FileColumn[]>> = {
  list: ['code', 'received'],
  statistics: ['received'],
};

interface MappingFormProps {
  readonly file: DossierFile;
  readonly name: string;
  readonly overview: DossierOverview;
  readonly today: string;
  readonly check: (mapping: Mapping) => void;
  readonly other: () => void;
}

/** Which column of the file is what. What is known by its name, or from the last file of this kind, is chosen already. */
export function MappingForm({ file, name, overview, today, check, other }: MappingFormProps) {
  const { own, language, say } = useDossiersWords();
  const words = own.mapping;
  const look = file.look!;
  const [mapping, setMapping] = useState(file.mapping!);
  const [isAsked, setAsked] = useState(false);
  const { kind, columns } = mapping;
  const options = look.headers.map((header, i) => ({
    id: String(i),
    name: `${columnLetter(i)}. ${header === '' ? '–' : header}`,
  }));
  const set = (column: FileColumn, chosen: string) => {
    const { [column]: _, ...others } = columns;
    setMapping({ ...mapping, columns: chosen === '' ? others : { ...others, [column]: Number(chosen) } });
  };
  const exampleOf = (at: number | undefined) => {
    const texts = look.sample
      .map((row) => row[at ?? -1] ?? '')
      .filter((text) => text !== '')
      .map((text) => (isDay(text) ? writeDate(text) : text));
    return at === undefined || texts.length === 0 ? undefined : words.example(texts.join('; '));
  };
  const place = kind === 'list' ? 'point' : 'unit';
  const missing = [
    ...NEEDED[kind]
      .filter((column) => columns[column] === undefined)
      .map((column) => nameColumn(own, kind, column)),
    ...(kind === 'list' && columns.field === undefined && columns.procedure === undefined
      ? [own.columns.field]
      : []),
    ...(columns[place] === undefined && !mapping.place ? [own.columns[place]] : []),
    ...(kind === 'statistics' && columns.month === undefined && !mapping.month ? [own.columns.month] : []),
  ];
  return (
    <form
      class="settings-form mapping-form"
      onSubmit={(submit) => {
        submit.preventDefault();
        setAsked(true);
        if (missing.length === 0) check(mapping);
      }}
    >
      <StepHeading>{words.title(name)}</StepHeading>
      <p>
        {words.found(writeCount(look.rows, language), look.sheet)} {file.remembered && words.remembered}
      </p>
      {file.takenBefore && <p class="notice">{words.takenBefore(writeDate(file.takenBefore))}</p>}
      <fieldset class="kind-choice">
        <legend>{words.kind}</legend>
        {FILE_KINDS.map((each) => (
          <label class="tick" key={each}>
            <input
              type="radio"
              name="kind"
              checked={kind === each}
              onChange={() => setMapping({ ...mapping, kind: each, columns: {}, place: null })}
            />
            <span>{words.kinds[each]}</span>
          </label>
        ))}
      </fieldset>
      <h3>{words.which}</h3>
      <p class="help">{words.whichHelp}</p>
      <div class="column-choices">
        {COLUMNS_OF[kind].map((column) => (
          <div key={`${kind} ${column}`}>
            <SelectField
              label={`${nameColumn(own, kind, column)}${NEEDED[kind].includes(column) ? ` (${words.needed})` : ''}`}
              name={`columns.${column}`}
              nothing={words.none}
              options={options}
              value={columns[column] === undefined ? '' : String(columns[column])}
              set={(chosen) => set(column, chosen)}
              help={exampleOf(columns[column]) ?? (column === 'open' ? own.openHelp : undefined)}
            />
          </div>
        ))}
        {columns[place] === undefined && (
          <SelectField
            label={kind === 'list' ? words.point : words.unit}
            name="place"
            options={placesOf(overview, kind, say)}
            value={mapping.place ?? ''}
            set={(chosen) => setMapping({ ...mapping, place: chosen === '' ? null : chosen })}
          />
        )}
        {kind === 'statistics' && columns.month === undefined && (
          <SelectField
            label={words.month}
            name="month"
            options={lastMonths(today).map((month) => ({ id: month, name: writeMonth(month) }))}
            value={mapping.month ?? ''}
            set={(chosen) => setMapping({ ...mapping, month: chosen === '' ? null : chosen })}
          />
        )}
      </div>
      <div role="status">
        {isAsked && missing.length > 0 && <p class="notice warning">{words.missing(missing.join(', '))}</p>}
      </div>
      <p class="act-buttons">
        <button type="submit" class="act-go">
          {words.check}
        </button>
        <button type="button" class="quiet-button" onClick={other}>
          {own.choose.other}
        </button>
      </p>
    </form>
  );
}

/** `27` is AB, as a spreadsheet names its columns. */
const columnLetter = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetter(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

export const writeMonth = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`;

/** The month of a day and those before it, for two years. */
const lastMonths = (today: string): string[] =>
  monthsBetween(addDays(today, -TWO_YEARS).slice(0, 7), today.slice(0, 7)).toReversed().slice(0, 24);
const TWO_YEARS = 731;

/** The months from one to another, both among them. */
export const monthsBetween = (from: string, to: string): string[] =>
  spansBetween(`${from}-01`, `${to}-01`, 'month').map(({ id }) => id);
