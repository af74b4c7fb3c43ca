import type { Language } from '../../shared/questionnaire.ts';
import { PER_MINUTE } from './admit-token.ts';

/** Words of the page about the API. */
const vi = {
  title: 'Giao diện lập trình (API)',
  lead: 'Mọi con số trên các trang quản lý đều đọc được bằng chương trình: cùng số liệu, cùng khoảng tin cậy, cùng quy tắc không nêu số nhỏ. API chỉ để đọc, không sửa được gì.',
  other: 'English',
  contents: 'Nội dung',
  machine: 'Bản mô tả cho máy đọc (OpenAPI 3.1)',
  start: {
    title: 'Bắt đầu',
    steps: [
      'Quản trị viên tạo mã truy cập trong trang quản lý: Thiết lập → Mã truy cập API. Mã chỉ hiện một lần.',
      'Cất mã ở nơi chỉ chương trình của đơn vị đọc được. Không ghi mã vào địa chỉ, tệp dùng chung hay thư điện tử.',
      'Gửi mã trong tiêu đề Authorization của mỗi yêu cầu.',
    ],
    curl: 'Các đơn vị mà mã xem được, rồi kết quả của một đơn vị trong một tháng:',
  },
  know: {
    title: 'Cần biết trước khi dùng số liệu',
    points: [
      'Dưới 10 phiếu thì không nêu tỷ lệ: kết quả trả về có "withheld" kèm lý do, không có số. Không tự suy ra phần không nêu.',
      'Mỗi tỷ lệ có khoảng tin cậy 95 % (low–high) và số phiếu n. Từ 10 đến 29 phiếu ("grey") phải ghi rõ là chỉ để tham khảo.',
      'Kỳ đang mở được công bố từng bước: "received" là số phiếu đã nhận, "shown" là số phiếu nằm trong kết quả.',
      'Chỉ nói tăng hoặc giảm khi "state" là "up" hoặc "down"; "not-clear" nghĩa là chưa đủ cơ sở để nói là thay đổi thật.',
      'Đây là kết quả tự khảo sát, không phải chỉ số do Bộ Nội vụ công bố. Đơn vị có "tree" là "demo" hoặc "training" chứa dữ liệu minh họa.',
    ],
  },
  figure: {
    title: 'Một tỷ lệ gồm những gì',
    field: 'Trường',
    meaning: 'Ý nghĩa',
    rows: [
      ['percent', 'Tỷ lệ phần trăm, từ 0 đến 100, làm tròn một lần.'],
      ['low, high', 'Hai đầu khoảng tin cậy 95 %.'],
      ['n', 'Số phiếu có ít nhất một câu trả lời hợp lệ trong nhóm.'],
      ['answers', 'Số câu trả lời ở các mức 1 đến 5.'],
      [
        'noOpinion, noOpinionPercent',
        'Số lần và tỷ lệ chọn “không có ý kiến”; không tính vào tỷ lệ hài lòng.',
      ],
      ['nEff', 'Cỡ mẫu hiệu dụng, dùng để tính khoảng tin cậy.'],
      ['method', 'Cách tính: thống kê và cách gộp.'],
      ['asOf', 'Thời điểm của số liệu, tính bằng mili giây từ năm 1970.'],
      ['received, shown', 'Số phiếu đã nhận và số phiếu nằm trong kết quả.'],
      ['grey', 'Đúng khi n từ 10 đến 29.'],
      [
        'withheld',
        'Thay cho tất cả các trường trên khi không nêu được: too-few (dưới 10 phiếu), no-answers (không có câu trả lời), item-below-ten (có tiêu chí dưới 10 câu trả lời), complement (đặt cạnh số khác sẽ để lộ từ 1 đến 9 phiếu).',
      ],
    ],
  },
  limits: {
    title: 'Giới hạn và lỗi',
    lead: `Mỗi mã được ${PER_MINUTE} yêu cầu trong một phút và bốn yêu cầu cùng lúc. Tiêu đề RateLimit cho biết còn bao nhiêu. Khi nhận 429, xin chờ số giây ghi ở Retry-After.`,
    status: 'Mã trạng thái',
    meaning: 'Nghĩa là',
    rows: [
      ['400', 'Yêu cầu thiếu hoặc sai tham số.'],
      ['401', 'Mã không đúng, đã hết hạn hoặc đã bị thu hồi; máy chủ không nói rõ là trường hợp nào.'],
      [
        '403',
        'Mã thiếu phạm vi (scope-missing, kèm tên phạm vi), hoặc việc này phải do một người làm (forbidden).',
      ],
      ['404', 'Không có, hoặc nằm ngoài đơn vị của mã.'],
      ['429', 'Quá nhiều yêu cầu.'],
      ['500, 503', 'Lỗi của máy chủ. Mã số lỗi (id) giúp người vận hành tìm trong nhật ký.'],
    ],
  },
  scopes: { title: 'Phạm vi', scope: 'Phạm vi', opens: 'Cho đọc', open: 'Không cần mã' },
  readings: 'Các địa chỉ',
  asks: 'Tham số',
  must: 'bắt buộc',
  may: 'không bắt buộc',
  answer: 'Các trường của kết quả trả về',
  list: 'Danh sách, mỗi phần tử:',
  schemas: {
    title: 'Các kiểu dữ liệu',
    lead: 'Tên trường và chú giải bằng tiếng Anh, đúng như trong bản mô tả cho máy đọc.',
  },
};

