import type { Sign } from '../../shared/class-counts.ts';

/** Words about service points that look unlike themselves. They accuse nobody. */
export const unlikePlacesVi = {
  title: 'Điểm tiếp nhận có dấu hiệu khác thường lệ',
  lead: 'Mỗi đêm, máy chủ so phiếu từ máy khảo sát của từng điểm tiếp nhận trong nửa tháng đã kết thúc với bốn nửa tháng trước đó của chính điểm ấy và với phiếu gửi từ điện thoại của người dân. Dấu hiệu vượt ngưỡng chưa phải là bằng chứng. Không phiếu nào bị loại. Trang này không hiện ngày, số phiếu hay tỷ lệ, để không lộ câu trả lời của ai.',
  loading: 'Đang tải…',
  none: 'Chưa thấy điểm tiếp nhận nào khác thường lệ.',
  over: 'Vượt ngưỡng:',
  signs: {
    tapped: 'phiếu vừa bấm rất nhanh vừa chọn “Rất hài lòng” ở mọi câu',
    fast: 'phiếu bấm rất nhanh',
    top: 'phiếu chọn “Rất hài lòng” ở mọi câu',
    soon: 'phiếu bắt đầu ngay sau phiếu trước',
    repeated: 'phiếu liên tiếp giống hệt nhau',
    late: 'phiếu ngoài giờ làm việc',
    closed: 'phiếu vào buổi không làm việc',
  } satisfies Record<Sign, string>,
  act: 'Nên làm: kiểm tra giờ làm việc đã khai báo; xem màn hình có quay về phía người dân và người dân có tự bấm hay không; tìm hiểu tại điểm tiếp nhận (ngày đông người, đoàn khách) trước khi kết luận.',
};

export type UnlikePlacesWords = typeof unlikePlacesVi;
