import { csvField } from '../../shared/neutral-cell.ts';
import { periodName } from '../../shared/period-name.ts';
import type { FormKind } from '../../shared/questionnaire.ts';
import { MIN_N } from '../../shared/score.ts';
import { CHANNELS } from '../../shared/submission.ts';
import { reportEn } from '../reports/report-words-en.ts';
import { reportVi } from '../reports/report-words-vi.ts';
import { WORDS } from './page-frame.ts';
import { PUBLIC_GROUPS, type PublicGroup, type PublicQuarter } from './public-results.ts';
import type { ShownUnit } from './results-page.ts';

/**
 * The same figures as the page's as a table that machines read: a row for each quarter, form and area. Both files and the
 * dictionary are made from the columns below, so that none of them can say what another does not.
 */

interface OpenRow {
  readonly form: FormKind;
  readonly quarter: PublicQuarter;
  readonly group: PublicGroup;
}

type Cell = string | number | null;

export interface Column {
  readonly name: string;
  readonly type: 'string' | 'date' | 'number' | 'integer';
  /** Unit of measurement, where it has one. */
  readonly unit?: string;
  readonly vi: string;
  readonly en: string;
  /** The words that may stand there; left out where it is free. */
  readonly values?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** Whether it may be empty. */
  readonly isOptional?: true;
  readonly read: (row: OpenRow, shown: ShownUnit) => Cell;
}

const figureOf = ({ quarter, group }: OpenRow) => quarter.figures[group];

