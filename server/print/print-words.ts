import type { Language } from '../../shared/questionnaire.ts';

/** What stands on posters, cards and slips. `{host}`, `{office}` and `{until}` are put in. */
const vi = {
  title: 'Xin ý kiến của Ông/Bà',
  question: 'Ông/Bà hài lòng\nđến mức nào?',
  lead: 'Xin quét mã bằng điện thoại và cho biết ý kiến\nvề lần giải quyết công việc vừa rồi.',
  promise: 'Dưới 1 phút  –  không ghi tên',
  other: 'How satisfied are you? Scan the code with your phone: under 1 minute, no name taken.',
  counter: 'Quầy',
  field: 'Lĩnh vực',
  typed: 'Không quét được? Xin mở {host}/q và nhập mã',
  forgedTitle: 'Nhận biết mã giả',
  forged: [
    'Địa chỉ hiện trên điện thoại phải bắt đầu bằng {host}',
    'Mã được in liền trên tờ này. Nếu có miếng dán đè lên, xin không quét.',
    'Trang không bao giờ hỏi họ tên, số điện thoại, số giấy tờ, mã OTP, và không yêu cầu chuyển tiền.',
    'Nếu thấy khác, xin dừng lại và báo ngay cho cán bộ tại quầy.',
  ],
  forgedShort:
    'Địa chỉ phải bắt đầu bằng {host}. Trang không hỏi họ tên, số điện thoại, số giấy tờ, mã OTP, không đòi chuyển tiền. Thấy khác, hoặc có miếng dán đè lên mã: xin báo cán bộ tại quầy.',
  noticeTitle: 'Ý kiến được dùng như thế nào?',
  notice: [
    '{office} khảo sát để nâng cao chất lượng phục vụ.',
    'Ý kiến được cộng thành tỷ lệ phần trăm. Không ai xem riêng câu trả lời của từng người.',
    'Không ghi tên, không ghi giờ trả lời, chỉ ghi buổi sáng hay buổi chiều.',
    'Phiếu trả lời được lưu thêm 24 tháng sau khi chốt số liệu; sau đó chỉ còn số liệu tổng hợp.',
  ],
  noticeShort:
    'Ý kiến được cộng thành tỷ lệ phần trăm để nâng cao chất lượng phục vụ; không ghi tên, không ghi giờ; lưu thêm 24 tháng sau khi chốt số liệu.',
  trial: 'MINH HỌA – KHÔNG DÙNG ĐỂ LẤY Ý KIẾN',
  slipTitle: 'Phiếu mời góp ý',
  slipLead: 'Xin quét mã và cho biết ý kiến về lần giải quyết công việc vừa rồi, dưới 1 phút.',
  slipOnce: 'Dùng một lần, đến hết {until}',
  slipNotice: 'Phiếu không gắn với tên hay hồ sơ nào.',
  slipForged: 'Địa chỉ phải bắt đầu bằng {host}. Trang không hỏi họ tên, mã OTP, không yêu cầu chuyển tiền.',
  slipOther: 'One-time invitation: scan the code; no name is taken.',
};

export type PrintWords = { readonly [Key in keyof typeof vi]: (typeof vi)[Key] };

const en: PrintWords = {
  title: 'Please tell us',
  question: 'How satisfied\nare you?',
  lead: 'Scan the code with your phone\nand tell us how your business was handled.',
  promise: 'Under 1 minute  –  no name taken',
  other: 'Ông/Bà hài lòng đến mức nào? Xin quét mã bằng điện thoại: dưới 1 phút, không ghi tên.',
  counter: 'Counter',
  field: 'Field:',
  typed: 'Cannot scan it? Open {host}/q and type the code',
  forgedTitle: 'How to spot a forged code',
  forged: [
    'The address on your phone must begin with {host}',
    'The code is printed on this sheet. If a sticker covers it, please do not scan it.',
    'The page never asks for your name, phone number, document number, a one-time password or money.',
    'If anything looks different, please stop and tell the staff at the counter.',
  ],
  forgedShort:
    'The address must begin with {host}. The page never asks for your name, phone number, document number, a one-time password or money. If it does, or if a sticker covers the code, please tell the staff.',
  noticeTitle: 'How are your answers used?',
  notice: [
    '{office} asks in order to improve its service.',
    'Answers are added up into percentages. Nobody looks at any one person’s answers.',
    'No name and no time is noted, only morning or afternoon.',
    'Answers are kept for 24 months after the figures are final; then only totals remain.',
  ],
  noticeShort:
    'Answers are added up into percentages in order to improve the service; no name and no time is noted; they are kept for 24 months after the figures are final.',
  trial: 'DEMONSTRATION – NOT FOR COLLECTING ANSWERS',
  slipTitle: 'Your invitation',
  slipLead: 'Scan the code and tell us how your business was handled. It takes less than a minute.',
  slipOnce: 'To be used once, until the end of {until}',
  slipNotice: 'It is not linked to your name or your file.',
  slipForged: 'The address must begin with {host}. The page asks for no name, one-time password or money.',
  slipOther: 'Phiếu mời góp ý dùng một lần: xin quét mã, không ghi tên.',
};

export const printWords: Readonly<Record<Language, PrintWords>> = { vi, en };

/** A text with its places filled; the host stands out, because it is what people compare. */
export function fill(text: string, values: Readonly<Record<string, string>>): object[] {
  return text.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return { text: part };
    return { text: values[name] ?? '', ...(name === 'host' && { bold: true }) };
  });
}
