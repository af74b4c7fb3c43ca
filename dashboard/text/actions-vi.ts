/** Words of everything a manager does with a device: each says what will happen before it does. */
export const actionsVi = {
  heading: 'Thao tác',
  cancel: 'Không thực hiện',
  busy: 'Đang gửi…',
  name: 'Tên thiết bị',
  nameHelp: 'Ví dụ: Ki-ốt cửa ra vào. Tên này hiện trên máy khi đăng ký, để khỏi nhầm máy.',
  nameMissing: 'Xin đặt tên cho thiết bị.',
  nameLong: (most: number) => `Tên quá dài: nhiều nhất ${most} ký tự.`,
  point: 'Điểm tiếp nhận',
  pointChoose: '– Chọn điểm tiếp nhận –',
  pointMissing: 'Xin chọn điểm tiếp nhận.',
  pointSame: 'Máy đang đặt tại điểm này. Xin chọn điểm khác.',
  holder: 'Loại thiết bị',
  holderNone: 'Máy tính bảng đặt tại quầy',
  holderPhone: (name: string) => `Điện thoại của ${name}`,
  holderHelp:
    'Cán bộ này dùng điện thoại để phỏng vấn trực tiếp và không xem được kết quả. Khi tài khoản bị ngừng, máy bị thu hồi ngay.',
  starts: 'Kể từ ngày',
  startsMissing: 'Xin chọn ngày, từ hôm nay trở đi.',
  note: 'Lý do (được ghi vào quá trình sử dụng)',
  noteMissing: 'Xin ghi lý do để tiện tra cứu về sau.',

  add: {
    title: 'Thêm thiết bị',
    lead: 'Đặt tên, chọn nơi đặt máy. Sau đó trang này hiện một mã để đăng ký máy tính bảng; mã dùng được một lần, trong 10 phút.',
    submit: 'Tạo thiết bị và mã đăng ký',
    noPoints: 'Chưa có điểm tiếp nhận nào trong phạm vi tài khoản này được giao. Xin liên hệ quản trị viên.',
    refused:
      'Chưa thêm được thiết bị: điểm này chưa có đợt khảo sát nào hoặc đã ngừng hoạt động. Hãy tạo đợt khảo sát trước, hoặc chọn điểm khác.',
  },
  code: {
    open: 'Tạo mã đăng ký',
    what: 'Máy chưa đăng ký. Mã mới dùng được một lần, trong 10 phút; mã cũ (nếu có) hết hiệu lực ngay.',
    go: 'Tạo mã đăng ký',
  },
  again: {
    open: 'Đăng ký lại (khóa mới)',
    what: 'Dùng khi máy bị xóa dữ liệu, bị nghi sao chép hoặc không gửi được nữa. Máy sẽ có khóa mới sau khi nhập mã; cho đến lúc đó máy vẫn dùng khóa cũ. Số phiếu và lịch sử được giữ nguyên.',
    go: 'Tạo mã đăng ký lại',
  },
  replace: {
    open: 'Thay bằng máy khác',
    what: 'Một thiết bị mới được thêm vào cùng điểm tiếp nhận, với mã đăng ký riêng. Máy cũ chuyển sang tạm ngừng: ngừng nhận phiếu mới nhưng vẫn gửi nốt phiếu đã nhận. Khi máy cũ đã gửi hết thì thu hồi.',
    go: 'Thêm máy thay thế',
  },
  move: {
    open: 'Chuyển nơi đặt',
    what: 'Kể từ ngày đã chọn, phiếu của máy được tính cho điểm tiếp nhận mới. Phiếu của những ngày trước, kể cả phiếu đến muộn, vẫn thuộc nơi cũ. Không phiếu nào bị mất.',
    go: 'Chuyển máy',
    refused:
      'Chưa chuyển được: đến ngày đã chọn điểm này không còn hoạt động, hoặc tình trạng của máy vừa thay đổi.',
    done: (point: string, day: string) => `Đã ghi: máy thuộc ${point} kể từ ngày ${day}.`,
  },
  stop: {
    open: 'Tạm ngừng',
    what: 'Máy ngừng mời người dân góp ý, nhưng vẫn gửi nốt phiếu đã nhận. Có thể dùng lại bất cứ lúc nào.',
    go: 'Tạm ngừng máy này',
    done: 'Đã tạm ngừng. Máy sẽ ngừng từ lần liên lạc tới.',
  },
  start: {
    open: 'Dùng lại',
    what: 'Máy sẽ mời người dân góp ý trở lại từ lần liên lạc tới.',
    go: 'Dùng lại máy này',
    done: 'Đã cho dùng lại.',
  },
  pin: {
    open: 'Đổi mã PIN',
    what: 'Mã PIN mở trang dành cho cán bộ trên máy. Mã mới có hiệu lực từ lần liên lạc tới; đến lúc đó mã cũ vẫn dùng được.',
    go: 'Tạo mã PIN mới',
    show: 'Mã PIN mới',
  },
  seen: {
    open: 'Đã xem',
    what: 'Ghi nhận đã xem các niêm phong bị từ chối và số phiếu bị giữ lại của máy. Cảnh báo tương ứng tắt đi và máy chủ nhận tiếp; có trường hợp mới thì cảnh báo bật lại. Không có gì bị xóa.',
    go: 'Ghi nhận đã xem',
    done: 'Đã ghi nhận.',
  },
  retire: {
    open: 'Thu hồi vĩnh viễn',
    what: 'Việc thu hồi không thể đảo ngược. Máy ngừng nhận phiếu. Phiếu nào máy còn gửi về sẽ được giữ lại chờ xem xét: không tính vào kết quả cho đến khi có người quyết định, và không phiếu nào bị bỏ đi.',
    waiting: (count: string) =>
      `Lần liên lạc cuối, trên máy còn ${count} phiếu chưa gửi. Nên cho máy gửi hết trước khi thu hồi.`,
    sure: 'Tôi đã đọc và muốn thu hồi máy này',
    sureMissing: 'Xin đánh dấu vào ô này nếu chắc chắn.',
    go: 'Thu hồi máy này',
    done: 'Đã thu hồi. Máy vẫn ở trong danh sách để tra cứu.',
  },
  refused: 'Máy chủ chưa chấp nhận. Tình trạng của máy có thể vừa thay đổi; xin xem lại rồi thử lại.',

  sheet: {
    title: (name: string) => `Đăng ký máy: ${name}`,
    onlyHere:
      'Địa chỉ này chỉ mở được trên chính máy chủ. Muốn dùng máy tính bảng khác, người vận hành cần đặt địa chỉ chung (PUBLIC_URL) rồi khởi động lại máy chủ.',
    step1: 'Trên máy tính bảng, mở Chrome và vào địa chỉ',
    step2: 'Nhập mã này (chữ hoa hay chữ thường đều được)',
    step3: 'Đối chiếu tên máy và điểm tiếp nhận hiện trên máy, rồi bấm xác nhận.',
    orScan: 'Hoặc quét mã QR này bằng máy ảnh của máy tính bảng',
    qrLabel: 'Mã QR chứa địa chỉ và mã đăng ký',
    left: (clock: string) => `Mã còn dùng được trong ${clock}`,
    over: 'Mã đã hết hạn.',
    spent: 'Mã này không còn dùng được: đã bị nhập sai nhiều lần, hoặc đã có mã mới hơn.',
    fresh: 'Tạo mã mới',
    used: 'Máy đã đăng ký xong. Mã này không còn dùng được nữa.',
    pin: 'Mã PIN của trang dành cho cán bộ',
    pinOnce: 'Mã PIN chỉ hiện một lần này. Xin ghi lại và giao cho người phụ trách máy.',
    close: 'Xong, về trang của máy',
    once: 'Mã chỉ hiện trên trang này và chỉ dùng được một lần. Rời trang thì cần tạo mã mới.',
  },
};

export type ActionWords = typeof actionsVi;
