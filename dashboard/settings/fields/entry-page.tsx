import { useState } from 'preact/hooks';
import type { FieldRow, ProcedureRow } from '../../../shared/wire/manage-fields.ts';
import { useFieldsWords } from '../../text/use-fields-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { DateField } from '../parts/form-fields.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { EntryForm } from './entry-form.tsx';
import { sayValid } from './field-lists.tsx';
import type { FieldsProps } from './fields-page.tsx';

export interface EntryProps extends FieldsProps {
  readonly kind: 'field' | 'procedure';
  /** Null: a new one. */
  readonly code: string | null;
}

/** One field or one procedure: its words and days, and its end. */
export function EntryPage(props: EntryProps) {
  const { kind, code, list, today, moved, go } = props;
  const { own, say } = useFieldsWords();
  const { said, sayAfter } = useSaid();
  const rows: readonly (FieldRow | ProcedureRow)[] = kind === 'field' ? list.fields : list.procedures;
  const entry = rows.find((row) => row.code === code);
  const fresh = kind === 'field' ? own.entry.newField : own.entry.newProcedure;
  return (
    <main id="main" class="manage entry">
      <SettingsHead
        title={entry ? say(entry.name) : fresh}
        moved={moved}
        go={go}
        back={{ kind: 'fields', name: own.title }}
      >
        {entry && (
          <p class="lead">
            {own.columns.code} {entry.code}. {sayValid(entry, own.valid, today)}.
          </p>
        )}
      </SettingsHead>
      <Said said={said} />
      {code !== null && !entry ? (
        <p class="notice">{own.entry.gone}</p>
      ) : (
        <>
          <EntryForm {...props} entry={entry} />
          {entry && list.mayChange && (
            <EntryActs {...props} entry={entry} done={(text) => sayAfter(props.fresh.refresh(), text)} />
          )}
        </>
      )}
    </main>
  );
}

interface EntryActsProps extends EntryProps {
  readonly entry: FieldRow | ProcedureRow;
  readonly done: (sentence: string) => void;
}

function EntryActs({ entry, today, link, ended, done }: EntryActsProps) {
  const { own, language } = useFieldsWords();
  const { acts, end, reopen, saved } = own.entry;
  const [day, setDay] = useState(today);
  const { code, name, validFrom, validTo } = entry;
  const send = (lastDay: string | null) => {
    const asked = { name, validFrom, validTo: lastDay };
    if (!('field' in entry)) return link.changeField(code, asked);
    const { field, authority } = entry;
    return link.changeProcedure(code, { ...asked, field, authority: authority?.id ?? null });
  };
  const count = (value: number) => writeCount(value, language);
  const what = 'field' in entry ? end.procedure : end.field(count(entry.points), count(entry.procedures));
  return (
    <section class="person-acts">
      <h2>{acts}</h2>
      {validTo === null ? (
        <ConfirmAct<FieldRow | ProcedureRow>
          open={end.open}
          what={<p>{what}</p>}
          go={end.go}
          check={() => (day === '' ? [{ at: 'validTo', why: 'needed' }] : [])}
          send={() => send(day)}
          done={() => done(saved)}
          ended={ended}
          faultWords={own.faults}
          danger
        >
          <DateField label={end.day} name="validTo" value={day} set={setDay} min={validFrom} />
        </ConfirmAct>
      ) : (
        <ConfirmAct<FieldRow | ProcedureRow>
          open={reopen.open}
          what={<p>{reopen.what}</p>}
          go={reopen.go}
          send={() => send(null)}
          done={() => done(saved)}
          ended={ended}
          faultWords={own.faults}
        />
      )}
    </section>
  );
}
