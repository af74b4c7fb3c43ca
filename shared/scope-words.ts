import type { Text } from './questionnaire.ts';
import type { ApiScope } from './wire/api-tokens.ts';

/** What each scope of an access code opens, in a few words: where codes are made, and on the page about the API. */
export const SCOPE_WORDS: Readonly<Record<ApiScope, Text>> = {
  'figures:read': {
    vi: 'Kết quả khảo sát, so sánh, độ tin cậy, báo cáo',
    en: 'Figures, comparisons, trust, reports',
  },
  'plans:read': {
    vi: 'Đợt khảo sát, tiến độ, mục tiêu, ngày nghỉ',
    en: 'Campaigns, progress, targets, days off',
  },
  'devices:read': { vi: 'Thiết bị và số phiếu của từng máy', en: 'Devices and the forms of each' },
  'checks:read': {
    vi: 'Điểm khác thường, phiếu bị đánh dấu, cảnh báo, phiếu chờ xem xét',
    en: 'Places unlike themselves, marked forms, alerts, held forms',
  },
  'dossiers:read': { vi: 'Số liệu hồ sơ và gọi điện', en: 'Numbers of dossiers and calls' },
  'cases:read': { vi: 'Số vụ việc, góp ý đã xử lý', en: 'Number of cases, what was done about remarks' },
};
