import type { Language } from '../../shared/questionnaire.ts';

const paperVi = {
  nation: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as readonly [string, string],
  number: 'Số:           /BC-',
  placeAndDate: '..................., ngày ...... tháng ...... năm ..........',
  title: 'BÁO CÁO',
  subject: (unit: string, period: string) => `Kết quả khảo sát mức độ hài lòng tại ${unit}, ${period}`,
  parts: {
    first: 'I. MỤC ĐÍCH, PHẠM VI VÀ CÁCH KHẢO SÁT',
    second: 'II. KẾT QUẢ',
    third: 'III. ĐÁNH GIÁ',
    fourth: 'IV. KIẾN NGHỊ',
  },
  purpose: (campaign: string) =>
    `1. Mục đích, căn cứ: nắm mức độ hài lòng của người dân, tổ chức để cải thiện phục vụ; thuộc đợt khảo sát “${campaign}”. (Đơn vị bổ sung số, ngày của kế hoạch.)`,
  subjects: (unit: string, points: string) =>
    `2. Đối tượng, phạm vi: người dân, tổ chức đến giao dịch và tự nguyện trả lời tại ${unit} (${points} điểm tiếp nhận).`,
  time: (dates: string, moment: string) => `3. Thời gian: ${dates}; số liệu lúc ${moment}.`,
  open: 'Kỳ báo cáo chưa kết thúc.',
  express:
    'phiếu nhanh: mỗi người trả lời một câu hỏi chung và bảy câu được rút luân phiên từ bộ câu hỏi, sao cho câu nào cũng được hỏi đều',
  full: 'phiếu đầy đủ: mỗi người trả lời toàn bộ bộ câu hỏi',
  how: (form: string, questionnaire: string) => `4. Phương pháp: ${form}. Bộ câu hỏi: ${questionnaire}.`,
  versions: (list: string) => `Trong kỳ còn dùng phiên bản khác (${list}), không gộp vào số liệu này.`,
  size: (forms: string) => `5. Cỡ mẫu. ${forms}`,
  channelTable: 'Bảng 1. Số phiếu theo hình thức (tính trên phiếu đã công bố)',
  channelColumns: ['Hình thức', 'Phát ra', 'Thu về', 'Hợp lệ'],
  resultTable: 'Bảng 2. Mức độ hài lòng chung và theo nội dung',
  factorTable: 'Bảng 3. Mức độ hài lòng theo yếu tố',
  figureColumns: ['Chỉ tiêu', 'Kết quả', 'Khoảng tin cậy 95\u00a0%', 'Số phiếu'],
  unitTable: 'Bảng 4. Theo đơn vị, điểm tiếp nhận',
  fieldTable: 'Bảng 5. Theo lĩnh vực',
  rowColumns: ['Tên', 'Chính sách', 'Dịch vụ', 'Số phiếu (dịch vụ)'],
  untold: 'không công bố',
  fieldsLater: 'Số liệu theo lĩnh vực chỉ công bố khi kỳ đã kết thúc.',
  noFields: 'Không có số liệu theo lĩnh vực.',
  former: (period: string, policy: string, service: string) =>
    `So với ${period}: chính sách công ${policy}; dịch vụ hành chính công ${service}.`,
  noFormer: (period: string) =>
    `Không so sánh được với ${period}, vì một trong hai kỳ không công bố kết quả.`,
  target: (percent: string, policy: string, service: string) =>
    `Mục tiêu năm: ${percent}. Chính sách công: ${policy}; dịch vụ hành chính công: ${service}.`,
  assess: '(Đơn vị bổ sung đánh giá, nguyên nhân.)',
  propose: '(Đơn vị bổ sung kiến nghị.)',
  recipients: 'Nơi nhận:',
  list: ['- Như trên;', '- Sở Nội vụ;', '- Lưu: VT, .....'],
  signer: 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
  annex: 'PHỤ LỤC: SỐ LIỆU ĐỂ TÍNH LẠI',
  annexTable: 'Bảng số đếm gốc (n, câu trả lời, Y, M, YY, YM, MM và cỡ mẫu hiệu dụng)',
  annexColumns: ['Chỉ tiêu', '%', 'n', 'Câu trả lời', 'Y', 'M', 'YY', 'YM', 'MM', 'n hiệu dụng'],
};
export type PaperWords = typeof paperVi;

const paperEn: PaperWords = {
  nation: ['SOCIALIST REPUBLIC OF VIET NAM', 'Independence - Freedom - Happiness'],
  number: 'No.           /BC-',
  placeAndDate: '..................., ...... / ...... / ..........',
  title: 'REPORT',
  subject: (unit, period) => `Results of the satisfaction survey at ${unit}, ${period}`,
  parts: {
    first: 'I. PURPOSE, SCOPE AND METHOD',
    second: 'II. RESULTS',
    third: 'III. ASSESSMENT',
    fourth: 'IV. PROPOSALS',
  },
  purpose: (campaign) =>
    `1. Purpose and ground: to know how satisfied people and organisations are, and to serve them better; campaign “${campaign}”. (The office adds number and date of its plan.)`,
  subjects: (unit, points) =>
    `2. Subjects and scope: people and organisations who came for a procedure and chose to answer at ${unit} (service points: ${points}).`,
  time: (dates, moment) => `3. Time: ${dates}; figures as of ${moment}.`,
  open: 'The period has not ended.',
  express:
    'express form: each person answers one overall question and seven that are drawn in turn from the questionnaire, so that all are asked alike',
  full: 'full form: each person answers the whole questionnaire',
  how: (form, questionnaire) => `4. Method: ${form}. Questionnaire: ${questionnaire}.`,
  versions: (list) => `Other versions were asked in the period too (${list}); they are not in these figures.`,
  size: (forms) => `5. Sample size. ${forms}`,
  channelTable: 'Table 1. Forms by channel (of the forms published)',
  channelColumns: ['Channel', 'Out', 'In', 'Valid'],
  resultTable: 'Table 2. Satisfaction as a whole and by area',
  factorTable: 'Table 3. Satisfaction by factor',
  figureColumns: ['Figure', 'Result', '95\u00a0% interval', 'Forms'],
  unitTable: 'Table 4. By unit or service point',
  fieldTable: 'Table 5. By field',
  rowColumns: ['Name', 'Policy', 'Services', 'Forms (services)'],
  untold: 'not published',
  fieldsLater: 'Figures by field are published once the period has ended.',
  noFields: 'There are no figures by field.',
  former: (period, policy, service) => `Against ${period}: public policy ${policy}; services ${service}.`,
  noFormer: (period) =>
    `No comparison with ${period}, because the result of one of the two periods is not published.`,
  target: (percent, policy, service) =>
    `Target of the year: ${percent}. Public policy: ${policy}; services: ${service}.`,
  assess: '(The office adds its assessment and the causes.)',
  propose: '(The office adds its proposals.)',
  recipients: 'To:',
  list: ['- As above;', '- Department of Home Affairs;', '- File: .....'],
  signer: 'HEAD OF THE OFFICE',
  annex: 'ANNEX: NUMBERS TO COMPUTE THE FIGURES ANEW',
  annexTable: 'Raw counts (n, answers, Y, M, YY, YM, MM and effective sample size)',
  annexColumns: ['Figure', '%', 'n', 'Answers', 'Y', 'M', 'YY', 'YM', 'MM', 'effective n'],
};

/** What the official paper of a report says beside names and numbers. */
export const paperWords: Readonly<Record<Language, PaperWords>> = { vi: paperVi, en: paperEn };
