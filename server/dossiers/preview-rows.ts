import type { UnderstoodRow } from '../../shared/wire/dossier-requests.ts';
import { shortPhone } from '../../shared/vietnam-phone.ts';
import type { Ground, ListRow, StatisticsRow } from './understand-rows.ts';

const ROWS_SHOWN = 6;

/** The first rows as they would be taken in; of a number only its end leaves the server. */
export function previewOf(
  rows: { readonly list: readonly ListRow[]; readonly statistics: readonly StatisticsRow[] },
  ground: Ground,
): UnderstoodRow[] {
  const nameIn = (
    all: readonly { readonly id: string; readonly name: UnderstoodName }[],
    id: string | null,
  ) => all.find((one) => one.id === id)?.name ?? id ?? '';
  const list = rows.list.slice(0, ROWS_SHOWN).map(
    (row): UnderstoodRow => ({
      row: row.row,
      cells: {
        code: row.code,
        phone: row.phone === null ? '' : shortPhone(row.phone),
        field: nameIn(ground.fields, row.field),
        procedure: nameIn(ground.procedures, row.procedure),
        authority: nameIn(ground.authorities, row.authority),
        point: nameIn(ground.points, row.point),
        counter: row.counter ?? '',
        received: row.received,
        due: row.due ?? '',
        returned: row.returned ?? '',
      },
    }),
  );
  const statistics = rows.statistics.slice(0, ROWS_SHOWN).map((row): UnderstoodRow => {
    const { received, early, onTime, late, open, overdue } = row;
    const counts = Object.entries({ received, early, onTime, late, open, overdue });
    return {
      row: row.row,
      cells: {
        unit: nameIn(ground.units, row.unit),
        field: row.field === '' ? '' : nameIn(ground.fields, row.field),
        month: row.month,
        ...Object.fromEntries(counts.map(([name, count]) => [name, count === null ? '' : String(count)])),
      },
    };
  });
  return [...list, ...statistics];
}
type UnderstoodName = Ground['fields'][number]['name'];
