import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isDay } from '../../../shared/period.ts';
import {
  COLUMNS_OF,
  type DossierFile,
  type ImportAsked,
  type RowNote,
} from '../../../shared/wire/dossier-requests.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { nameColumn, useDossiersWords } from '../../text/use-dossiers-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { SelectField, TickField } from '../parts/form-fields.tsx';
import { monthsBetween, writeMonth } from './mapping-form.tsx';
import { StepHeading } from '../parts/step-heading.tsx';

interface CheckedFileProps {
  readonly file: DossierFile;
  readonly take: (asked: ImportAsked) => void;
  readonly back: () => void;
  readonly other: () => void;
  /** What is asked before the file is taken in. */
  readonly children: ComponentChildren;
}

/** What the file would do, its first rows as they would be taken in, and the question whether it shall. */
export function CheckedFile({ file, take, back, other, children }: CheckedFileProps) {
  const { own, language } = useDossiersWords();
  const words = own.checked;
  const checked = file.checked!;
  const { kind, columns } = file.mapping!;
  const [leaveFaulty, setLeave] = useState(false);
  const [covers, setCovers] = useState(checked.months);
  const count = (value: number) => writeCount(value, language);
  const good = checked.added + checked.changed + checked.same;
  const isList = kind === 'list';
  const isNew = checked.added + checked.changed > 0 || (isList && good > 0 && covers !== null);
  const mayTake = isNew && (checked.faulty === 0 || leaveFaulty);
  const months = checked.months
    ? monthsBetween(checked.months.from, checked.months.to).map((id) => ({ id, name: writeMonth(id) }))
    : [];
  return (
    <section class="checked-file">
      <StepHeading>{words.title}</StepHeading>
      <p>{words.good(count(good), count(checked.added), count(checked.changed), count(checked.same))}</p>
      <p class={checked.faulty > 0 ? 'notice warning' : 'notice done'}>
        {checked.faulty > 0 ? words.faulty(count(checked.faulty)) : words.noFaults}
      </p>
      {Object.entries(checked.notes).map(([note, rows]) => (
        <p class="note" key={note}>
          {own.notes[note as RowNote](count(rows))}
        </p>
      ))}
      {children}
      {checked.preview.length > 0 && <Preview file={file} />}
      <div class="settings-form">
        {isList && good > 0 && checked.months && (
          <fieldset class="covers">
            <legend>{words.covers}</legend>
            <p class="help">{words.coversHelp}</p>
            <div class="field-row">
              <SelectField
                label={words.from}
                name="covers.from"
                nothing={words.noMonth}
                options={months}
                value={covers?.from ?? ''}
                set={(from) =>
                  setCovers(from === '' ? null : { from, to: covers && covers.to > from ? covers.to : from })
                }
              />
              {covers && (
                <SelectField
                  label={words.to}
                  name="covers.to"
                  options={months.filter(({ id }) => id >= covers.from)}
                  value={covers.to}
                  set={(to) => setCovers({ ...covers, to })}
                />
              )}
            </div>
          </fieldset>
        )}
        {checked.faulty > 0 && good > 0 && (
          <TickField
            label={words.leave(count(checked.faulty))}
            name="leaveFaulty"
            help={words.leaveHelp}
            value={leaveFaulty}
            set={setLeave}
          />
        )}
        {!isNew && checked.faulty === 0 && <p class="notice">{words.nothing}</p>}
        <p class="act-buttons">
          {good > 0 && (
            <button
              type="button"
              class="act-go"
              aria-disabled={!mayTake}
              onClick={() => mayTake && take({ leaveFaulty, covers: isList ? covers : null })}
            >
              {words.take(count(good))}
            </button>
          )}
          <button type="button" class="quiet-button" onClick={back}>
            {words.back}
          </button>
          <button type="button" class="quiet-button" onClick={other}>
            {own.choose.other}
          </button>
        </p>
      </div>
    </section>
  );

  function Preview({ file: { checked: shown } }: { readonly file: DossierFile }) {
    const { say } = useDossiersWords();
    const place = isList ? 'point' : 'unit';
    const used = COLUMNS_OF[kind].filter(
      (column) => columns[column] !== undefined || column === place || column === 'month',
    );
    const write = (cell: string) =>
      isDay(cell) ? writeDate(cell) : /^\d{4}-\d\d$/.test(cell) ? writeMonth(cell) : cell;
    return (
      <DataTable
        caption={words.preview}
        columns={[words.row, ...used.map((column) => nameColumn(own, kind, column))]}
        rows={shown!.preview.map(({ row, cells }) => ({
          key: String(row),
          cells: [
            row,
            ...used.map((column) => {
              const cell = cells[column] ?? '';
              return typeof cell === 'string' ? write(cell) : say(cell);
            }),
          ],
        }))}
      />
    );
  }
}
