import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { fitsWords } from '../../../shared/bare-text.ts';
import { useSettingsWords } from '../../text/use-settings-words.ts';
import { writeCount } from '../../text/write-number.ts';

export interface ListColumn<T> {
  readonly key: string;
  readonly title: string;
  readonly show: (row: T) => ComponentChildren;
  /** What rows are sorted by under this heading; left out, it sorts nothing. Words sort as Vietnamese does. */
  readonly sortBy?: (row: T) => string | number;
}

interface SearchableListProps<T> {
  readonly caption: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** The first column names the row. */
  readonly columns: readonly ListColumn<T>[];
  /** What the search looks at. */
  readonly textOf: (row: T) => string;
  /** Said when there is no row at all. */
  readonly empty: string;
  /** Filters that stand beside the search, and stay when they leave no row; they may ask which rows are shown. */
  readonly children?: ComponentChildren | ((shown: readonly T[]) => ComponentChildren);
}

/** More rows than anybody reads come on demand: a province has hundreds. */
const STEP = 100;
type Order = { readonly key: string; readonly down: boolean } | null;

/** A list to search and to sort, a table on a wide screen and cards on a phone. Without an order, rows stay as they came. */
export function SearchableList<T>(props: SearchableListProps<T>) {
  const { caption, rows, keyOf, columns, textOf, empty, children } = props;
  const { settings, language } = useSettingsWords();
  const words = settings.list;
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<Order>(null);
  const [most, setMost] = useState(STEP);
  const fitting = useMemo(
    () =>
      sorted(
        rows.filter((row) => fitsWords(textOf(row), search)),
        columns,
        order,
      ),
    [rows, search, order, columns],
  );
  const shown = fitting.slice(0, most);
  const sortable = columns.filter(({ sortBy }) => sortBy !== undefined);
  if (rows.length === 0 && children === undefined) return <p class="nothing">{empty}</p>;
  return (
    <section class="searchable-list">
      <div class="list-filter" role="search" aria-label={caption}>
        <label class="pick search">
          <span>{words.search}</span>
          <input type="search" value={search} onInput={(input) => setSearch(input.currentTarget.value)} />
        </label>
        {sortable.length > 0 && (
          <label class="pick sort">
            <span>{words.sort}</span>
            <select
              value={order ? `${order.key} ${order.down}` : ''}
              onChange={(change) => {
                const [key, down] = change.currentTarget.value.split(' ');
                setOrder(key ? { key, down: down === 'true' } : null);
              }}
            >
              <option value="">{words.unsorted}</option>
              {sortable.flatMap(({ key, title }) =>
                [false, true].map((down) => (
                  <option key={`${key} ${down}`} value={`${key} ${down}`}>
                    {words.order(title, down)}
                  </option>
                )),
              )}
            </select>
          </label>
        )}
        {typeof children === 'function' ? children(shown) : children}
        <p class="shown-count" role="status">
          {words.count(writeCount(fitting.length, language), writeCount(rows.length, language))}
        </p>
      </div>
      {fitting.length === 0 ? (
        <p class="nothing">{rows.length === 0 ? empty : words.noneFits}</p>
      ) : (
        <table>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column.key} aria-sort={ariaSort(column, order)}>
                  {column.sortBy ? (
                    <button type="button" onClick={() => setOrder(turned(column.key, order))}>
                      {column.title}
                      <span aria-hidden="true">
                        {order?.key === column.key ? (order.down ? ' ▼' : ' ▲') : ''}
                      </span>
                    </button>
                  ) : (
                    column.title
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map(({ key, title, show }, index) =>
                  index === 0 ? (
                    <th scope="row" key={key}>
                      {show(row)}
                    </th>
                  ) : (
                    <td key={key} data-title={title}>
                      {show(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {shown.length < fitting.length && (
        <p class="act-buttons">
          <button type="button" class="quiet-button" onClick={() => setMost(most + STEP)}>
            {words.more(writeCount(Math.min(STEP, fitting.length - shown.length), language))}
          </button>
        </p>
      )}
    </section>
  );
}

/** A heading pressed once sorts upwards, twice downwards, three times as the rows came. */
function turned(key: string, order: Order): Order {
  if (order?.key !== key) return { key, down: false };
  return order.down ? null : { key, down: true };
}

function ariaSort<T>(column: ListColumn<T>, order: Order) {
  if (!column.sortBy || order?.key !== column.key) return undefined;
  return order.down ? ('descending' as const) : ('ascending' as const);
}

function sorted<T>(rows: readonly T[], columns: readonly ListColumn<T>[], order: Order): readonly T[] {
  const sortBy = columns.find(({ key }) => key === order?.key)?.sortBy;
  if (!order || !sortBy) return rows;
  const { compare } = new Intl.Collator('vi', { numeric: true });
  const turn = order.down ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [sortBy(a), sortBy(b)];
    const isNumber = typeof left === 'number' && typeof right === 'number';
    return turn * (isNumber ? left - right : compare(String(left), String(right)));
  });
}
