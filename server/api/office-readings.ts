import * as v from 'valibot';
import * as cases from '../../shared/wire/case-answers.ts';
import * as checks from '../../shared/wire/check-answers.ts';
import * as counted from '../../shared/wire/counted-answers.ts';
import * as devices from '../../shared/wire/device-answers.ts';
import * as dossiers from '../../shared/wire/dossier-answers.ts';
import * as board from '../../shared/wire/late-board-answers.ts';
import * as plans from '../../shared/wire/plan-answers.ts';
import * as progress from '../../shared/wire/progress-answers.ts';
import * as asked from './asked-parts.ts';
import { needed } from './asked-parts.ts';
import type { Reading } from './reading.ts';

/** Numbers of what an office does: campaigns, devices, checks, dossiers, cases. */
export const OFFICE_READINGS: readonly Reading[] = [
  {
    path: '/campaigns',
    scope: 'plans:read',
    title: { vi: 'Đợt khảo sát', en: 'Campaigns' },
    about: {
      vi: 'Thời gian, đơn vị, bộ câu hỏi, cách tính và kế hoạch lấy mẫu.',
      en: 'Days, units, questionnaire, method and sample plan.',
    },
    asks: [],
    answer: plans.CampaignListSchema,
  },
  {
    path: '/campaigns/:id/progress',
    scope: 'plans:read',
    title: { vi: 'Tiến độ của đợt', en: 'Progress of a campaign' },
    about: {
      vi: 'Số phiếu đã thu so với kế hoạch và dự báo đến ngày chốt, theo đơn vị và hình thức.',
      en: 'Forms against the plan with a forecast to the cut-off, by unit and channel.',
    },
    asks: [],
    answer: progress.CampaignProgressSchema,
  },
  {
    path: '/campaigns/:id/items',
    scope: 'plans:read',
    title: { vi: 'Tiến độ theo tiêu chí', en: 'Progress by question' },
    about: {
      vi: 'Số phiếu nhanh có câu trả lời cho từng yếu tố và tiêu chí của một đơn vị.',
      en: 'Express forms with an answer to each factor and question, of one unit.',
    },
    asks: [asked.ownUnit],
    answer: progress.UnitItemsSchema,
  },
  {
    path: '/campaigns/:id/interviews',
    scope: 'plans:read',
    title: { vi: 'Giám sát phỏng vấn', en: 'Interviews' },
    about: {
      vi: 'Số người được hỏi, đồng ý, từ chối theo từng máy; kết quả phỏng vấn bên cạnh các hình thức khác.',
      en: 'Who was asked, agreed and refused, by telephone; figures of interviews beside those of other channels.',
    },
    asks: [],
    answer: progress.InterviewWatchSchema,
  },
  {
    path: '/targets',
    scope: 'plans:read',
    title: { vi: 'Mục tiêu hài lòng', en: 'Targets' },
    about: {
      vi: 'Mục tiêu theo năm, đơn vị, lĩnh vực và mọi lần thay đổi.',
      en: 'Targets by year, unit and field, with every change.',
    },
    asks: [],
    answer: plans.TargetListSchema,
  },
  {
    path: '/days-off',
    scope: 'plans:read',
    title: { vi: 'Ngày nghỉ và ngày làm bù', en: 'Days off' },
    about: { vi: 'Những ngày khác thường của một đơn vị.', en: 'Days of a unit that are not as usual.' },
    asks: [asked.ownUnit],
    answer: plans.DayListSchema,
  },
  {
    path: '/paper/batches',
    scope: 'plans:read',
    title: { vi: 'Lô phiếu giấy', en: 'Batches of paper' },
    about: {
      vi: 'Số phiếu đã in, đã nhập, không dùng được; so sánh hai lần nhập.',
      en: 'Forms printed, keyed and unusable; how two entries compare.',
    },
    asks: [],
    answer: v.array(counted.PaperBatchRowSchema),
  },
  {
    path: '/tickets',
    scope: 'plans:read',
    title: { vi: 'Phiếu mời dùng một lần', en: 'One-time invitations' },
    about: {
      vi: 'Số phiếu mời đã tạo và đã dùng (theo chục) của từng lô; không nêu phiếu mời nào.',
      en: 'Invitations made and used (in tens), by batch; no invitation.',
    },
    asks: [],
    answer: v.array(counted.TicketBatchRowSchema),
  },
  {
    path: '/devices',
    scope: 'devices:read',
    title: { vi: 'Thiết bị', en: 'Devices' },
    about: {
      vi: 'Từng máy: phiếu đã nhận, đã lưu, đang chờ, còn thiếu; tình trạng và cảnh báo.',
      en: 'Each device: forms taken, stored, waiting and missing; its state and alarms.',
    },
    asks: [],
    answer: v.array(devices.DeviceRowSchema),
  },
  {
    path: '/findings',
    scope: 'checks:read',
    title: { vi: 'Điểm tiếp nhận khác thường', en: 'Places unlike themselves' },
    about: {
      vi: 'Điểm tiếp nhận, nửa tháng và dấu hiệu; không nêu số phiếu.',
      en: 'Service point, half-month and signs; no number of forms.',
    },
    asks: [],
    answer: v.array(checks.UnlikePlaceSchema),
  },
  {
    path: '/alerts',
    scope: 'checks:read',
    title: { vi: 'Cảnh báo điểm thấp', en: 'Low-score alerts' },
    about: {
      vi: 'Nơi và buổi mà tỷ lệ xuống dưới mức cảnh báo; không nêu tỷ lệ.',
      en: 'Where and at the end of which half-day the line was crossed; no share.',
    },
    asks: [],
    answer: checks.AlertListSchema,
  },
  {
    path: '/reviews',
    scope: 'checks:read',
    title: { vi: 'Phiếu bị đánh dấu', en: 'Marked forms' },
    about: {
      vi: 'Số phiếu bị đánh dấu theo nhóm, các quyết định đã ghi, số phiếu so với số hồ sơ.',
      en: 'Marked forms by groups, recorded decisions, forms against dossiers.',
    },
    asks: [needed(asked.unit), asked.halfMonth],
    answer: checks.ReviewViewSchema,
  },
  {
    path: '/quarantine',
    scope: 'checks:read',
    title: { vi: 'Phiếu chờ xem xét', en: 'Held forms' },
    about: {
      vi: 'Số phiếu bị giữ lại theo nhóm và lý do; không nêu phiếu nào.',
      en: 'Forms that are held, by groups and reasons; never a single form.',
    },
    asks: [],
    answer: v.array(checks.HeldCohortSchema),
  },
  {
    path: '/dossiers',
    scope: 'dossiers:read',
    title: { vi: 'Số liệu hồ sơ', en: 'Numbers of dossiers' },
    about: {
      vi: 'Số hồ sơ tiếp nhận, trả đúng hạn, trễ hạn theo tháng; các lần nhập tệp. Không nêu hồ sơ nào.',
      en: 'Dossiers received, on time and late by months; imports of files. No dossier.',
    },
    asks: [],
    answer: dossiers.DossierOverviewSchema,
  },
  {
    path: '/late-board',
    scope: 'figures:read',
    title: { vi: 'Hồ sơ đúng hạn và trễ hạn', en: 'Dossiers on time and late' },
    about: {
      vi: 'Số hồ sơ trả trước hạn, đúng hạn, trễ hạn theo tuần hoặc tháng, theo đơn vị cấp dưới.',
      en: 'Dossiers returned early, on time and late, by week or month and by unit below.',
    },
    asks: [asked.ownUnit, asked.span, asked.at],
    answer: board.LateBoardSchema,
  },
  {
    path: '/call-plans',
    scope: 'dossiers:read',
    title: { vi: 'Kế hoạch gọi điện', en: 'Plans of calls' },
    about: {
      vi: 'Số hồ sơ đã rút, đã kết thúc, số cuộc phỏng vấn.',
      en: 'Dossiers drawn, cases ended, interviews.',
    },
    asks: [],
    answer: dossiers.PlanListSchema,
  },
  {
    path: '/call-plans/:id',
    scope: 'dossiers:read',
    title: { vi: 'Một kế hoạch gọi điện', en: 'A plan of calls' },
    about: {
      vi: 'Tỷ lệ trả lời, gặp được, từ chối theo công thức của AAPOR.',
      en: 'Rates of response, contact and refusal by the formulae of AAPOR.',
    },
    asks: [],
    answer: dossiers.PlanViewSchema,
  },
  {
    path: '/rechecks/sums',
    scope: 'dossiers:read',
    title: { vi: 'Kết quả hỏi lại', en: 'Interviews asked about again' },
    about: {
      vi: 'Bao nhiêu người xác nhận đã được phỏng vấn, từ 10 người trở lên; không nêu người nào.',
      en: 'How many confirmed their interview, from ten people on; nobody who is to be asked.',
    },
    asks: [],
    answer: counted.RecheckCountsSchema,
  },
  {
    path: '/cases/count',
    scope: 'cases:read',
    title: { vi: 'Số vụ việc đang mở', en: 'Open cases' },
    about: { vi: 'Đang mở và quá hạn; không có nội dung góp ý.', en: 'Open and late; no remark.' },
    asks: [],
    answer: cases.CaseCountSchema,
  },
  {
    path: '/replies',
    scope: 'cases:read',
    title: { vi: 'Góp ý đã xử lý', en: 'What was done about remarks' },
    about: {
      vi: 'Những gì đã công khai, và số góp ý theo kỳ khi có từ 10 góp ý.',
      en: 'What was published, and how many remarks a period has, from ten on.',
    },
    asks: [asked.ownUnit],
    answer: cases.ReplyListSchema,
  },
];
