import type { HeldReason } from '../../shared/wire/manage.ts';

/** Words of quarantine and rescue files. */
export const heldVi = {
  title: 'Phiếu chờ xem xét',
  lead: 'Những phiếu này đã về máy chủ nhưng chưa được tính, vì có điều chưa khớp. Mỗi quyết định áp dụng cho cả nhóm. Trang này không bao giờ hiện câu trả lời; quyết định được ghi vào nhật ký kèm tên người quyết định và lý do.',
  loading: 'Đang tải…',
  none: 'Không có phiếu nào chờ xem xét.',
  total: (count: string, groups: string) => `${count} phiếu trong ${groups} nhóm`,
  count: (count: string) => `${count} phiếu`,
  noPoint: 'không rõ điểm tiếp nhận',
  noHalf: 'không rõ kỳ',
  reasons: {
    'newer-protocol': 'Máy dùng phiên bản mới hơn phiên bản máy chủ đọc được.',
    unreadable: 'Không đọc được nội dung phiếu.',
    revoked: 'Phiếu đến từ máy đã thu hồi.',
    'unknown-version': 'Máy chủ không có phiên bản bộ câu hỏi ghi trên phiếu.',
    'unknown-item': 'Phiếu có câu hỏi không thuộc bộ câu hỏi đã công bố, hoặc thiếu câu hỏi.',
    level: 'Phiếu có mức trả lời không thuộc thang năm mức.',
    'not-begun': 'Phiếu chưa trả lời câu hỏi chung.',
    'unknown-campaign': 'Phiếu thuộc đợt khảo sát mà máy chủ không biết.',
    'unknown-field': 'Phiếu ghi lĩnh vực mà máy chủ không biết.',
    'unknown-authority': 'Phiếu ghi cơ quan có thẩm quyền mà máy chủ không biết.',
    channel: 'Hình thức trả lời ghi trên phiếu không đúng với nơi gửi.',
    'service-point': 'Vào ngày ghi trên phiếu, máy không đặt tại điểm tiếp nhận ghi trên phiếu.',
    remark: 'Ý kiến kèm theo không khớp với mã đối chiếu ghi trên phiếu.',
    'other-bytes': 'Đã có một phiếu khác mang cùng mã số; phiếu đến trước được giữ nguyên.',
  } satisfies Record<HeldReason, string>,
  take: 'Tính vào kết quả',
  refuse: 'Từ chối',
  cannotTake:
    'Nhóm này không thể tính vào kết quả vì máy chủ không đếm đúng được. Có thể để nguyên, hoặc từ chối.',
  takeWhat: (count: string) =>
    `${count} phiếu sẽ được tính vào kết quả của điểm tiếp nhận và kỳ tương ứng. Phiếu nào còn điều khác chưa khớp thì vẫn được giữ lại.`,
  refuseWhat: (count: string) =>
    `${count} phiếu sẽ không được tính. Dữ liệu gốc vẫn được giữ theo thời hạn lưu trữ, không bị xóa ngay.`,
  note: 'Lý do của quyết định',
  noteHelp: (least: number) => `Ít nhất ${least} ký tự. Lý do được ghi vào nhật ký.`,
  noteShort: (least: number) => `Xin ghi lý do, ít nhất ${least} ký tự.`,
  takeGo: 'Tính vào kết quả',
  refuseGo: 'Từ chối nhóm này',
  cancel: 'Không thực hiện',
  busy: 'Đang gửi…',
  taken: (count: string) => `Đã tính ${count} phiếu vào kết quả. Quyết định đã được ghi vào nhật ký.`,
  left: (count: string) => `${count} phiếu còn điều khác chưa khớp nên vẫn được giữ lại.`,
  refused: (count: string) => `Đã từ chối ${count} phiếu. Quyết định đã được ghi vào nhật ký.`,

  rescue: {
    title: 'Nhập tệp cứu hộ',
    lead: 'Khi một máy không thể nối mạng nữa, cán bộ xuất từ máy một tệp cứu hộ đã mã hóa, rồi chép sang đây. Nhập cùng một tệp nhiều lần không làm thay đổi gì: mỗi phiếu chỉ được tính một lần.',
    choose: 'Chọn tệp cứu hộ',
    go: 'Nhập tệp này',
    reading: 'Đang đọc tệp…',
    sending: 'Đang gửi tệp, máy chủ đang kiểm tra từng phiếu…',
    missing: 'Xin chọn một tệp.',
    wrong: 'Đây không phải là tệp cứu hộ của phần mềm này. Xin chọn tệp đã xuất từ trang dành cho cán bộ.',
    tooLarge: 'Tệp quá lớn, không phải là tệp cứu hộ. Xin chọn lại tệp.',
    foreign:
      'Máy chủ không mở được tệp này: tệp đã bị sửa, bị chép thiếu, hoặc được tạo cho một máy chủ khác. Xin chép lại tệp từ máy rồi nhập lại.',
    conflict: (count: string) => `${count} phiếu trùng mã số với phiếu khác, được giữ lại chờ xem xét`,
    unknown: 'Máy đã tạo tệp này không thuộc phạm vi tài khoản này được giao.',
    done: (name: string) => `Đã nhập tệp của máy ${name}`,
    stored: (count: string) => `${count} phiếu mới được lưu`,
    known: (count: string) => `${count} phiếu đã có từ trước`,
    held: (count: string) => `${count} phiếu được giữ lại chờ xem xét`,
    nothing: 'Không có gì thay đổi: tất cả các phiếu trong tệp đã có trên máy chủ.',
    empty: 'Tệp không chứa phiếu nào.',
    toHeld: 'Xem các phiếu chờ xem xét',
    another: 'Nhập tệp khác',
    back: 'Về danh sách thiết bị',
  },
};

export type HeldWords = typeof heldVi;
