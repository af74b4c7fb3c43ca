import { useMemo, useState } from 'preact/hooks';
import type { FieldRow, ProcedureRow } from '../../../shared/wire/manage-fields.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useFieldsWords } from '../../text/use-fields-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { entryId, type FieldsProps, TAKE_LIST } from './fields-page.tsx';

/** All fields and all procedures; what has ended stands there when it is asked for. */
export function FieldLists({ list, fresh, today, moved, go }: FieldsProps) {
  const { own, language, say } = useFieldsWords();
  const [withEnded, setWithEnded] = useState(false);
  const hasEnded = ({ validTo }: { readonly validTo: string | null }) => validTo !== null && validTo < today;
  const ended = [...list.fields, ...list.procedures].filter(hasEnded).length;
  const kept = <T extends { readonly validTo: string | null }>(rows: readonly T[]) =>
    withEnded ? rows : rows.filter((row) => !hasEnded(row));
  const { fieldColumns, procedureColumns } = useMemo(() => {
    const nameColumn = <T extends FieldRow | ProcedureRow>(kind: 'field' | 'procedure'): ListColumn<T> => ({
      key: 'name',
      title: own.columns.name,
      show: ({ code, name }) =>
        list.mayChange ? (
          <PageLink page={{ kind: 'fields', id: entryId(kind, code) }} go={go}>
            {say(name)}
          </PageLink>
        ) : (
          say(name)
        ),
      sortBy: ({ name }) => say(name),
    });
    const code = { key: 'code', title: own.columns.code } as const;
    const valid = { key: 'valid', title: own.columns.valid } as const;
    const sayDates = (row: Dates) => <span class="one-word">{sayValid(row, own.valid, today)}</span>;
    const oneWord = ({ code }: { readonly code: string }) => <span class="one-word">{code}</span>;
    const fieldNames = new Map(list.fields.map((field) => [field.code, say(field.name)]));
    const nameOf = (field: string) => fieldNames.get(field) ?? field;
    const authorityOf = ({ authority }: ProcedureRow) => (authority ? say(authority.name) : own.receives);
    const count = (value: number) => writeCount(value, language);
    return {
      fieldColumns: [
        nameColumn<FieldRow>('field'),
        { ...code, show: oneWord, sortBy: (row: FieldRow) => row.code },
        {
          key: 'points',
          title: own.columns.points,
          show: ({ points }: FieldRow) => count(points),
          sortBy: ({ points }: FieldRow) => points,
        },
        {
          key: 'procedures',
          title: own.columns.procedures,
          show: ({ procedures }: FieldRow) => count(procedures),
          sortBy: ({ procedures }: FieldRow) => procedures,
        },
        { ...valid, show: sayDates, sortBy: ({ validTo }: FieldRow) => validTo ?? '9' },
      ],
      procedureColumns: [
        nameColumn<ProcedureRow>('procedure'),
        { ...code, show: oneWord, sortBy: (row: ProcedureRow) => row.code },
        {
          key: 'field',
          title: own.columns.field,
          show: ({ field }: ProcedureRow) => nameOf(field),
          sortBy: ({ field }: ProcedureRow) => nameOf(field),
        },
        {
          key: 'authority',
          title: own.columns.authority,
          show: authorityOf,
          sortBy: authorityOf,
        },
        { ...valid, show: sayDates, sortBy: ({ validTo }: ProcedureRow) => validTo ?? '9' },
      ],
    };
  }, [list, own, say, language, today, go]);
  return (
    <main id="main" class="manage field-lists">
      <SettingsHead title={own.title} moved={moved} go={go}>
        <p class="lead">{own.lead}</p>
      </SettingsHead>
      {list.mayChange ? (
        <p class="page-tools">
          <PageLink page={{ kind: 'fields', id: entryId('field', null) }} go={go} look="act-go">
            {own.addField}
          </PageLink>
          {list.fields.length > 0 && (
            <PageLink page={{ kind: 'fields', id: entryId('procedure', null) }} go={go} look="quiet-button">
              {own.addProcedure}
            </PageLink>
          )}
          <PageLink page={{ kind: 'fields', id: TAKE_LIST }} go={go} look="quiet-button">
            {own.takeList}
          </PageLink>
        </p>
      ) : (
        <p class="notice">{own.onlyTop}</p>
      )}
      <FreshNotice fresh={fresh} loading={own.loading} />
      {ended > 0 && (
        <label class="tick">
          <input
            type="checkbox"
            checked={withEnded}
            onChange={(change) => setWithEnded(change.currentTarget.checked)}
          />
          <span>{own.withEnded(writeCount(ended, language))}</span>
        </label>
      )}
      <h2>{own.fields}</h2>
      <SearchableList
        caption={own.fields}
        rows={kept(list.fields)}
        keyOf={({ code }) => code}
        columns={fieldColumns}
        textOf={({ code, name }) => `${code} ${name.vi} ${name.en}`}
        empty={own.noFields}
      />
      <h2>{own.procedures}</h2>
      <SearchableList
        caption={own.procedures}
        rows={kept(list.procedures)}
        keyOf={({ code }) => code}
        columns={procedureColumns}
        textOf={({ code, name, authority }) =>
          `${code} ${name.vi} ${name.en} ${authority ? say(authority.name) : ''}`
        }
        empty={own.noProcedures}
      />
    </main>
  );
}

type Dates = Pick<FieldRow, 'validFrom' | 'validTo'>;

export function sayValid(
  { validFrom, validTo }: Dates,
  words: ReturnType<typeof useFieldsWords>['own']['valid'],
  today: string,
): string {
  if (validTo !== null && validTo < today) return words.ended(writeDate(validTo));
  if (validFrom > today) return words.later(writeDate(validFrom));
  const from = writeDate(validFrom);
  return validTo === null ? words.open(from) : words.until(from, writeDate(validTo));
}
