import type { DayKind } from '../../shared/plan-choices.ts';
import type { DayStanding } from '../../shared/wire/special-days.ts';

/** Words of the page of days off. */
export const daysOffVi = {
  title: 'Ngày nghỉ và ngày làm bù',
  lead: 'Trong ngày nghỉ, máy tính bảng không liên lạc thì không bị cảnh báo; phiếu gửi trong ngày này được đánh dấu là ngoài giờ. Ngày nghỉ lễ năm 2026 và 2027 đã có sẵn theo Điều 112 Bộ luật Lao động 2019; ngày ghi “dự kiến” cần đơn vị xác nhận theo thông báo của năm đó.',
  loading: 'Đang tải lịch…',
  none: 'Chưa có ngày nào.',
  unit: 'Xem lịch của',
  unitHelp: 'Lịch của một đơn vị áp dụng cho mọi đơn vị cấp dưới, trừ ngày mà đơn vị cấp dưới tự ghi.',
  past: 'Hiện cả những ngày đã qua',
  columns: { day: 'Ngày', name: 'Dịp', kind: 'Loại ngày', standing: 'Căn cứ', act: 'Thao tác' },
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  kinds: { off: 'Nghỉ', work: 'Làm bù', usual: 'Như ngày thường' } satisfies Record<DayKind, string>,
  likeDay: (weekday: string) => `Làm bù, giờ như ${weekday}`,
  standings: {
    law: 'Bộ luật Lao động',
    announced: 'Thông báo của năm',
    expected: 'Dự kiến, cần xác nhận',
    set: 'Đơn vị ghi',
  } satisfies Record<DayStanding, string>,
  by: (unit: string) => `${unit} ghi`,
  confirm: 'Xác nhận',
  edit: 'Sửa',
  reset: 'Trở lại lịch chung',
  of: (act: string, day: string) => `${act} ngày ${day}`,
  add: 'Thêm ngày nghỉ hoặc ngày làm bù',
  editTitle: (day: string) => `Sửa ngày ${day}`,
  what: (unit: string) =>
    `Áp dụng cho ${unit} và mọi đơn vị cấp dưới. Máy tính bảng nhận lịch mới ở lần liên lạc tiếp theo, thường trong vài phút.`,
  day: 'Ngày',
  dayHelp: 'Ngày nghỉ đột xuất có thể ghi muộn nhất 31 ngày sau đó.',
  kind: 'Ngày này',
  kindsMore: {
    off: 'Điểm tiếp nhận đóng cửa cả ngày.',
    work: 'Mở cửa thay cho một ngày khác, theo giờ của ngày trong tuần được chọn.',
    usual: 'Bỏ ngày nghỉ của lịch chung: mở cửa theo giờ thường lệ.',
  } satisfies Record<DayKind, string>,
  like: 'Theo giờ của',
  name: 'Dịp',
  nameHelp: 'Ví dụ: Quốc khánh, làm bù cho ngày 31/08, chuyển trụ sở.',
  go: 'Ghi vào lịch',
  done: 'Đã ghi vào lịch.',
  resetDone: 'Đã trở lại lịch chung.',
  faults: {
    'day too-early': 'Ngày này qua đã hơn 31 ngày, không ghi được nữa.',
  } as Readonly<Record<string, string>>,
};

export type DaysOffWords = typeof daysOffVi;
