import type { Language } from '../../shared/questionnaire.ts';

/** What stands on a form beside the questions. `{office}` and `{point}` are put in. */
const vi = {
  title: 'Phiếu khảo sát mức độ hài lòng',
  promise: {
    full: 'Không ghi tên  ·  Tự nguyện  ·  Khoảng 10 phút',
    express: 'Không ghi tên  ·  Tự nguyện  ·  Khoảng 2 phút',
  },
  lead: '{office} mong được biết ý kiến của Ông/Bà để phục vụ tốt hơn.',
  mark: 'Mỗi dòng, xin đánh dấu vào một ô.',
  correct: 'Nếu đánh nhầm, xin tô kín ô đó rồi đánh vào ô khác.',
  unsure: 'Việc chưa gặp hoặc không rõ: xin đánh ô “{noOpinion}”.',
  about: 'Về Ông/Bà (không bắt buộc)',
  aboutWhy: 'Chỉ để biết các nhóm người dân có được phục vụ như nhau không.',
  sex: 'Giới tính',
  sexes: ['Nam', 'Nữ'],
  age: 'Độ tuổi',
  ages: ['18–24', '25–34', '35–49', '50–60', 'Trên 60'],
  kind: 'Giải quyết việc cho',
  kinds: ['Cá nhân, gia đình', 'Cơ quan, tổ chức, doanh nghiệp'],
  returnTitle: 'Nộp phiếu ở đâu?',
  returns: 'Xin gấp phiếu lại và bỏ vào thùng phiếu tại {point}. Không cần đưa cho ai xem, không cần ký tên.',
  noticeTitle: 'Ý kiến được dùng như thế nào?',
  notice:
    '{office} cộng các ý kiến thành tỷ lệ phần trăm; không công bố phiếu của riêng ai. Xin đừng viết họ tên, số điện thoại hay số giấy tờ. Phiếu không ghi ngày giờ; số liệu chỉ ghi theo nửa tháng, lưu thêm 24 tháng sau khi chốt, sau đó chỉ còn số liệu tổng hợp. Trả lời hay không đều không ảnh hưởng đến hồ sơ.',
  thanks: 'Xin cảm ơn Ông/Bà!',
  lot: 'Lô phiếu',
  set: 'Bộ câu hỏi',
  version: 'Mẫu',
  page: 'Trang {page}/{of}',
  over: 'Xin xem tiếp trang sau',
  trial: 'DỮ LIỆU MINH HỌA – KHÔNG DÙNG ĐỂ LẤY Ý KIẾN',
};

export type FormWords = { readonly [Key in keyof typeof vi]: (typeof vi)[Key] };

const en: FormWords = {
  title: 'How satisfied are you?',
  promise: {
    full: 'No name  ·  Voluntary  ·  About 10 minutes',
    express: 'No name  ·  Voluntary  ·  About 2 minutes',
  },
  lead: '{office} would like to know your opinion in order to serve you better.',
  mark: 'Please mark one box in each row.',
  correct: 'A mistake? Fill that box, then mark another one.',
  unsure: 'If you cannot say: please mark “{noOpinion}”.',
  about: 'About you (optional)',
  aboutWhy: 'Only to learn whether all groups of people are served alike.',
  sex: 'Sex',
  sexes: ['Male', 'Female'],
  age: 'Age',
  ages: ['18–24', '25–34', '35–49', '50–60', 'Over 60'],
  kind: 'You came for',
  kinds: ['Yourself or your family', 'An organisation or a business'],
  returnTitle: 'Where does the form go?',
  returns:
    'Please fold the form and put it into the box at {point}. Nobody needs to see it, and no signature is needed.',
  noticeTitle: 'How are your answers used?',
  notice:
    '{office} adds the answers up into percentages; nobody’s own form is published. Please write no name, phone number or document number. The form notes no date; figures are kept by half-months, for 24 months after they are final, then only totals remain. Answering or not has no effect on your application.',
  thanks: 'Thank you!',
  lot: 'Batch',
  set: 'Set of questions',
  version: 'Form',
  page: 'Page {page} of {of}',
  over: 'Please turn over',
  trial: 'ILLUSTRATIVE DATA – NOT FOR COLLECTING ANSWERS',
};

export const formWords: Readonly<Record<Language, FormWords>> = { vi, en };
