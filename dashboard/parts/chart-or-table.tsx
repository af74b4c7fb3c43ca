import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useWords } from '../text/use-words.ts';
import { DataTable } from './data-table.tsx';
import type { TableRow } from './data-table.tsx';

interface ChartOrTableProps {
  /** Where a link above leads to. */
  readonly id?: string;
  readonly title: string;
  /** Period and dates, printed on every chart. */
  readonly dates: string;
  readonly chart: ComponentChildren;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Controls beside the table button. */
  readonly tools?: ComponentChildren;
  /** Said below the table as well as below the chart. */
  readonly after?: ComponentChildren;
}

/** A section whose chart can always be read as a table. */
export function ChartOrTable({ id, title, dates, chart, columns, rows, tools, after }: ChartOrTableProps) {
  const { words } = useWords();
  const heading = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section class="chart" id={id} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>
          {title} <small>{dates}</small>
        </h2>
        <div class="tools">
          {tools}
          {rows.length > 0 && (
            <button
              type="button"
              class="quiet-button"
              aria-label={`${asTable ? words.table.hide : words.table.show}: ${title}`}
              onClick={() => setAsTable(!asTable)}
            >
              {asTable ? words.table.hide : words.table.show}
            </button>
          )}
        </div>
      </header>
      {asTable ? (
        <>
          <DataTable caption={words.table.of(`${title}, ${dates}`)} columns={columns} rows={rows} />
          {after}
        </>
      ) : (
        chart
      )}
    </section>
  );
}
