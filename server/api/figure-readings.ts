import * as v from 'valibot';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { day } from '../../shared/wire/answer-parts.ts';
import * as against from '../../shared/wire/against-answers.ts';
import * as calendar from '../../shared/wire/calendar-answers.ts';
import * as cuts from '../../shared/wire/cut-answers.ts';
import * as imported from '../../shared/wire/imported-answers.ts';
import * as overview from '../../shared/wire/overview-answers.ts';
import * as reports from '../../shared/wire/report-answers.ts';
import * as trust from '../../shared/wire/trust-answers.ts';
import * as asked from './asked-parts.ts';
import { needed } from './asked-parts.ts';
import type { Reading } from './reading.ts';

const figures = [needed(asked.unit), needed(asked.period), asked.form];
const byMethod = [asked.asOf, asked.statistic, asked.aggregation];

/** Figures, and what is needed to ask for them and to read them. */
export const FIGURE_READINGS: readonly Reading[] = [
  {
    path: '/units',
    scope: 'figures:read',
    title: { vi: 'Đơn vị', en: 'Units' },
    about: {
      vi: 'Các đơn vị mà mã truy cập xem được, mỗi đơn vị kèm đơn vị cấp trên.',
      en: 'The units that the access code sees, each with the unit above.',
    },
    asks: [asked.asOf],
    answer: v.array(overview.ScopeUnitSchema),
  },
  {
    path: '/units/days',
    scope: 'figures:read',
    title: { vi: 'Các ngày cây đơn vị thay đổi', en: 'Days on which the tree changed' },
    about: {
      vi: 'Mới nhất trước. Dùng cho tham số asOf.',
      en: 'The newest first; what asOf can be asked with.',
    },
    asks: [],
    answer: v.array(day),
  },
  {
    path: '/overview',
    scope: 'figures:read',
    title: { vi: 'Tổng quan', en: 'Overview' },
    about: {
      vi: 'Toàn bộ số liệu của trang kết quả: hai tỷ lệ hài lòng, câu hỏi chung, mục tiêu, kỳ trước, diễn biến theo tháng, chín yếu tố, từng tiêu chí, đơn vị cấp dưới, hình thức trả lời, thiết bị.',
      en: 'Everything of the page of figures: the two percentages, the overall question, targets, the former period, the trend by months, nine factors, each question, units below, channels, devices.',
    },
    asks: [...figures, ...byMethod],
    answer: overview.OverviewSchema,
  },
  {
    path: '/imported-results',
    scope: 'figures:read',
    title: { vi: 'Số liệu các năm trước (nhập vào)', en: 'Former years (imported)' },
    about: {
      vi: 'Tỷ lệ tính từ bảng số đếm mà đơn vị nhập, của các kỳ trước khi dùng phần mềm. Mỗi điểm có imported: true; không có khoảng tin cậy, không so sánh được với xu hướng ở /overview.',
      en: 'Percentages from tables of counts that the office has imported, of periods before this software. Each point has imported: true; there is no interval, and nothing of it compares with the trend of /overview.',
    },
    asks: [needed(asked.unit), asked.statistic, asked.aggregation],
    answer: imported.ImportedResultsSchema,
  },
  {
    path: '/cuts',
    scope: 'figures:read',
    title: { vi: 'Phân theo một đặc điểm', en: 'Cut by one thing' },
    about: {
      vi: 'Một tỷ lệ của từng hàng, kèm thứ hạng khi có ý nghĩa thống kê. Hàng có dưới 10 phiếu không nêu số.',
      en: 'A percentage for each row, with ranks where statistics allow them. A row of fewer than ten forms has no number.',
    },
    asks: [...figures, needed(asked.by), asked.group, ...byMethod],
    answer: cuts.CutSchema,
  },
  {
    path: '/comparison',
    scope: 'figures:read',
    title: { vi: 'So sánh', en: 'Comparison' },
    about: {
      vi: 'Hai hàng của một cách phân, một hàng với phần còn lại, hoặc một đơn vị ở hai kỳ.',
      en: 'Two rows of a cut, one row and all others, or a unit in two periods.',
    },
    asks: [...figures, needed(asked.group), asked.by, asked.sideA, asked.sideB, asked.other, ...byMethod],
    answer: cuts.ComparisonSchema,
  },
  {
    path: '/passport',
    scope: 'figures:read',
    title: { vi: 'Lý lịch số liệu', en: 'Passport of a figure' },
    about: {
      vi: 'Mọi số đếm gốc dùng để tính một tỷ lệ, để ai cũng tính lại được.',
      en: 'The whole numbers that a percentage is computed from, so that anybody can compute it again.',
    },
    asks: [...figures, needed(asked.group), asked.by, asked.value, ...byMethod],
    answer: cuts.FigurePassportSchema,
  },
  {
    path: '/trust',
    scope: 'figures:read',
    title: { vi: 'Độ tin cậy', en: 'Trust' },
    about: {
      vi: 'Những căn cứ để tin hoặc nghi ngờ kết quả: phiếu bị đánh dấu, cơ cấu hình thức, hồ sơ trễ hạn, chứng cứ của đêm gần nhất.',
      en: 'What speaks for and against the figures: marked forms, the mix of channels, late dossiers, proofs of the last night.',
    },
    asks: figures,
    answer: trust.TrustSchema,
  },
  {
    path: '/against-dossiers',
    scope: 'figures:read',
    title: { vi: 'So với hồ sơ đã trả', en: 'Compared with dossiers returned' },
    about: {
      vi: 'Số phiếu so với số hồ sơ đã trả, và hai tỷ lệ tính thêm một lần theo trọng số hồ sơ.',
      en: 'Forms compared with dossiers returned, and the two percentages once more, weighted by dossiers.',
    },
    asks: [...figures, asked.asOf],
    answer: against.AgainstDossiersSchema,
  },
  {
    path: '/report',
    scope: 'figures:read',
    title: { vi: 'Nội dung báo cáo', en: 'Content of the report' },
    about: {
      vi: 'Những gì báo cáo kết quả khảo sát nêu, kèm đoạn văn cho báo cáo cải cách hành chính.',
      en: 'What the report of a unit says, with the paragraph for the report on administrative reform.',
    },
    asks: [...figures, asked.asOf],
    answer: reports.SurveyReportSchema,
  },
  {
    path: '/certified',
    scope: 'figures:read',
    title: { vi: 'Số liệu đã xác nhận', en: 'Certified figures' },
    about: {
      vi: 'Các bản xác nhận của một kỳ báo cáo đã kết thúc, và số liệu hiện nay bên cạnh.',
      en: 'Certified versions of a closed reporting period, and what is served today beside one of them.',
    },
    asks: [...figures, asked.version],
    answer: reports.CertifiedReportsSchema,
  },
  {
    path: '/report-calendar',
    scope: 'figures:read',
    title: { vi: 'Lịch báo cáo', en: 'Reporting calendar' },
    about: {
      vi: 'Báo cáo nào của đơn vị đến hạn, và đơn vị cấp dưới nào còn thiếu.',
      en: 'Which reports of a unit are due, and which units below still owe theirs.',
    },
    asks: [asked.ownUnit, asked.period],
    answer: calendar.ReportCalendarSchema,
  },
  {
    path: '/questionnaires/:id/:version',
    scope: null,
    title: { vi: 'Phiếu khảo sát', en: 'Questionnaire' },
    about: {
      vi: 'Một phiên bản đã công bố của phiếu: nội dung, yếu tố, tiêu chí, trọng số. Ai cũng đọc được.',
      en: 'A published version of the questionnaire: areas, factors, questions, weights. Open to everybody.',
    },
    asks: [],
    answer: QuestionnaireSchema,
  },
];
