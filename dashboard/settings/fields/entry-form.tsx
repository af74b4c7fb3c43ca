import { useState } from 'preact/hooks';
import type { FieldRow, ProcedureRow } from '../../../shared/wire/manage-fields.ts';
import { unitOptions } from '../../parts/units-as-tree.ts';
import { useFieldsWords } from '../../text/use-fields-words.ts';
import { DateField, LineField, PairField, SelectField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import type { EntryProps } from './entry-page.tsx';
import { entryId } from './fields-page.tsx';

/** Words and first day; the last day of what exists has an act of its own, which says what ends with it. */
export function EntryForm(props: EntryProps & { readonly entry: FieldRow | ProcedureRow | undefined }) {
  const { kind, entry, list, link, units, today, fresh, ended, go } = props;
  const { own, language, say } = useFieldsWords();
  const words = own.entry;
  const before = entry && 'field' in entry ? entry : undefined;
  const [code, setCode] = useState(entry?.code ?? '');
  const [name, setName] = useState(entry?.name ?? { vi: '', en: '' });
  const [validFrom, setValidFrom] = useState(entry?.validFrom ?? today);
  const [field, setField] = useState(before?.field ?? '');
  const [authority, setAuthority] = useState(before?.authority?.id ?? '');
  const send = () => {
    const asked = { name, validFrom, validTo: entry?.validTo ?? null };
    if (kind === 'field') return entry ? link.changeField(code, asked) : link.addField(code, asked);
    const whole = { ...asked, field, authority: authority === '' ? null : authority };
    return entry ? link.changeProcedure(code, whole) : link.addProcedure(code, whole);
  };
  async function show(saved: string): Promise<void> {
    await fresh.refresh();
    if (!entry) go({ kind: 'fields', id: entryId(kind, saved) });
  }
  return (
    <SettingsForm<FieldRow | ProcedureRow>
      go={words.save}
      send={send}
      done={(row) => {
        void show(row.code);
        return words.saved;
      }}
      ended={ended}
      faultWords={own.faults}
    >
      {!entry && (
        <LineField label={words.code} name="code" help={words.codeHelp} value={code} set={setCode} />
      )}
      <PairField
        label={words.name}
        name="name"
        help={entry ? words.nameHelp : undefined}
        value={name}
        set={setName}
      />
      {kind === 'procedure' && (
        <>
          <SelectField
            label={words.field}
            name="field"
            options={list.fields.map((row) => ({ id: row.code, name: say(row.name) }))}
            value={field}
            set={setField}
          />
          <SelectField
            label={words.authority}
            name="authority"
            nothing={own.receives}
            options={unitOptions(units, language)}
            value={authority}
            set={setAuthority}
          />
        </>
      )}
      <DateField label={words.validFrom} name="validFrom" value={validFrom} set={setValidFrom} />
    </SettingsForm>
  );
}
