import { bareText } from '../../shared/bare-text.ts';
import {
  COLUMNS_OF,
  type FileColumn,
  type FileKind,
  type Mapping,
} from '../../shared/wire/dossier-requests.ts';
import type { SheetRow } from '../sheets/sheet-rows.ts';

/** Headings as systems of this country write them, without marks and signs; the first of a line that fits counts. */
const NAMES: Readonly<Record<FileKind, Readonly<Partial<Record<FileColumn, string>>>>> = {
  list: {
    code: 'ma ho so|so ho so|ma so ho so|so bien nhan|ma bien nhan|so bien nhan ho so|so tiep nhan|ma hs|code|dossier code',
    phone:
      'so dien thoai|dien thoai|sdt|dtdd|so dt|dien thoai lien he|so dien thoai nguoi nop|dien thoai nguoi nop|so dien thoai lien he|phone|phone number',
    field: 'linh vuc|ten linh vuc|ma linh vuc|nhom linh vuc|field',
    procedure:
      'thu tuc|ten thu tuc|thu tuc hanh chinh|ten thu tuc hanh chinh|tthc|ten tthc|ma thu tuc|ma tthc|ma thu tuc hanh chinh|procedure',
    authority:
      'co quan giai quyet|co quan co tham quyen|co quan tham quyen|don vi giai quyet|don vi xu ly|co quan xu ly|authority',
    point:
      'diem tiep nhan|noi tiep nhan|bo phan tiep nhan|don vi tiep nhan|co quan tiep nhan|noi nop|service point',
    counter: 'quay|so quay|quay so|quay tiep nhan|counter',
    received:
      'ngay tiep nhan|ngay nhan|ngay nhan ho so|ngay tiep nhan ho so|thoi gian tiep nhan|thoi diem tiep nhan|ngay nop|received',
    due: 'ngay hen tra|hen tra|ngay hen tra ket qua|ngay hen|han tra|han tra ket qua|han xu ly|han giai quyet|thoi han giai quyet|due',
    returned:
      'ngay tra|ngay tra ket qua|ngay tra kq|thoi gian tra ket qua|ngay tra thuc te|ngay hoan thanh|ngay co ket qua|ngay ket thuc|ngay ket thuc xu ly|returned',
  },
  statistics: {
    unit: 'don vi|ten don vi|co quan|ten co quan|xa phuong|unit',
    field: 'linh vuc|ten linh vuc|ma linh vuc|field',
    month: 'thang|ky|ky bao cao|ky thong ke|thoi gian|month|period',
    received:
      'tiep nhan|so tiep nhan|tong tiep nhan|tiep nhan trong ky|so ho so tiep nhan|ho so tiep nhan|moi tiep nhan|tiep nhan moi|received',
    early: 'truoc han|tra truoc han|giai quyet truoc han|da giai quyet truoc han|hoan thanh truoc han|early',
    onTime: 'dung han|tra dung han|giai quyet dung han|da giai quyet dung han|hoan thanh dung han|on time',
    late: 'tre han|qua han|tra tre han|tra qua han|giai quyet qua han|giai quyet tre han|da giai quyet qua han|hoan thanh qua han|late',
    open: 'dang giai quyet|dang xu ly|chua giai quyet|con ton|ton|so dang giai quyet|open',
    overdue:
      'dang giai quyet qua han|dang xu ly qua han|chua giai quyet qua han|qua han chua giai quyet|qua han dang giai quyet|ton qua han|overdue',
  },
};

/** A heading without marks, signs and what stands in brackets. */
export const bareHeading = (text: string): string =>
  bareText(text)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Which columns of a row of headings are known by their names. */
export function columnsNamed(headers: readonly string[], kind: FileKind): Mapping['columns'] {
  const bare = headers.map(bareHeading);
  const columns: Mapping['columns'] = {};
  for (const column of COLUMNS_OF[kind]) {
    const names = (NAMES[kind][column] ?? '').split('|');
    const at = names.map((name) => bare.indexOf(name)).find((index) => index >= 0);
    if (at !== undefined && !Object.values(columns).includes(at)) columns[column] = at;
  }
  return columns;
}

/** What a file is taken for: the kind of which more columns are known. */
export function guessKind(headers: readonly string[]): FileKind {
  const known = (kind: FileKind) => Object.keys(columnsNamed(headers, kind)).length;
  return known('statistics') > known('list') ? 'statistics' : 'list';
}

/** Lines above a table: title, office, time. */
const ABOVE_MOST = 25;

/** The row of headings among the first ones: where most columns are known by name, else the first with three texts. */
export function headingsIn(rows: readonly SheetRow[]): SheetRow | undefined {
  const known = (row: SheetRow) => {
    const headers = textsOf(row);
    return Math.max(
      ...(['list', 'statistics'] as const).map((k) => Object.keys(columnsNamed(headers, k)).length),
    );
  };
  const first = rows.slice(0, ABOVE_MOST);
  const best = first.reduce<SheetRow | undefined>(
    (found, row) => (known(row) > (found ? known(found) : 1) ? row : found),
    undefined,
  );
  return (
    best ?? first.find(({ cells }) => cells.filter((cell) => cell && cell.number === undefined).length >= 3)
  );
}

export const textsOf = ({ cells }: SheetRow): string[] =>
  Array.from(cells, (cell) => (cell?.text ?? '').replace(/\s+/g, ' ').slice(0, 200));