const en: typeof vi = {
  title: 'Programming interface (API)',
  lead: 'Every number on the managers’ pages can be read by a program: the same figures, the same intervals, the same rules of withholding. The API only reads; nothing can be changed by it.',
  other: 'Tiếng Việt',
  contents: 'Contents',
  machine: 'Description for machines (OpenAPI 3.1)',
  start: {
    title: 'Getting started',
    steps: [
      'An administrator makes an access code in the dashboard: Settings → API access codes. It is shown once.',
      'Keep it where only your program reads it. Never put it into an address, a shared file or an e-mail.',
      'Send it in the Authorization header of every request.',
    ],
    curl: 'The units that the code sees, then the figures of one unit in a month:',
  },
  know: {
    title: 'Before you use the figures',
    points: [
      'Below ten forms no percentage is given: the answer has "withheld" with the reason, and no number. Do not fill in what is withheld.',
      'Every percentage has its 95 % interval (low–high) and its number of forms n. From 10 to 29 forms ("grey"), say that it is for orientation only.',
      'An open period is released step by step: "received" are forms that have come, "shown" those in the figures.',
      'Speak of a rise or a fall only where "state" is "up" or "down"; "not-clear" means that there is too little to call it a real change.',
      'These results come from the unit’s own survey; they are not the index published by the Ministry of Home Affairs. A unit whose "tree" is "demo" or "training" holds invented data.',
    ],
  },
  figure: {
    title: 'What a percentage consists of',
    field: 'Field',
    meaning: 'Meaning',
    rows: [
      ['percent', 'Percentage from 0 to 100, rounded once.'],
      ['low, high', 'The ends of the 95 % interval.'],
      ['n', 'Forms with at least one valid answer in the group.'],
      ['answers', 'Answers at levels 1 to 5.'],
      [
        'noOpinion, noOpinionPercent',
        'How often, and which share, chose “no opinion”; not part of the percentage.',
      ],
      ['nEff', 'Effective number of forms, from which the interval is computed.'],
      ['method', 'How it is computed: statistic and aggregation.'],
      ['asOf', 'Time of the figures, in milliseconds since 1970.'],
      ['received, shown', 'Forms that have come, and those in the figures.'],
      ['grey', 'True where n is from 10 to 29.'],
      [
        'withheld',
        'In place of all of these where no figure is given: too-few (below ten forms), no-answers, item-below-ten (a question has fewer than ten answers), complement (beside another number it would give away one to nine forms).',
      ],
    ],
  },
  limits: {
    title: 'Limits and problems',
    lead: `A code has ${PER_MINUTE} requests a minute and four at once. The RateLimit header says how many are left. After a 429, wait for the seconds that Retry-After names.`,
    status: 'Status',
    meaning: 'Means',
    rows: [
      ['400', 'A parameter is missing or wrong.'],
      ['401', 'The code is not known, has ended or was revoked; the server does not say which.'],
      ['403', 'The code lacks a scope (scope-missing, which names it), or this takes a person (forbidden).'],
      ['404', 'There is none, or it lies outside of the unit of the code.'],
      ['429', 'Too many requests.'],
      ['500, 503', 'A fault of the server. Its id helps the operator to find it in the log.'],
    ],
  },
  scopes: { title: 'Scopes', scope: 'Scope', opens: 'Opens', open: 'No code needed' },
  readings: 'Addresses',
  asks: 'Parameters',
  must: 'required',
  may: 'optional',
  answer: 'Fields of the answer',
  list: 'A list, each element:',
  schemas: { title: 'Types', lead: 'Names and notes as in the description for machines.' },
};

export const API_WORDS: Readonly<Record<Language, typeof vi>> = { vi, en };
