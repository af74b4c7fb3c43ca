import type { LateMark } from '../../shared/late-dossiers.ts';
import type { BoardSpan } from '../../shared/wire/late-board.ts';

/** Words of the page about dossiers returned on time and late. */
export const onTimeVi = {
  title: 'Hồ sơ đúng hạn và trễ hạn',
  lead: 'Bao nhiêu hồ sơ đã trả đúng hạn, nơi nào trả trễ nhiều, và hiện còn bao nhiêu hồ sơ quá hạn.',
  loading: 'Đang tải số liệu hồ sơ…',
  choose: {
    group: 'Chọn đơn vị và thời gian',
    unit: 'Đơn vị',
    by: 'Theo',
    spans: { week: 'Tuần', month: 'Tháng' } satisfies Record<BoardSpan, string>,
    at: { week: 'Tuần', month: 'Tháng' } satisfies Record<BoardSpan, string>,
    month: (month: string) => `Tháng ${month}`,
    week: (dates: string) => `Tuần ${dates}`,
    running: (day: string) => `đến ngày ${day}`,
  },
  none: 'Chưa có số liệu hồ sơ của thời gian này.',
  noneWeek: 'Theo tuần chỉ có khi đã nhập danh sách hồ sơ; bảng thống kê chỉ có theo tháng.',
  toImport: 'Nhập danh sách hoặc thống kê hồ sơ',
  onTime: 'Trả đúng hạn',
  onTimeOf: (onTime: string, returned: string) => `${onTime} trên ${returned} hồ sơ đã trả, kể cả trước hạn`,
  late: 'Trả trễ hạn',
  lateOf: (percent: string) => `${percent} số hồ sơ đã trả`,
  overdue: { running: 'Đang quá hạn, chưa trả', past: 'Quá hạn, chưa trả vào ngày cuối' },
  overdueOf: (open: string) => `trong ${open} hồ sơ đang giải quyết`,
  unsaid: 'số liệu không nêu',
  unsaidRate: 'Không tính được tỷ lệ: có đơn vị không nêu đủ số trước hạn, đúng hạn và trễ hạn.',
  known: (known: string, all: string) => `Tính ${known} trên ${all} đơn vị có số liệu.`,
  units: 'Theo đơn vị',
  fields: 'Theo lĩnh vực',
  withoutFields: (count: string) => `${count} đơn vị chỉ có số chung, không nêu theo lĩnh vực.`,
  columns: {
    unit: 'Đơn vị',
    field: 'Lĩnh vực',
    share: 'Tỷ lệ trễ',
    late: 'Trễ / đã trả',
    overdue: 'Quá hạn chưa trả',
    source: 'Nguồn số liệu',
  },
  of: (late: string, returned: string) => `${late} / ${returned}`,
  marks: { none: '', five: 'từ 5 %', ten: 'từ 10 %' } satisfies Record<LateMark, string>,
  few: 'ít hồ sơ',
  nothingReturned: 'chưa trả hồ sơ nào',
  unknown: 'chưa có số liệu',
  sources: {
    list: (day: string) => `danh sách nhập ngày ${day}`,
    listUntil: (day: string) => `danh sách mới có đến ngày ${day}`,
    listUndated: 'danh sách',
    statistics: 'thống kê tháng',
  },
  notes: [
    'Tính trên toàn bộ hồ sơ đã trả trong thời gian đã chọn, không phải mẫu, nên không có khoảng tin cậy. Hồ sơ không có ngày hẹn được tính là đúng hạn khi trả.',
    'Mốc 5 % và 10 % tính từ số nguyên, chỉ để biết nơi cần xem trước. Nơi trả dưới 20 hồ sơ xếp sau, vì chỉ một hồ sơ trễ đã vượt mốc 5 %.',
    'Hồ sơ trả sau ngày nhập danh sách vẫn đang được tính là chưa trả, cho đến lần nhập sau.',
  ],
  save: 'Tải bảng này (CSV)',
  saved: {
    columns: [
      'Đơn vị hoặc lĩnh vực',
      'Tiếp nhận',
      'Trước hạn',
      'Đúng hạn',
      'Trễ hạn',
      'Đã trả',
      'Tỷ lệ đúng hạn (%)',
      'Tỷ lệ trễ (%)',
      'Đang giải quyết',
      'Quá hạn chưa trả',
      'Nguồn số liệu',
    ],
    fileName: (span: string) => `ho-so-dung-han-${span}.csv`,
  },
  toTrust:
    'Xem số phiếu so với số hồ sơ đã trả ở trang Độ tin cậy (theo nửa tháng trở lên; phiếu không đếm theo tuần)',
};

export type OnTimeWords = typeof onTimeVi;
