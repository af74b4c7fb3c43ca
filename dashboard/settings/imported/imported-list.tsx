import type { ImportedTable, ImportedTables } from '../../../shared/wire/imported-results.ts';
import { DataTable } from '../../parts/data-table.tsx';
import type { Answer } from '../../server-link.ts';
import type { ImportedWords } from '../../text/imported-vi.ts';
import { namePeriod } from '../../text/name-period.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';

interface ImportedListProps {
  readonly words: ImportedWords;
  readonly tables: readonly ImportedTable[];
  readonly remove: (file: string) => Promise<Answer<ImportedTables>>;
  readonly removed: () => void;
  readonly ended: () => void;
}

/** What is there, by the file that brought it; each file's tables can be taken away again. */
export function ImportedList({ words, tables, remove, removed, ended }: ImportedListProps) {
  const { language, say } = useWords();
  const own = words.there;
  const files = new Map<string, ImportedTable[]>();
  for (const table of tables) files.set(table.file, [...(files.get(table.file) ?? []), table]);
  const newest = [...files].sort(([, a], [, b]) => (a[0]!.day < b[0]!.day ? 1 : -1));
  return (
    <section class="imported-files">
      <h2>{own.title}</h2>
      {newest.length === 0 && <p class="nothing">{own.none}</p>}
      {newest.map(([file, its]) => {
        const { day, by } = its[0]!;
        const heading = own.file(writeDate(day), by);
        return (
          <article class="sheet" key={file}>
            <h3>{heading}</h3>
            <p class="help">{own.hash(file)}</p>
            <DataTable
              caption={heading}
              columns={[
                words.preview.unit,
                words.preview.period,
                words.preview.form,
                words.preview.forms,
                own.reason,
              ]}
              rows={its.map(({ unit, period, formName, forms, reason }) => ({
                key: `${unit.id} ${period}`,
                cells: [
                  say(unit.name),
                  namePeriod(period, language),
                  say(formName),
                  forms === null ? own.few : writeCount(forms, language),
                  reason ?? '–',
                ],
              }))}
            />
            <ConfirmAct
              open={own.remove}
              label={own.removeLabel(writeDate(day))}
              what={<p>{own.what(writeCount(its.length, language))}</p>}
              go={own.remove}
              danger
              send={() => remove(file)}
              done={removed}
              ended={ended}
            />
          </article>
        );
      })}
    </section>
  );
}
