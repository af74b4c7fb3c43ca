import type { ComponentChildren } from 'preact';
import '../styles/figures-table.css';

interface FiguresTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}

/** A table of figures; on a phone each row stands for itself, with the names of its columns. Roles stay what they are. */
export function FiguresTable({ caption, columns, rows }: FiguresTableProps) {
  return (
    <table class="figures-table" role="table" aria-label={caption}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr role="row" key={key}>
            <th scope="row" role="rowheader">
              {name}
            </th>
            {cells.map((cell, i) => (
              <td role="cell" key={columns[i + 1]} data-column={columns[i + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
