import type { Language } from '../../shared/questionnaire.ts';

const vi = {
  notRight: 'Không đúng?',
  change: 'Đổi',
  never: 'Trang này không bao giờ hỏi họ tên, số điện thoại, số giấy tờ hay mã OTP.',
  sending: 'Đang gửi…',
  faultTitle: 'Chưa gửi được',
  faultText: 'Câu trả lời vẫn còn trên trang này. Xin đừng đóng trang.',
  faultHint:
    'Nếu vẫn chưa được, xin chọn “Mở bằng trình duyệt” trong trình đơn của ứng dụng rồi quét lại mã.',
  closedTitle: 'Đã ghi nhận',
  closedText: 'Phần trả lời của Ông/Bà đã được gửi đi. Trang này đã đóng.',
  leftTitle: 'Ông/Bà đã dừng trả lời',
  leftText: 'Không có câu trả lời nào được gửi đi.',
  again: 'Bắt đầu lại',
  codeUnknownTitle: 'Không tìm thấy mã này',
  codeUnknownText: 'Mã có thể đã đổi hoặc đã hết hạn. Xin nhập mã 10 ký tự in cạnh mã QR tại quầy.',
  codeEndedTitle: 'Mã này không còn dùng',
  codeEndedText: 'Cơ quan đã thay mã. Xin quét mã mới tại quầy, hoặc nhập mã 10 ký tự in cạnh mã QR.',
  ticketOpening: 'Đang mở phiếu…',
  ticketFaultText: 'Chưa kết nối được. Phiếu mời vẫn còn nguyên.',
  ticketUsedTitle: 'Phiếu mời này đã dùng hoặc đã hết hạn',
  ticketUsedText:
    'Mỗi phiếu mời chỉ trả lời được một lần. Nếu Ông/Bà đã trả lời, ý kiến đã được ghi nhận, xin cảm ơn. Ông/Bà có thể góp ý lần khác bằng mã QR tại quầy.',
  codeTitle: 'Xin nhập mã in tại quầy',
  codeText: 'Mã gồm 10 ký tự, in cạnh mã QR tại quầy.',
  codeLabel: 'Mã tại quầy',
  codeOpen: 'Mở',
  codeBadTitle: 'Mã chưa đúng',
  codeBadText:
    'Mã có 10 ký tự, gồm các chữ số từ 2 đến 9 và chữ cái không dấu, không có số 0, số 1, chữ O, chữ I. Xin xem lại mã in tại quầy.',
  busyTitle: 'Xin Ông/Bà thử lại sau ít phút',
  busyText: 'Có quá nhiều lượt mở trang từ mạng này. Xin chờ một phút rồi tải lại trang.',
  chooseTitle: 'Hoặc chọn nơi Ông/Bà đã đến',
  chooseFind: 'Tên xã, phường, cơ quan; gõ không dấu cũng được',
  chooseSearch: 'Tìm',
  chooseAbove: 'Đang xem',
  chooseAll: 'Tất cả',
  chooseNone: 'Không tìm thấy nơi nào.',
  chooseMore: 'Còn nơi khác. Xin gõ rõ hơn.',
} as const;

export type PhoneWords = Readonly<Record<keyof typeof vi, string>>;

const en: PhoneWords = {
  notRight: 'Not right?',
  change: 'Change',
  never: 'This page never asks for your name, phone number, document number or a one-time password.',
  sending: 'Sending…',
  faultTitle: 'Not sent yet',
  faultText: 'Your answers are still on this page. Please do not close it.',
  faultHint: 'If it still fails, choose “Open in browser” in the app’s menu and scan the code again.',
  closedTitle: 'Recorded',
  closedText: 'Your answers have been sent. This page is closed.',
  leftTitle: 'You have stopped answering',
  leftText: 'No answers have been sent.',
  again: 'Start again',
  codeUnknownTitle: 'This code was not found',
  codeUnknownText:
    'It may have changed or expired. Please type the 10-character code printed beside the QR code at the counter.',
  codeEndedTitle: 'This code is no longer in use',
  codeEndedText:
    'The office has replaced it. Please scan the new code at the counter, or type the 10 characters printed beside it.',
  ticketOpening: 'Opening…',
  ticketFaultText: 'There is no connection yet. Your invitation is still good.',
  ticketUsedTitle: 'This invitation has been used or has ended',
  ticketUsedText:
    'Each invitation can be answered once. If you have answered it, your answers are recorded; thank you. You can give your opinion another time with the QR code at the counter.',
  codeTitle: 'Please type the code printed at the counter',
  codeText: 'It has 10 characters and stands beside the QR code at the counter.',
  codeLabel: 'Code at the counter',
  codeOpen: 'Open',
  codeBadTitle: 'This is not a complete code',
  codeBadText:
    'A code has 10 characters: digits from 2 to 9 and letters, without 0, 1, O and I. Please look at the code at the counter again.',
  busyTitle: 'Please try again in a few minutes',
  busyText: 'The page was opened too often from this network. Please wait a minute and load it again.',
  chooseTitle: 'Or choose the office you visited',
  chooseFind: 'Name of the commune or office; tone marks are not needed',
  chooseSearch: 'Search',
  chooseAbove: 'Shown',
  chooseAll: 'All',
  chooseNone: 'No office was found.',
  chooseMore: 'There are more. Please type more of the name.',
};

/** What only a citizen's own phone says. */
export const phoneWords: Readonly<Record<Language, PhoneWords>> = { vi, en };
