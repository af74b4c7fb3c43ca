import type { PackAbout } from '../../shared/language-pack.ts';
import type { LanguageRow } from '../../shared/wire/manage-languages.ts';

/** Words of the pages of languages and voices. */
export const languagesVi = {
  title: 'Ngôn ngữ và giọng đọc',
  lead: 'Mỗi ngôn ngữ là một gói gồm chữ và bản thu âm. Tiếng Việt và tiếng Anh đã có sẵn chữ, gói chỉ thêm giọng đọc. Tại đơn vị thật, một ngôn ngữ chỉ được bật khi đủ chữ, đủ bản thu giọng người và đã có người rà soát.',
  loading: 'Đang tải danh sách ngôn ngữ…',
  onlyTop:
    'Gói ngôn ngữ do quản trị viên ở đơn vị cấp trên cùng phụ trách. Tại đây Ông/Bà xem gói và chọn thứ tự ngôn ngữ cho điểm tiếp nhận của mình.',
  list: 'Danh sách ngôn ngữ',
  columns: { name: 'Ngôn ngữ', state: 'Tình trạng', texts: 'Câu chữ', clips: 'Bản thu âm' },
  share: (have: string, of: string) => `${have}/${of}`,
  builtIn: 'có sẵn',
  states: {
    enabled: 'Đang bật',
    trial: 'Đang bật (bản thử)',
    unfit: 'Đang bật, nhưng không hợp với phiếu hiện hành',
    ready: 'Có thể bật',
    begun: 'Đang chuẩn bị',
    silent: 'Có chữ, chưa có giọng đọc',
    empty: 'Chưa có nội dung',
  },
  unfit: (made: string, asked: string) =>
    `Gói này làm cho phiếu ${made}. Đợt khảo sát đang hỏi phiếu ${asked}, nên máy tính bảng không hiện ngôn ngữ này cho đến khi có gói cho phiếu mới.`,
  trialNote: 'Đây là bản thử: giọng máy hoặc chưa rà soát, chỉ dùng cho dữ liệu minh họa và luyện tập.',

  missing: {
    title: 'Còn thiếu',
    nothing: 'Không thiếu gì: gói này dùng được tại đơn vị thật.',
    about: {
      reviewer: 'họ tên người rà soát',
      date: 'ngày rà soát',
      province: 'tỉnh',
      dialect: 'phương ngữ',
      voice: 'giọng người đọc',
    } satisfies Record<keyof PackAbout, string>,
    texts: (count: string) => `${count} câu chữ`,
    clips: (count: string) => `${count} bản thu âm`,
    keys: 'Xem mã của từng mục còn thiếu',
    needed: (what: string) => `Để bật tại đơn vị thật còn thiếu: ${what}.`,
    neededTrial: (what: string) =>
      `Để bật bản thử còn thiếu: ${what}. Bản thử cần đủ chữ; bản thu âm có thể thiếu.`,
  },

  enable: {
    open: 'Bật ngôn ngữ này',
    what: 'Máy tính bảng của mọi điểm tiếp nhận tải gói này ở lần liên lạc tới và hiện ngôn ngữ khi đã tải đủ. Điểm đã có thứ tự riêng chỉ hiện ngôn ngữ có trong thứ tự đó.',
    go: 'Bật',
    done: 'Đã bật.',
  },
  disable: {
    open: 'Tắt ngôn ngữ này',
    what: 'Máy tính bảng thôi hiện ngôn ngữ này (với tiếng Việt và tiếng Anh: thôi đọc) từ lần liên lạc tới. Chữ và bản thu âm vẫn còn ở đây. Phiếu đã gửi không thay đổi.',
    go: 'Tắt',
    done: 'Đã tắt.',
  },
  carry: {
    open: (version: string) => `Chuyển gói sang phiếu ${version}`,
    texts: (have: string, of: string) => `${have}/${of} câu chữ`,
    clips: (have: string, of: string) => `${have}/${of} bản thu âm`,
    what: (kept: string) =>
      `Giữ lại ${kept}: những mục có câu gốc y nguyên trong phiếu mới. Những mục khác bị bỏ và được ghi là còn thiếu; nên xuất gói ra tệp trước. Gói phải được rà soát và bật lại, và không còn dùng cho phiếu cũ.`,
    go: 'Chuyển gói',
    done: 'Đã chuyển gói. Phần còn thiếu được ghi bên dưới.',
  },
  remove: {
    open: 'Xóa nội dung gói',
    what: (texts: string, clips: string) =>
      `Xóa hẳn ${texts} câu chữ và ${clips} bản thu âm khỏi máy chủ; máy tính bảng thôi hiện ngôn ngữ này từ lần liên lạc tới. Không lấy lại được, trừ khi đã xuất gói ra tệp. Phiếu đã gửi không thay đổi.`,
    go: 'Xóa',
    done: 'Đã xóa nội dung gói.',
  },
  exportPack: 'Xuất gói (ZIP)',
  exportHelp:
    'Tệp ZIP gồm lời tiếng Việt bên cạnh từng câu cần dịch, danh sách câu cần thu âm với tên tệp, và tờ hướng dẫn.',
  acts: 'Thao tác',

  about: {
    title: 'Rà soát và giọng đọc',
    lead: 'Người rà soát nói thành thạo ngôn ngữ này, không phải người dịch, và đã đọc, nghe toàn bộ. Khi chữ hoặc bản thu thay đổi, phần này phải ghi lại.',
    reviewer: 'Họ tên người rà soát',
    date: 'Ngày rà soát',
    province: 'Tỉnh nơi nói như bản thu',
    dialect: 'Phương ngữ, ví dụ Mông Trắng',
    voice: 'Giọng đọc',
    voices: { human: 'Giọng người đọc', placeholder: 'Giọng máy (bản thử)' },
    noVoice: 'Chưa có',
    name: 'Tên ngôn ngữ theo cách viết của người nói',
    nameVi: 'Tên tiếng Việt',
    done: 'Đã lưu.',
  },

  take: {
    title: 'Nhập gói',
    whole: 'Tệp ZIP của gói',
    wholeHelp: 'Gồm pack.json, texts.csv và thư mục clips; tệp xuất từ trang này có sẵn cấu trúc đó.',
    texts: 'Tệp bản dịch texts.csv',
    textsHelp: 'Lưu từ bảng tính dưới dạng CSV UTF-8, có cột key và text.',
    clips: 'Thư mục bản thu âm',
    clipsHelp: 'Mỗi tệp MP3 mang tên mã của câu, ví dụ item-1.mp3. Trên điện thoại có thể chọn nhiều tệp.',
    files: 'Hoặc chọn từng tệp MP3',
    checking: 'Đang kiểm tra…',
    preview: (name: string) => `Xem trước: ${name}`,
    textsAre: (added: string, changed: string, same: string) =>
      `Câu chữ: thêm ${added}, sửa ${changed}, giữ nguyên ${same}.`,
    clipsAre: (added: string, changed: string, same: string) =>
      `Bản thu âm: thêm ${added}, thay ${changed}, giữ nguyên ${same}.`,
    nothing: 'Không có gì thay đổi.',
    unknown: (count: string) => `${count} tên không khớp với mục nào và không được nhận:`,
    stillMissing: (texts: string, clips: string) =>
      `Sau khi ghi còn thiếu ${texts} câu chữ và ${clips} bản thu âm.`,
    losesReview: 'Nội dung thay đổi nên phải rà soát và ghi tên người rà soát lại.',
    isDisabled: 'Ngôn ngữ đang bật sẽ bị tắt cho đến khi đủ điều kiện.',
    write: 'Ghi vào gói',
    other: 'Chọn tệp khác',
    written: 'Đã ghi vào gói.',
    faulty: (count: string) => `Có ${count} chỗ chưa đúng; chưa có gì được ghi.`,
    tooLarge: 'Tệp quá lớn: một gói tối đa 20 MB.',
    notUtf8: 'Tệp chưa phải là CSV UTF-8. Xin lưu lại từ bảng tính dưới dạng CSV UTF-8.',
    faults: {
      file: 'Tệp này không phải ZIP, đã hỏng hoặc chứa quá nhiều.',
      pack: 'Tệp pack.json thiếu hoặc chưa đúng.',
      'pack.questionnaire': 'Gói làm cho một phiên bản phiếu mà máy chủ không biết.',
      texts: 'Tệp texts.csv chưa đúng: cần cột key và text, mã hóa UTF-8.',
      clips: 'Các bản thu âm cộng lại quá lớn: tối đa 20 MB.',
      text: (key: string) => `Câu “${key}”: phải giữ nguyên các chữ trong ngoặc nhọn và không quá dài.`,
      clip: (key: string) => `Bản thu “${key}”: phải là tệp MP3, không quá 1 MB.`,
    },
  },

  recordings: {
    title: 'Bản thu âm',
    columns: { key: 'Mã', says: 'Nội dung đọc', clip: 'Bản thu' },
    play: 'Nghe',
    stop: 'Dừng',
    of: (act: string, key: string) => `${act}: ${key}`,
    none: 'chưa có',
    fault: 'Không phát được bản thu này.',
  },
  texts: {
    title: 'Câu chữ',
    columns: { key: 'Mã', vi: 'Tiếng Việt', text: 'Bản dịch' },
    none: 'chưa có',
  },

  add: {
    open: 'Thêm ngôn ngữ khác',
    what: 'Ngôn ngữ mới bắt đầu là một gói trống. Sau đó xuất gói để dịch và thu âm.',
    code: 'Mã ngắn, chữ thường không dấu, ví dụ “giay”',
    done: 'Đã thêm.',
  },
  order: {
    title: 'Thứ tự tại điểm tiếp nhận',
    lead: 'Máy tính bảng hiện các ngôn ngữ theo thứ tự này. Ngôn ngữ chưa bật sẽ được bỏ qua cho đến khi bật.',
    point: 'Điểm tiếp nhận',
    offered: (name: string) => `Có ${name}`,
    up: (name: string) => `Đưa ${name} lên`,
    down: (name: string) => `Đưa ${name} xuống`,
    asEverywhere: 'Đang theo mặc định: tất cả ngôn ngữ đã bật.',
    own: 'Điểm này có thứ tự riêng.',
    save: 'Lưu thứ tự',
    reset: 'Trở lại mặc định',
    done: 'Đã lưu thứ tự.',
  },
};

export type LanguagesWords = typeof languagesVi;
/** The word for how far a language has come. */
export type LanguageState = keyof LanguagesWords['states'];

export function stateOf(row: LanguageRow): LanguageState {
  if (row.isEnabled)
    return row.unfit.length > 0 ? 'unfit' : row.about.voice === 'human' ? 'enabled' : 'trial';
  if (row.mayEnable) return 'ready';
  const hasContents = row.texts.have + row.clips.have > 0;
  return hasContents ? 'begun' : row.isBuiltIn ? 'silent' : 'empty';
}