export const COLUMNS: readonly Column[] = [
  {
    name: 'unit_id',
    type: 'string',
    vi: 'Mã của đơn vị trong phần mềm',
    en: 'Code of the unit in this software',
    read: (_, { unit }) => unit.id,
  },
  {
    name: 'unit_name',
    type: 'string',
    vi: 'Tên đơn vị (tiếng Việt)',
    en: 'Name of the unit, in Vietnamese',
    read: (_, { unit }) => unit.name.vi,
  },
  {
    name: 'data_kind',
    type: 'string',
    vi: 'Số liệu thật (real), DỮ LIỆU MINH HỌA (demo) hay luyện tập (training)',
    en: 'Real figures, DỮ LIỆU MINH HỌA (demo: invented), or training',
    values: ['real', 'demo', 'training'],
    read: (_, { unit }) => unit.tree,
  },
  {
    name: 'period',
    type: 'string',
    vi: 'Mã của quý theo năm báo cáo',
    en: 'Code of the quarter of the reporting year',
    read: ({ quarter }) => quarter.period.id,
  },
  {
    name: 'period_name',
    type: 'string',
    vi: 'Tên quý (tiếng Việt)',
    en: 'Name of the quarter, in Vietnamese',
    read: ({ quarter }) => periodName(quarter.period.id, 'vi'),
  },
  {
    name: 'from',
    type: 'date',
    vi: 'Ngày đầu của quý',
    en: 'First day of the quarter',
    read: ({ quarter }) => quarter.period.from,
  },
  {
    name: 'to',
    type: 'date',
    vi: 'Ngày cuối của quý',
    en: 'Last day of the quarter',
    read: ({ quarter }) => quarter.period.to,
  },
  {
    name: 'form',
    type: 'string',
    vi: 'Loại phiếu: express là phiếu nhanh, full là phiếu đầy đủ; hai loại không cộng vào nhau',
    en: 'Form: express or full; the two are never added up',
    values: ['express', 'full'],
    read: ({ form }) => form,
  },
  {
    name: 'questionnaire',
    type: 'string',
    vi: 'Phiếu khảo sát và phiên bản; số liệu của hai phiên bản không so sánh trực tiếp được',
    en: 'Questionnaire and version; figures of two versions cannot be compared as they stand',
    read: ({ quarter: { questionnaire } }) => `${questionnaire.id}-${questionnaire.version}`,
  },
  {
    name: 'group',
    type: 'string',
    vi: 'Nội dung: I là xây dựng, tổ chức thực hiện chính sách công; II là cung ứng dịch vụ hành chính công',
    en: 'Area: I is making and carrying out public policy, II delivery of public administrative services',
    values: PUBLIC_GROUPS,
    read: ({ group }) => group,
  },
  {
    name: 'statistic',
    type: 'string',
    vi: 'Cách tính: top2 là tỷ lệ câu trả lời hài lòng và rất hài lòng, mean5 là điểm trung bình ÷ 5 × 100; không tính “Không có ý kiến”',
    en: 'Statistic: top2 is the share of answers satisfied or very satisfied, mean5 the mean score ÷ 5 × 100; “No opinion” is not counted',
    values: ['top2', 'mean5'],
    read: ({ quarter }) => quarter.method.statistic,
  },
  {
    name: 'aggregation',
    type: 'string',
    vi: 'Cách tổng hợp các tiêu chí: pooled là gộp từ số đếm gốc',
    en: 'How items are put together: pooled is from raw counts',
    values: ['pooled', 'mean_items', 'mean_factors', 'mean_nine_factors'],
    read: ({ quarter }) => quarter.method.aggregation,
  },
  {
    name: 'percent',
    type: 'number',
    unit: '%',
    vi: 'Kết quả; để trống khi không công bố',
    en: 'The figure; empty where it is withheld',
    minimum: 0,
    maximum: 100,
    isOptional: true,
    read: (row) => figureOf(row)?.percent ?? null,
  },
  {
    name: 'low',
    type: 'number',
    unit: '%',
    vi: 'Cận dưới của khoảng tin cậy 95 % (Wilson, theo cỡ mẫu hiệu dụng)',
    en: 'Lower end of the 95 % interval (Wilson, on the effective sample size)',
    minimum: 0,
    maximum: 100,
    isOptional: true,
    read: (row) => figureOf(row)?.low ?? null,
  },
  {
    name: 'high',
    type: 'number',
    unit: '%',
    vi: 'Cận trên của khoảng tin cậy 95 %',
    en: 'Upper end of the 95 % interval',
    minimum: 0,
    maximum: 100,
    isOptional: true,
    read: (row) => figureOf(row)?.high ?? null,
  },
  {
    name: 'n',
    type: 'integer',
    unit: 'forms',
    vi: 'Số phiếu có ít nhất một câu trả lời về nội dung này; dưới 30 chỉ để tham khảo',
    en: 'Forms with at least one answer in the area; below 30 for orientation only',
    minimum: MIN_N,
    isOptional: true,
    read: (row) => figureOf(row)?.n ?? null,
  },
  {
    name: 'status',
    type: 'string',
    vi: 'published: công bố; withheld: dưới 10 phiếu, hoặc nêu ra sẽ làm lộ câu trả lời của một nhóm dưới 10 phiếu',
    en: 'published; withheld: fewer than 10 forms, or it would give away the answers of fewer than 10',
    values: ['published', 'withheld'],
    read: (row) => (figureOf(row) ? 'published' : 'withheld'),
  },
  {
    name: 'change_points',
    type: 'number',
    unit: 'percentage points',
    vi: 'Chênh lệch so với quý trước; để trống khi không so sánh được',
    en: 'Difference from the quarter before; empty where it cannot be compared',
    isOptional: true,
    read: ({ quarter, group }) => quarter.changes[group]?.points ?? null,
  },
  {
    name: 'change_test',
    type: 'string',
    vi: 'Kiểm định ở mức 5 %: up hoặc down là khác biệt rõ; not-clear là chưa đủ cơ sở để nói là thay đổi thật',
    en: 'Test at 5 %: up or down is a clear difference, not-clear too little to call it a real change',
    values: ['up', 'down', 'not-clear'],
    isOptional: true,
    read: ({ quarter, group }) => quarter.changes[group]?.state ?? null,
  },
  ...CHANNELS.map((channel): Column => {
    const [vi, en] = [reportVi.channels[channel], reportEn.channels[channel]];
    return {
      name: `valid_${channel}`,
      type: 'integer',
      unit: 'forms',
      vi: `Phiếu hợp lệ của quý và loại phiếu: ${vi}; để trống khi không nêu số hoặc không có`,
      en: `Valid forms of the quarter and form: ${en}; empty where there are none or it is not given`,
      minimum: MIN_N,
      isOptional: true,
      read: ({ quarter }) => quarter.channels.find((one) => one.channel === channel)?.valid ?? null,
    };
  }),
];

const rowsOf = ({ results }: ShownUnit): OpenRow[] =>
  results.forms.flatMap(({ form, quarters }) =>
    quarters.flatMap((quarter) => PUBLIC_GROUPS.map((group) => ({ form, quarter, group }))),
  );

/** UTF-8 with its mark, or a spreadsheet of this country reads other letters; numbers with a point; lines end as RFC 4180 says. */
export function openCsv(shown: ShownUnit): string {
  const field = (cell: Cell) =>
    cell === null ? '' : typeof cell === 'number' ? String(cell) : csvField(cell);
  const lines = [
    COLUMNS.map(({ name }) => csvField(name)),
    ...rowsOf(shown).map((row) => COLUMNS.map(({ read }) => field(read(row, shown)))),
  ];
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`;
}

export function openJson(shown: ShownUnit): unknown {
  const { unit, results, replies } = shown;
  return {
    notice: WORDS.vi.marks[unit.tree] || null,
    unit: { id: unit.id, name: unit.name, kind: unit.tree },
    read: results.day,
    threshold: MIN_N,
    dictionary: 'dictionary.json',
    results: rowsOf(shown).map((row) =>
      Object.fromEntries(COLUMNS.map(({ name, read }) => [name, read(row, shown)])),
    ),
    replies: replies.map(({ period, vi, en }) => ({ period, vi, en })),
  };
}
