import type { ReportFile } from '../../shared/wire/survey-report.ts';

/** Words of the panel of a report. */
export const reportPanelVi = {
  title: 'Báo cáo kết quả khảo sát',
  loading: 'Đang lập báo cáo…',
  close: 'Đóng',
  certified: (version: string, day: string) => `Báo cáo theo bản xác nhận lần ${version}, ngày ${day}.`,
  differs: 'Số liệu hiện nay trên trang đã khác; xin xem hai cột số liệu ở Lịch báo cáo.',
  toCalendar: 'Mở Lịch báo cáo',
  paragraph: 'Đoạn đưa vào báo cáo cải cách hành chính',
  paragraphHint:
    'Số liệu đúng như trên màn hình, theo cách tính của đợt khảo sát. Dán nguyên đoạn vào mục “Kết quả”.',
  copy: 'Sao chép đoạn này',
  copied: 'Đã sao chép.',
  selected: 'Đã chọn cả đoạn. Nhấn Ctrl + C (hoặc chạm giữ rồi chọn Sao chép) để sao chép.',
  files: 'Tệp báo cáo',
  filesHint: 'Lập ngay trên máy chủ của đơn vị, không cần Internet. Mỗi lần tải được ghi vào nhật ký.',
  file: {
    docx: ['Word (DOCX)', 'Để sửa tiếp; số, ngày và chữ ký để trống. Chưa được thử bằng Microsoft Word.'],
    pdf: ['PDF', 'Để xem và in.'],
    xlsx: ['Excel (XLSX)', 'Phụ lục số liệu với công thức, để kiểm tra lại từng tỷ lệ.'],
  } satisfies Record<ReportFile, readonly [name: string, what: string]>,
  download: (name: string) => `Tải ${name}`,
  making: 'Đang lập tệp…',
  made: (name: string) => `Đã tải ${name}.`,
};

export type ReportPanelWords = typeof reportPanelVi;
