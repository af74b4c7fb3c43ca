import type { UnitKind } from '../../shared/wire/units.ts';

/** Words of the pages of units and service points. */
export const unitsVi = {
  title: 'Đơn vị và điểm tiếp nhận',
  lead: 'Mỗi thay đổi có hiệu lực từ một ngày. Những gì có trước ngày đó được giữ nguyên, nên vẫn xem được kết quả theo cây đơn vị của bất kỳ ngày nào.',
  loading: 'Đang tải danh sách đơn vị…',
  acts: 'Thao tác',
  asOf: 'Cây đơn vị tại ngày',
  list: 'Danh sách đơn vị',
  none: 'Ngày này chưa có đơn vị nào.',
  name: 'Tên đơn vị',
  kind: 'Loại',
  kinds: {
    tinh: 'Tỉnh',
    thanh_pho: 'Thành phố',
    xa: 'Xã',
    phuong: 'Phường',
    dac_khu: 'Đặc khu',
    so: 'Sở, ngành, cơ quan chuyên môn',
  } satisfies Record<UnitKind, string>,
  parent: 'Đơn vị cấp trên',
  points: 'Điểm và quầy',
  devices: 'Thiết bị',
  life: 'Thời gian',
  since: (day: string) => `từ ${day}`,
  fromTo: (from: string, to: string) => `${from} đến hết ${to}`,
  from: 'Có hiệu lực từ ngày',
  fromHelp: 'Ngày đã qua chỉ dùng được khi từ đó chưa có phiếu nào phải tính sang nơi khác.',
  add: {
    open: 'Thêm đơn vị',
    what: 'Đơn vị mới thuộc đơn vị cấp trên đã chọn. Cơ quan có thẩm quyền giải quyết thủ tục (sở, ngành) cũng được thêm tại đây.',
    go: 'Thêm đơn vị',
  },
  merge: {
    open: 'Sáp nhập đơn vị',
    what: 'Các đơn vị đã chọn kết thúc hoạt động trước ngày có hiệu lực. Điểm tiếp nhận, thiết bị, đơn vị cấp dưới và tài khoản của các đơn vị đó chuyển sang đơn vị sau sáp nhập. Kết quả theo cây cũ vẫn xem được. Việc sáp nhập hủy được cho đến trước ngày có hiệu lực.',
    units: 'Các đơn vị sáp nhập',
    into: 'Sau sáp nhập',
    intoNew: 'Lập đơn vị mới',
    intoOne: (name: string) => `Giữ ${name}`,
    counts: (points: string, devices: string, accounts: string) =>
      `Sẽ chuyển: ${points} điểm và quầy, ${devices} thiết bị, ${accounts} tài khoản.`,
    go: 'Sáp nhập',
    done: (name: string) => `Đã ghi việc sáp nhập vào ${name}.`,
  },
  catalogue: {
    open: 'Thêm từ danh mục hành chính',
    what: 'Danh mục đi kèm phần mềm gồm 34 đơn vị cấp tỉnh và 3.321 đơn vị cấp xã (tháng 7/2026), dùng được khi không có mạng. Đơn vị đã có thì được bỏ qua.',
    province: 'Tỉnh, thành phố',
    communes: 'Đơn vị cấp xã',
    under: 'Đặt dưới đơn vị',
    loading: 'Đang tải danh mục…',
    go: 'Thêm các đơn vị đã chọn',
    done: (added: string, known: string) => `Đã thêm ${added} đơn vị; ${known} đơn vị đã có từ trước.`,
  },
  versions: {
    title: 'Quá trình',
    from: 'Từ ngày',
  },
  predecessor: (name: string, day: string) => `Tiếp nối ${name} (đến hết ${day}).`,
  successor: (name: string) => `Đã sáp nhập vào ${name}.`,
  successorLater: (name: string, day: string) => `Sẽ sáp nhập vào ${name} từ ngày ${day}.`,
  ended: (day: string) => `Đơn vị này hoạt động đến hết ngày ${day}.`,
  rename: {
    open: 'Đổi tên hoặc loại',
    what: 'Kết quả của các kỳ trước vẫn mang tên cũ.',
    go: 'Đổi tên',
    done: 'Đã ghi tên mới.',
  },
  move: {
    open: 'Chuyển sang cấp trên khác',
    what: 'Kể từ ngày đã chọn, đơn vị cùng mọi điểm tiếp nhận và đơn vị cấp dưới chuyển sang thuộc đơn vị cấp trên mới. Các kỳ trước giữ nguyên.',
    go: 'Chuyển đơn vị',
    done: 'Đã ghi việc chuyển.',
  },
  close: {
    open: 'Kết thúc hoạt động',
    what: (points: string, devices: string) =>
      `Kể từ ngày đã chọn, đơn vị kết thúc hoạt động. ${points} điểm và quầy ngừng hoạt động theo, ${devices} thiết bị tại đó không còn nơi đặt và ngừng thu ý kiến, mã khảo sát và phiếu mời tại đó hết hiệu lực. Không phiếu khảo sát nào bị xóa. Hủy được cho đến trước ngày đó.`,
    blocked: 'Còn đơn vị cấp dưới: hãy chuyển, sáp nhập hoặc cho các đơn vị đó kết thúc hoạt động trước.',
    go: 'Kết thúc hoạt động',
    done: 'Đã ghi việc kết thúc hoạt động.',
  },
  withdraw: {
    open: 'Hủy quyết định',
    version: (day: string, unit: string, parent: string | null) =>
      `Quyết định có hiệu lực từ ngày ${day} bị hủy. Từ ngày đó đơn vị vẫn là ${unit}${parent === null ? '' : `, thuộc ${parent}`}.`,
    end: (day: string, unit: string) =>
      `Quyết định kết thúc hoạt động từ ngày ${day} bị hủy: ${unit} hoạt động tiếp, cùng các điểm và quầy ngừng hoạt động từ ngày đó. Thiết bị đặt tại đó giữ nguyên chỗ.`,
    merger: (day: string, unit: string) =>
      `Việc sáp nhập từ ngày ${day} bị hủy toàn bộ, không riêng ${unit}: các đơn vị, điểm tiếp nhận, thiết bị và tài khoản giữ nguyên như hiện nay. Đơn vị mới lập khi sáp nhập cũng không còn.`,
    unit: (day: string, unit: string) =>
      `${unit}, dự kiến có từ ngày ${day}, bị bỏ khỏi cây đơn vị. Chỉ bỏ được khi chưa có điểm tiếp nhận, tài khoản hoặc đợt khảo sát nào của đơn vị này.`,
    refused:
      'Chưa hủy được: có quyết định sau đó dựa vào quyết định này. Xin hủy hoặc đổi những quyết định sau trước.',
    go: 'Hủy quyết định',
    done: 'Đã hủy quyết định.',
  },
  point: {
    title: 'Điểm tiếp nhận và quầy',
    none: 'Chưa có điểm tiếp nhận nào.',
    name: 'Tên điểm hoặc quầy',
    at: 'Thuộc điểm tiếp nhận',
    self: 'Là một điểm tiếp nhận riêng',
    counterOf: (name: string) => `Quầy của ${name}`,
    unit: 'Thuộc đơn vị',
    days: 'Các ngày trong tuần',
    weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
    opening: 'Giờ làm việc',
    asCentre: 'theo điểm tiếp nhận',
    session: (n: string) => `Buổi ${n}`,
    opens: 'Mở cửa',
    closes: 'Đóng cửa',
    moreHours: 'Thêm một buổi',
    lessHours: 'Bỏ buổi này',
    fields: 'Lĩnh vực',
    add: {
      open: 'Thêm điểm hoặc quầy',
      what: 'Câu hỏi trên phiếu luôn nêu tên cả điểm tiếp nhận, không nêu tên quầy. Quầy không khai giờ hoặc lĩnh vực riêng thì theo điểm tiếp nhận.',
      go: 'Thêm',
    },
    change: {
      open: (name: string) => `Sửa ${name}`,
      what: 'Tên, giờ và lĩnh vực mới áp dụng từ ngày đã chọn.',
      go: 'Lưu',
    },
    move: {
      open: (name: string) => `Chuyển ${name}`,
      what: 'Các quầy đi theo. Phiếu của các kỳ trước vẫn thuộc nơi cũ trong cây của ngày đó.',
      go: 'Chuyển',
    },
    close: {
      open: (name: string) => `Ngừng hoạt động ${name}`,
      what: (devices: string) =>
        `Kể từ ngày đã chọn, nơi này và các quầy thuộc nơi này ngừng hoạt động; ${devices} thiết bị tại đây không còn nơi đặt và ngừng thu ý kiến, mã khảo sát và phiếu mời của nơi này hết hiệu lực. Không phiếu khảo sát nào bị xóa.`,
      go: 'Ngừng hoạt động',
    },
    done: 'Đã lưu.',
  },
  contact: {
    label: 'Số điện thoại',
    none: 'chưa có',
    inherited: (number: string) => `${number} (của cấp trên)`,
    open: 'Đổi số điện thoại',
    what: 'Người dân thấy số này trên máy tính bảng và trên trang của điện thoại: khi máy không nhận được phiếu, khi góp ý và trong phần cho biết ý kiến được dùng như thế nào. Số mới có hiệu lực ngay. Xin ghi số của cơ quan, không ghi số của riêng ai.',
    help: 'Số cố định, di động hoặc số 1900, 1800, ví dụ 0263 3822 345. Bỏ trống: dùng số của nơi cấp trên.',
    wrong: 'Chưa phải một số điện thoại gọi được. Xin ghi đủ mã vùng, và chỉ một số.',
    go: 'Lưu',
    done: 'Đã lưu số điện thoại.',
  },
};

export type UnitWords = typeof unitsVi;
