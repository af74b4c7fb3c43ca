import { PLAN_ROWS_MOST } from '../../../shared/plan-choices.ts';
import { unitsAsTree, unitsBelow } from '../../parts/units-as-tree.ts';
import { useWords } from '../../text/use-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { NumberField, SelectField, TickField } from '../parts/form-fields.tsx';
import { useAddButton } from '../parts/use-add-button.ts';
import { type DraftRow, plannedIn } from './campaign-draft.ts';
import type { DraftProps } from './campaign-fields.tsx';

const FORMULAS = ['slovin', 'margin'] as const;

/** The sample plan, computed while it is typed by the function with which the server computes it. */
export function SampleFields(props: DraftProps) {
  const { words, draft, set } = props;
  const { language } = useWords();
  const planned = plannedIn(draft);
  const count = (value: number) => writeCount(value, language);
  return (
    <fieldset class="plan-part">
      <legend>{words.parts.sample}</legend>
      <TickField
        label={words.hasPlan}
        name="hasPlan"
        help={words.planLead}
        value={draft.hasPlan}
        set={(hasPlan) => set({ ...draft, hasPlan })}
      />
      {draft.hasPlan && (
        <>
          <ChooseMany
            one
            label={words.formula}
            name="plan.formula"
            options={FORMULAS.map((id) => ({ id, ...words.formulas[id] }))}
            value={[draft.formula]}
            set={([value]) => set({ ...draft, formula: FORMULAS.find((one) => one === value) ?? 'slovin' })}
          />
          <div class="plan-grid">
            <NumberField
              label={words.errorPoints}
              name="plan.errorPoints"
              value={draft.errorPoints}
              set={(errorPoints) => set({ ...draft, errorPoints })}
            />
            {draft.formula === 'margin' && (
              <NumberField
                label={words.expected}
                name="plan.expectedPercent"
                help={words.expectedHelp}
                value={draft.expectedPercent}
                set={(expectedPercent) => set({ ...draft, expectedPercent })}
              />
            )}
          </div>
          <p class="plan-label">{words.rows}</p>
          <p class="help">{words.rowsHelp}</p>
          <PlanRows {...props} forms={planned?.rows ?? []} />
          {planned && draft.rows.length > 0 && (
            <div class="plan-sum" role="status">
              <p>
                <b>{words.planSum(count(planned.sum), count(planned.population))}</b>
              </p>
              <p>{words.planTogether(count(planned.together))}</p>
            </div>
          )}
          <p class="help">{words.planNote}</p>
        </>
      )}
    </fieldset>
  );
}

function PlanRows({
  words,
  list,
  units,
  draft,
  set,
  forms,
}: DraftProps & { readonly forms: readonly number[] }) {
  const { language, say } = useWords();
  const tops = draft.isSome ? draft.covers : [draft.unit];
  const reached = tops.map((top) => unitsBelow(units, top));
  const covered = units.filter(({ id }) => reached.some((inside) => inside.has(id)));
  const options = unitsAsTree(covered, language).map(({ unit }) => ({ id: unit.id, name: say(unit.name) }));
  const { rows } = draft;
  const addButton = useAddButton(rows.length);
  const nextKey = rows.reduce((most, { key }) => Math.max(most, key), -1) + 1;
  const rowOf = (unit: string, key: number): DraftRow => ({ key, unit, field: '', population: null });
  const change = (key: number, part: Partial<DraftRow>) =>
    set({ ...draft, rows: rows.map((row) => (row.key === key ? { ...row, ...part } : row)) });
  const missing = options.filter(({ id }) => !rows.some(({ unit }) => unit === id));
  const add = (more: readonly DraftRow[]) =>
    set({ ...draft, rows: [...rows, ...more].slice(0, PLAN_ROWS_MOST) });
  return (
    <>
      <ol class="plan-rows">
        {rows.map((row, index) => (
          <li key={row.key}>
            <fieldset>
              <legend class="unseen">{words.row(index + 1)}</legend>
              <SelectField
                label={words.rowUnit}
                name={`plan.rows.${index}.unit`}
                options={options}
                value={row.unit}
                set={(unit) => change(row.key, { unit })}
              />
              <SelectField
                label={words.rowField}
                name={`plan.rows.${index}.field`}
                nothing={words.allFields}
                options={list.fields.map(({ code, name }) => ({ id: code, name: say(name) }))}
                value={row.field}
                set={(field) => change(row.key, { field })}
              />
              <NumberField
                label={words.rowPopulation}
                name={`plan.rows.${index}.population`}
                value={row.population}
                set={(population) => change(row.key, { population })}
              />
              <p class="plan-forms">
                {forms[index] !== undefined && row.population !== null && (
                  <b>{words.formsNeeded(writeCount(forms[index], language))}</b>
                )}
              </p>
              <button
                type="button"
                class="quiet-button"
                aria-label={words.removeRow(words.row(index + 1).toLowerCase())}
                onClick={() => set({ ...draft, rows: rows.filter(({ key }) => key !== row.key) })}
              >
                {words.remove}
              </button>
            </fieldset>
          </li>
        ))}
      </ol>
      <p class="act-buttons">
        <button
          type="button"
          ref={addButton}
          class="quiet-button"
          onClick={() => add([rowOf(options[0]?.id ?? '', nextKey)])}
        >
          {words.addRow}
        </button>
        {missing.length > 1 && (
          <button
            type="button"
            class="quiet-button"
            onClick={() => add(missing.map(({ id }, i) => rowOf(id, nextKey + i)))}
          >
            {words.addUnits}
          </button>
        )}
      </p>
    </>
  );
}
