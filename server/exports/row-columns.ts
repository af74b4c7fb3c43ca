import { isValid, type Submission } from '../../shared/submission.ts';
import type { Language } from '../../shared/questionnaire.ts';

/**
 * What a row of a table says of a submission: what figures are computed from. Not in it: sex, age, respondent kind and language,
 * which are never crossed with each other, and the half-day, which beside the place may be a person that somebody saw. The
 * audit package holds the bytes with all of it, because they alone prove.
 */
export interface ExportedRow {
  readonly submission: Submission;
  readonly halfMonth: string;
  readonly standing: string;
  /** Where it counts, by corrections; with the names of today. */
  readonly place: string;
  readonly placeName: string;
  readonly unitName: string;
  /** What kind of data it is, in words: the mark of invented ones. */
  readonly mark: string;
}

export type Cell = string | number | null;

interface Column {
  readonly key: string;
  readonly vi: string;
  readonly en: string;
  readonly cell: (row: ExportedRow) => Cell;
}

const column = (key: string, vi: string, en: string, cell: Column['cell']): Column => ({ key, vi, en, cell });

export const COLUMNS: readonly Column[] = [
  column('data', 'Loại dữ liệu', 'Kind of data', (row) => row.mark),
  column('id', 'Mã phiếu', 'Form id', (row) => row.submission.id),
  column('unit', 'Đơn vị', 'Unit', (row) => row.unitName),
  column('place', 'Điểm tiếp nhận', 'Service point', (row) => row.placeName),
  column('placeCode', 'Mã điểm tiếp nhận', 'Code of the service point', (row) => row.place),
  column('halfMonth', 'Nửa tháng', 'Half-month', (row) => row.halfMonth),
  column('channel', 'Hình thức', 'Channel', ({ submission }) => submission.ch),
  column('form', 'Loại phiếu', 'Form', ({ submission }) => submission.fm),
  column('questionnaire', 'Bộ câu hỏi', 'Questionnaire', ({ submission }) => submission.f),
  column('version', 'Phiên bản', 'Version', ({ submission }) => submission.fv),
  column('campaign', 'Đợt khảo sát', 'Campaign', ({ submission }) => submission.c),
  column('field', 'Lĩnh vực', 'Field', ({ submission }) => submission.fd),
  column('authority', 'Cơ quan có thẩm quyền', 'Authority', ({ submission }) => submission.au),
  column('ontime', 'Đúng hạn, trễ hạn', 'On time', ({ submission }) => submission.ot),
  column('standing', 'Tình trạng', 'Standing', (row) => row.standing),
  column('valid', 'Hợp lệ', 'Valid', ({ submission }) => Number(isValid(submission))),
  column('ended', 'Kết thúc', 'Ended', ({ submission }) => submission.e),
  column('clock', 'Đồng hồ', 'Clock', ({ submission }) => submission.tq),
  column('fast', 'Trả lời quá nhanh', 'Answered fast', ({ submission }) => submission.q.dur),
  column('gap', 'Sát phiếu trước', 'Short gap', ({ submission }) => submission.q.gap),
  column('line', 'Một mức mọi câu', 'One level', ({ submission }) => submission.q.line),
  column('run', 'Giống phiếu trước', 'Like those before', ({ submission }) => submission.q.run),
  column('cell', 'Chạm một chỗ', 'One spot', ({ submission }) => submission.q.cell),
  column('hours', 'Ngoài giờ', 'Out of hours', ({ submission }) => submission.q.hrs),
];

/** Words of answers that are no level, so that no mean takes them for one. */
const NO_LEVEL = { '0': 'no-opinion', b: 'blank' } as const;

function answerCell(answer: Submission['a'][number]): Cell {
  if (answer === null) return 'not-reached';
  return answer === 0 || answer === 'b' ? NO_LEVEL[answer] : answer;
}

/** The columns of answers: one for each question that any version asks, 0 = the overall question. */
export const questionHead = (number: number, language: Language): string =>
  language === 'vi' ? `Câu ${number}` : `Question ${number}`;

/** Makes all cells of a row; `items` are the questions that have a column. */
export function cellsOf(items: readonly number[]): (row: ExportedRow) => Cell[] {
  const notAsked = items.map(() => null);
  const columnOf = new Map(items.map((number, i) => [number, COLUMNS.length + i]));
  return (row) => {
    const { it, a } = row.submission;
    const cells: Cell[] = [...COLUMNS.map(({ cell }) => cell(row)), ...notAsked];
    it.forEach((number, i) => (cells[columnOf.get(number)!] = answerCell(a[i]!)));
    return cells;
  };
}

/** The same as an object: what is not told is left out, answers in the order in which they were asked. */
export function objectOf(row: ExportedRow): object {
  const { it, a } = row.submission;
  const told = COLUMNS.flatMap(({ key, cell }) => {
    const value = cell(row);
    return value === null ? [] : [[key, value] as const];
  });
  return {
    ...Object.fromEntries(told),
    answers: it.map((number, i) => [number, answerCell(a[i]!)]),
  };
}
