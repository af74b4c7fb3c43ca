import type { FieldFault } from '../../shared/wire/problem.ts';
import type { SettingsKind } from '../read-page.ts';

/** Words that all pages of the settings share; each page has a dictionary of its own beside this one. */
export const settingsVi = {
  title: 'Thiết lập',
  lead: 'Những gì đơn vị cần khai báo trước khi người dân và cán bộ sử dụng. Mọi thay đổi đều được ghi vào nhật ký.',
  back: 'Thiết lập',
  cards: {
    units: {
      title: 'Đơn vị và điểm tiếp nhận',
      lead: 'Cây đơn vị theo thời gian, điểm tiếp nhận, quầy và giờ làm việc.',
    },
    fields: {
      title: 'Lĩnh vực và thủ tục',
      lead: 'Lĩnh vực người dân chọn trên phiếu, thủ tục hành chính và thời gian có hiệu lực.',
    },
    people: {
      title: 'Người dùng',
      lead: 'Mời người dùng, vai trò, phạm vi, xác thực hai bước, ngừng tài khoản.',
    },
    tokens: {
      title: 'Mã truy cập API',
      lead: 'Cho phép phần mềm khác đọc số liệu của đơn vị; mỗi mã có phạm vi và thời hạn riêng.',
    },
    campaigns: {
      title: 'Đợt khảo sát',
      lead: 'Thời gian, đơn vị, bộ câu hỏi, cách tính và kế hoạch lấy mẫu.',
    },
    questionnaires: {
      title: 'Phiếu khảo sát',
      lead: 'Các phiên bản của phiếu: chọn câu hỏi, lời văn, xem thử, công bố; chỗ nào so sánh được với phiên bản trước.',
    },
    progress: {
      title: 'Tiến độ và giám sát',
      lead: 'Số phiếu đã thu so với kế hoạch, dự báo đến ngày chốt, giám sát việc phỏng vấn.',
    },
    alerts: {
      title: 'Cảnh báo điểm thấp',
      lead: 'Điểm tiếp nhận có tỷ lệ hài lòng xuống dưới mức cảnh báo; mức cảnh báo và thư điện tử.',
    },
    targets: {
      title: 'Mục tiêu hài lòng',
      lead: 'Mục tiêu theo năm và lĩnh vực; đổi mục tiêu không làm đổi các kỳ đã qua.',
    },
    'days-off': {
      title: 'Ngày nghỉ và ngày làm bù',
      lead: 'Ngày nghỉ lễ, nghỉ bù và ngày làm bù; điểm tiếp nhận không mở cửa trong ngày nghỉ.',
    },
    consent: {
      title: 'Lời xin phép phỏng vấn',
      lead: 'Lời cán bộ đọc trước câu hỏi đầu tiên, khi phỏng vấn trực tiếp và qua điện thoại.',
    },
    codes: {
      title: 'Mã khảo sát',
      lead: 'Mã QR đặt tại quầy, phiếu mời dùng một lần, áp phích và thẻ để bàn.',
    },
    public: {
      title: 'Trang công khai',
      lead: 'Cho mọi người xem kết quả của đơn vị trên một trang không cần đăng nhập, kèm dữ liệu mở.',
    },
    dossiers: {
      title: 'Hồ sơ',
      lead: 'Nhập danh sách và số liệu thống kê hồ sơ từ tệp Excel hoặc CSV.',
    },
    imported: {
      title: 'Số liệu các năm trước',
      lead: 'Nhập bảng số đếm của các kỳ khảo sát trước khi dùng phần mềm, để xem cạnh diễn biến hiện nay.',
    },
    languages: {
      title: 'Ngôn ngữ và giọng đọc',
      lead: 'Gói ngôn ngữ của máy tính bảng: bản dịch, bản thu âm, người rà soát, thứ tự tại từng điểm.',
    },
    calls: {
      title: 'Gọi điện phỏng vấn',
      lead: 'Rút mẫu hồ sơ để gọi điện hỏi ý kiến; tiến độ, tỷ lệ gặp được, trả lời và từ chối.',
    },
  } satisfies Record<Exclude<SettingsKind, 'settings' | 'paper' | 'cases'>, { title: string; lead: string }>,

  list: {
    search: 'Tìm (gõ không dấu cũng được)',
    sort: 'Sắp xếp theo',
    unsorted: 'Thứ tự sẵn có',
    order: (column: string, down: boolean) => `${column} – ${down ? 'giảm dần' : 'tăng dần'}`,
    count: (shown: string, all: string) => (shown === all ? `${all} dòng` : `${shown} trên ${all} dòng`),
    noneFits: 'Không có dòng nào phù hợp.',
    more: (count: string) => `Xem thêm ${count} dòng`,
  },
  choose: {
    search: 'Tìm trong danh sách',
    chosen: (names: string) => `Đã chọn: ${names}`,
    nothing: 'Chưa chọn mục nào.',
    all: 'Chọn tất cả',
    none: 'Bỏ chọn tất cả',
    noneFits: 'Không có mục nào phù hợp.',
    narrow: (count: string) => `Còn ${count} mục nữa. Xin gõ thêm để thu hẹp.`,
  },
  form: {
    inVietnamese: (label: string) => `${label} (tiếng Việt)`,
    inEnglish: (label: string) => `${label} (tiếng Anh)`,
    choose: '– Xin chọn –',
    save: 'Lưu',
    busy: 'Đang gửi…',
    cancel: 'Không thực hiện',
    faulty: (count: string) => `Có ${count} ô cần xem lại; chỗ cần sửa được ghi ngay dưới ô.`,
    stale: 'Máy chủ chưa chấp nhận. Tình trạng có thể vừa thay đổi; xin tải lại trang rồi thử lại.',
  },
  faults: {
    needed: 'Xin điền ô này.',
    'too-long': 'Nội dung quá dài.',
    wrong: 'Nội dung chưa đúng dạng.',
    unknown: 'Mục này không còn hoặc nằm ngoài phạm vi của tài khoản.',
    taken: 'Đã có mục khác dùng nội dung này.',
    order: 'Ngày hoặc giờ kết thúc phải sau lúc bắt đầu.',
    'too-early': 'Ngày này quá sớm.',
    'too-late': 'Ngày này quá muộn.',
    'too-many': 'Vượt quá số lượng cho phép.',
    'not-allowed': 'Tài khoản này không được chọn mục này.',
  } satisfies Record<FieldFault, string>,
};

export type SettingsWords = typeof settingsVi;
