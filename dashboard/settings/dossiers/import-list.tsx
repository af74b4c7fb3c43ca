import type { DossierImport, DossierOverview } from '../../../shared/wire/dossier-requests.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useDossiersWords } from '../../text/use-dossiers-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import type { DossiersLink } from './dossiers-link.ts';
import { writeMonth } from './mapping-form.tsx';

/** Counts of the last months, each with where they come from. */
export function MonthTable({ months }: Pick<DossierOverview, 'months'>) {
  const { own, language } = useDossiersWords();
  const words = own.months;
  const { early, onTime, late, open, overdue } = own.columns;
  const write = (value: number | null) => (value === null ? words.unsaid : writeCount(value, language));
  return (
    <section>
      <h2>{words.title}</h2>
      {months.length === 0 ? (
        <p class="nothing">{words.none}</p>
      ) : (
        <DataTable
          caption={words.note}
          columns={[words.month, own.receivedCount, early, onTime, late, open, overdue, words.source]}
          rows={months.map((one) => ({
            key: one.month,
            cells: [
              writeMonth(one.month),
              ...[one.received, one.early, one.onTime, one.late, one.open, one.overdue].map(write),
              one.sources.map((source) => words.sources[source]).join(', '),
            ],
          }))}
        />
      )}
    </section>
  );
}

interface ImportListProps {
  readonly imports: readonly DossierImport[];
  readonly link: DossiersLink;
  readonly removed: () => void;
  readonly ended: () => void;
}

/** What was imported when; each import can be taken away again. */
export function ImportList({ imports, link, removed, ended }: ImportListProps) {
  const { own, language } = useDossiersWords();
  const words = own.imports;
  const count = (value: number) => writeCount(value, language);
  return (
    <section class="dossier-imports">
      <h2>{words.title}</h2>
      {imports.length === 0 && <p class="nothing">{words.none}</p>}
      <ul>
        {imports.map((one) => (
          <li key={one.id}>
            <h3>
              {words.kinds[one.kind]}, {writeDate(one.day)}
            </h3>
            <dl class="facts">
              <Fact name={words.counts}>
                {[one.added, one.changed, one.same, one.left].map(count).join(' / ')}
              </Fact>
              <Fact name={words.rows}>{count(one.rows)}</Fact>
              {one.kind === 'list' && (
                <Fact name={words.covers}>
                  {one.covers
                    ? words.span(writeMonth(one.covers.from), writeMonth(one.covers.to))
                    : words.coversNone}
                </Fact>
              )}
              {one.by !== null && <Fact name={words.by}>{one.by}</Fact>}
            </dl>
            <ConfirmAct
              open={words.remove}
              label={words.label(writeDate(one.day))}
              what={<p>{words.what(count(one.rows))}</p>}
              go={words.remove}
              danger
              send={() => link.removeImport(one.id)}
              done={removed}
              ended={ended}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
