import { isOwn } from '../../shared/own-questionnaire.ts';
import type { VersionName } from '../../shared/questionnaire.ts';
import type { GroupBreak } from '../../shared/version-breaks.ts';
import type { TrendBreak } from '../../shared/wire/overview.ts';

const name = (version: VersionName) =>
  `${isOwn(version) ? 'phiếu của đơn vị' : 'phiếu kèm phần mềm'}, phiên bản ${version.version}`;

const states: Record<GroupBreak, string> = {
  same: 'giữ nguyên các câu hỏi, so sánh được',
  reworded: 'vẫn những câu hỏi ấy nhưng có sửa lời văn, cần thận trọng khi so sánh',
  changed: 'các câu hỏi đã khác, không so sánh được',
};

/** Words wherever figures of two versions of the questionnaire meet. */
export const versionsVi = {
  name,
  states,
  mark: 'đổi phiếu',
  change: ({ from, to, policy, service }: TrendBreak) =>
    `Đổi phiếu khảo sát (vạch chấm đứng): trước là ${name(from)}; sau là ${name(to)}. Hai bên vẽ rời, không nối và không trừ cho nhau. Chính sách: ${states[policy]}. Dịch vụ: ${states[service]}.`,
  alsoAsked: (own: VersionName, others: readonly VersionName[]) =>
    `Trong kỳ này còn hỏi theo ${others.map(name).join('; ')}. Số liệu của kỳ chỉ gồm ${name(own)}; biểu đồ theo tháng có cả các phiếu ấy, vẽ riêng.`,
};
