import type { Draft, Place } from '../../shared/wire/first-run.ts';
import { ChooseMany } from '../settings/parts/choose-many.tsx';
import { LineField, PairField } from '../settings/parts/form-fields.tsx';
import { useFirstRunWords } from '../text/use-first-run-words.ts';

interface StepFieldsProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
}

/** The province, out of the bundled list. */
export function ProvinceFields({
  draft,
  change,
  provinces,
}: StepFieldsProps & { readonly provinces: readonly Place[] }) {
  const { run, say } = useFirstRunWords();
  return (
    <>
      <ChooseMany
        one
        label={run.province.label}
        name="province"
        options={provinces.map(({ code, name }) => ({ id: code, name: say(name) }))}
        value={draft.province === '' ? [] : [draft.province]}
        // a commune belongs to its province
        set={([province = '']) => change({ ...draft, province, office: { ...draft.office, commune: '' } })}
      />
      <p class="note">{run.province.source}</p>
    </>
  );
}

/** A commune out of the list, or a department by its name. */
export function OfficeFields({
  draft,
  change,
  communes,
}: StepFieldsProps & { readonly communes: readonly Place[] | null }) {
  const { run, say } = useFirstRunWords();
  const { office } = draft;
  const set = (more: Partial<Draft['office']>) => change({ ...draft, office: { ...office, ...more } });
  return (
    <>
      <fieldset class="field kind-choice">
        <legend>{run.office.kind}</legend>
        {(['commune', 'department'] as const).map((kind) => (
          <label class="tick" key={kind}>
            <input
              type="radio"
              name="office-kind"
              checked={office.kind === kind}
              onChange={() => set({ kind })}
            />
            <span>{run.office[kind]}</span>
          </label>
        ))}
      </fieldset>
      {office.kind === 'department' && (
        <PairField
          label={run.office.name}
          name="office.name"
          help={run.office.nameHelp}
          value={office.name}
          set={(name) => set({ name })}
        />
      )}
      {office.kind === 'commune' && !communes && <p role="status">{run.office.loading}</p>}
      {office.kind === 'commune' && communes && (
        <ChooseMany
          one
          label={run.office.commune}
          name="office.commune"
          options={communes.map(({ code, name }) => ({ id: code, name: say(name) }))}
          value={office.commune === '' ? [] : [office.commune]}
          set={([commune = '']) => set({ commune })}
        />
      )}
      <LineField
        label={run.office.contact}
        name="office.contact"
        help={run.office.contactHelp}
        value={office.contact ?? ''}
        set={(contact) => set({ contact })}
      />
    </>
  );
}
