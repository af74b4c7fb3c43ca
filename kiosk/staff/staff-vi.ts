/** Vietnamese texts of the staff page. It speaks to an official at work: short, with the next step. */
export const staffVi = {
  languageName: 'Tiếng Việt',
  locale: 'vi-VN',
  title: 'Trang dành cho cán bộ',
  pageOf: 'Thiết bị {device}',
  marks: { real: '', demo: 'DỮ LIỆU MINH HỌA', training: 'LUYỆN TẬP' },
  back: 'Về màn hình khảo sát',
  again: 'Thử lại',
  loading: 'Đang mở…',
  erase: 'Xóa một ký tự',
  go: 'Tiếp tục',
  languages: 'Ngôn ngữ',

  code: {
    title: 'Đăng ký thiết bị',
    text: 'Xin nhập mã đăng ký 8 ký tự do quản trị viên cấp cho thiết bị này, hoặc quét mã QR đi kèm. Chữ hoa hay chữ thường đều được.',
    label: 'Mã đăng ký, 8 ký tự',
    keys: 'Bàn phím nhập mã',
    asking: 'Đang hỏi máy chủ…',
  },
  scan: {
    open: 'Quét mã QR',
    title: 'Quét mã đăng ký',
    text: 'Xin hướng máy ảnh vào mã QR trên màn hình của quản trị viên.',
    otherCode: 'Đây không phải mã đăng ký của hệ thống này. Xin quét mã trên trang “Đăng ký máy”.',
  },
  confirm: {
    title: 'Có đúng thiết bị này không?',
    otherTitle: 'Mã này dành cho một thiết bị khác',
    text: 'Xin đối chiếu với thông tin quản trị viên đã cấp trước khi đăng ký.',
    device: 'Thiết bị',
    point: 'Điểm tiếp nhận',
    use: 'Dùng để',
    uses: { real: 'Khảo sát chính thức', demo: 'Dữ liệu minh họa', training: 'Luyện tập' },
    yes: 'Đúng thiết bị này',
    no: 'Không đúng, nhập mã khác',
  },
  known: {
    renews:
      'Máy này chính là thiết bị trên, đã đăng ký từ trước. Đăng ký lại chỉ thay khóa ký; mọi phiếu vẫn được giữ, {n} phiếu chưa gửi sẽ gửi tiếp.',
    replaces:
      'Máy này đang được đăng ký là “{device}” nhưng chưa nhận phiếu nào; đăng ký xong, máy sẽ là thiết bị trên.',
    carries:
      'Máy chủ không còn nhận ra “{device}”, tên đã đăng ký trước đây của máy này. Mọi phiếu vẫn được giữ; {n} phiếu chưa gửi sẽ được gửi dưới tên thiết bị mới, phiếu nào không khớp điểm tiếp nhận mới sẽ được người phụ trách xem xét.',
    belongs:
      'Máy này là “{device}” và đang giữ phiếu của thiết bị đó ({n} phiếu chưa gửi), nên không thể đăng ký thành thiết bị khác. Nếu máy được chuyển chỗ, đề nghị quản trị viên đổi điểm tiếp nhận của “{device}” trên trang quản trị, không cần mã. Nếu cần đăng ký lại, xin dùng mã cấp cho đúng “{device}”.',
  },
  enrolling: {
    title: 'Đang đăng ký thiết bị',
    text: 'Xin giữ trang này mở cho đến khi xong.',
    doneTitle: 'Đã đăng ký xong',
    doneText: 'Thiết bị “{device}” đã sẵn sàng nhận phiếu tại {point}.',
    open: 'Mở màn hình khảo sát',
    stopTitle: 'Chưa đăng ký được',
    otherCode: 'Nhập mã khác',
  },
  enrolFaults: {
    'code-refused':
      'Mã không đúng, đã được dùng hoặc đã hết hạn. Xin kiểm tra lại từng ký tự; nếu vẫn không được, đề nghị quản trị viên cấp mã mới.',
    'too-many': 'Đã thử quá nhiều lần. Xin đợi {n} giây rồi thử lại.',
    unreachable:
      'Chưa kết nối được với máy chủ. Mã vẫn còn dùng được. Xin kiểm tra Wi-Fi hoặc dây mạng rồi thử lại.',
    portal:
      'Mạng này yêu cầu đăng nhập hoặc đang chặn máy chủ. Xin mở trang đăng nhập của mạng Wi-Fi, đăng nhập rồi thử lại.',
    busy: 'Máy chủ đang bận hoặc đang bảo trì. Mã vẫn còn dùng được. Xin đợi vài phút rồi thử lại.',
    'not-persisted':
      'Trình duyệt chưa bảo đảm lưu giữ dữ liệu. Mã vẫn còn dùng được. Xin đóng cửa sổ riêng tư (ẩn danh) nếu đang dùng, cài trang này thành ứng dụng (Thêm vào màn hình chính), rồi mở lại.',
    'browser-too-old':
      'Trình duyệt này quá cũ nên không dùng để khảo sát được. Xin cập nhật Chrome (từ bản 108) hoặc iPadOS (từ bản 16.4), rồi mở lại. Mã vẫn còn dùng được.',
    'no-key':
      'Trình duyệt không giữ được khóa ký của thiết bị. Xin tắt chế độ riêng tư hoặc chế độ phong tỏa (Lockdown), rồi thử lại. Mã vẫn còn dùng được.',
    'no-storage':
      'Máy không ghi được dữ liệu. Xin xóa bớt ảnh, phim hoặc ứng dụng không dùng, khởi động lại máy rồi thử lại bằng chính mã này. Không xóa dữ liệu của trình duyệt.',
    'no-questionnaire':
      'Thiết bị đã đăng ký, nhưng chưa tải được phiếu khảo sát. Xin kiểm tra mạng rồi bấm “Thử lại”; không cần mã mới.',
  },

  pin: {
    title: 'Nhập mã PIN của cán bộ',
    text: 'Mã PIN do quản trị viên cấp cùng với thiết bị này.',
    label: 'Mã PIN',
    typed: 'Đã nhập {n} chữ số',
    keys: 'Bàn phím số',
    open: 'Mở',
    checking: 'Đang kiểm tra…',
    wrong: 'Mã PIN không đúng. Còn {n} lần thử.',
    wrongLast: 'Mã PIN không đúng. Còn 1 lần thử, sau đó trang sẽ tạm khóa.',
    locked: 'Trang tạm khóa do nhập sai 5 lần. Xin đợi {time} rồi thử lại.',
    forgotten: 'Quên mã PIN? Đề nghị quản trị viên đặt mã PIN mới; máy sẽ nhận mã đó khi có mạng.',
  },
  noPin: 'Thiết bị này chưa đặt mã PIN: ai cũng mở được trang này. Chỉ nên dùng như vậy khi chạy thử.',

  lamps: { green: 'Bình thường', amber: 'Cần lưu ý', red: 'Cần xử lý ngay' },
  lampOf: 'Tình trạng thiết bị',
  well: ['Thiết bị hoạt động bình thường.', 'Không cần làm gì.'],
  alsoWrong: 'Ngoài ra',
  reasons: {
    'cannot-keep': [
      'Thiết bị không lưu được phiếu.',
      'Ngừng dùng thiết bị này, mời người dân quét mã QR tại quầy, và báo ngay cho quản trị viên.',
    ],
    lost: [
      'Thiết bị này thiếu {n} phiếu so với số đã đếm.',
      'Không xóa gì, không cài lại. Bấm “Gửi ngay”, rồi báo con số này cho quản trị viên.',
    ],
    'database-fails': [
      'Bộ nhớ chính của thiết bị gặp lỗi.',
      'Khởi động lại máy. Nếu vẫn báo lỗi, xuất tệp cứu hộ rồi báo quản trị viên.',
    ],
    'journal-fails': [
      'Sổ dự phòng, nơi giữ bản thứ hai của mỗi phiếu, không ghi được.',
      'Bấm “Gửi ngay”, rồi khởi động lại máy. Nếu vẫn báo lỗi, báo quản trị viên.',
    ],
    'not-persisted': [
      'Trình duyệt chưa bảo đảm lưu giữ dữ liệu.',
      'Cài trang này thành ứng dụng (Thêm vào màn hình chính), không dùng cửa sổ riêng tư (ẩn danh), rồi mở lại.',
    ],
    'storage-full': [
      'Bộ nhớ của máy gần hết, còn dưới 200 MB.',
      'Ngay hôm nay, xin xóa bớt ảnh, phim hoặc ứng dụng không dùng. Không xóa dữ liệu của trình duyệt.',
    ],
    'storage-corrupt': [
      'Bộ nhớ báo đầy dù máy còn chỗ trống: dữ liệu có thể bị hỏng.',
      'Không xóa gì. Bấm “Gửi ngay”, xuất tệp cứu hộ, khởi động lại máy, rồi báo quản trị viên.',
    ],
    refused: [
      'Máy chủ không còn nhận ra thiết bị này.',
      'Phiếu vẫn nằm trên máy. Đề nghị quản trị viên cấp mã đăng ký mới cho đúng thiết bị này.',
    ],
    'key-lost': [
      'Khóa ký của thiết bị không dùng được.',
      'Phiếu vẫn được lưu và gửi nhưng chưa được ký. Đề nghị quản trị viên cấp mã đăng ký mới cho đúng thiết bị này.',
    ],
    'old-app': ['Phiên bản phần mềm đã quá cũ.', 'Nối mạng rồi bấm “Tìm bản cập nhật”.'],
    'unsent-long': [
      '{n} phiếu đang chờ gửi, có phiếu đã chờ hơn năm ngày làm việc.',
      'Nối mạng rồi bấm “Gửi ngay”. Nếu nơi này không có mạng, xuất tệp cứu hộ và giao cho quản trị viên.',
    ],
    'unsent-old': [
      '{n} phiếu đang chờ gửi, có phiếu đã chờ quá một ngày làm việc.',
      'Kiểm tra Wi-Fi hoặc dây mạng rồi bấm “Gửi ngay”.',
    ],
    silent: [
      'Đã quá một ngày làm việc chưa liên lạc được với máy chủ.',
      'Kiểm tra Wi-Fi hoặc dây mạng rồi bấm “Gửi ngay”.',
    ],
    'storage-low': [
      'Bộ nhớ của máy còn dưới 500 MB.',
      'Trong tuần này, xin xóa bớt ảnh, phim hoặc ứng dụng không dùng. Không xóa dữ liệu của trình duyệt.',
    ],
    'clock-off': [
      'Đồng hồ của máy lệch hơn 10 phút.',
      'Bật “Ngày và giờ tự động” trong phần cài đặt của máy.',
    ],
    'not-collecting': [
      'Thiết bị đang tạm ngừng nhận phiếu.',
      'Phiếu đã có vẫn được gửi. Muốn dùng lại, xin liên hệ quản trị viên.',
    ],
    held: [
      'Máy chủ đang giữ lại {n} phiếu để người phụ trách xem xét.',
      'Trên máy này không cần làm gì; xin báo quản trị viên.',
    ],
    faults: [
      'Thiết bị đã ghi nhận {n} lỗi.',
      'Xem mục “Lỗi đã ghi nhận” bên dưới. Nếu ngày mai vẫn còn, báo quản trị viên.',
    ],
  },

  figures: {
    title: 'Phiếu trên thiết bị',
    kept: 'Đã nhận từ khi đăng ký',
    unsent: 'Đang chờ gửi',
    oldest: 'Phiếu chờ lâu nhất',
    held: 'Máy chủ giữ lại để xem xét',
    contact: 'Liên lạc gần nhất',
    deviceTitle: 'Thiết bị',
    free: 'Bộ nhớ còn trống',
    persisted: 'Trình duyệt bảo đảm lưu giữ',
    clock: 'Đồng hồ so với máy chủ',
    seal: 'Niêm phong gần nhất',
    app: 'Phiên bản phần mềm',
    questionnaire: 'Phiếu khảo sát',
    heard: 'Ngôn ngữ có giọng đọc',
    coming: 'Đang tải giọng đọc',
    faults: 'Lỗi đã ghi nhận',
  },
  none: 'Không có',
  unknown: 'Chưa rõ',
  never: 'Chưa lần nào',
  yes: 'Có',
  no: 'Chưa',
  sealNo: 'Số {n}',
  noSeal: 'Chưa có',
  version: 'bản {n}',
  morning: 'sáng {day}',
  afternoon: 'chiều {day}',
  at: '{time} ngày {day}',
  since: '{name}, từ {at}',
  clockRight: 'Đúng (lệch dưới 1 phút)',
  clockSlow: 'Chậm {n} phút',
  clockFast: 'Nhanh {n} phút',

  test: {
    title: 'Tự kiểm tra đầu ngày',
    run: 'Kiểm tra lại',
    running: 'Đang kiểm tra…',
    goodTitle: 'Thiết bị đã sẵn sàng',
    badTitle: 'Có mục cần xem lại',
    badText: 'Xin báo cán bộ phụ trách. Màn hình khảo sát sẽ tự mở lại sau nửa phút.',
    whenDone: 'Hôm nay, {time}: {result}',
    allGood: 'mọi mục đều đạt',
    someBad: '{n} mục cần xem lại',
    notYet: 'Hôm nay chưa kiểm tra.',
    ok: 'Đạt',
    warn: 'Lưu ý',
    bad: 'Chưa đạt',
    skipped: 'Chưa thử',
    checks: {
      browser: 'Trình duyệt đủ mới',
      persisted: 'Trình duyệt bảo đảm lưu giữ',
      journal: 'Ghi và đọc lại sổ dự phòng',
      database: 'Ghi và đọc lại bộ nhớ chính',
      key: 'Khóa ký: ký thử và kiểm chữ ký',
      words: 'Đủ nội dung hiển thị và phiếu khảo sát',
      free: 'Bộ nhớ còn trống',
      clock: 'Đồng hồ đúng',
      contact: 'Liên lạc được với máy chủ',
    },
  },

  actions: {
    title: 'Thao tác',
    send: 'Gửi ngay',
    sendText: 'Gửi mọi phiếu đang chờ về máy chủ.',
    sending: 'Đang gửi, còn {n} phiếu…',
    sent: 'Đã gửi hết.',
    sentSome: 'Đã gửi {done} phiếu, còn {n} phiếu. Xin kiểm tra mạng rồi bấm lại.',
    sentNone: 'Chưa gửi được phiếu nào; {n} phiếu vẫn nằm trên máy. Xin kiểm tra mạng rồi bấm lại.',
    sentPortal:
      'Chưa gửi được: mạng này yêu cầu đăng nhập trước. Xin đăng nhập Wi-Fi rồi bấm lại; {n} phiếu vẫn nằm trên máy.',
    sentRefused: 'Máy chủ chưa nhận; {n} phiếu vẫn nằm trên máy. Xin thử lại sau, hoặc báo quản trị viên.',
    rescue: 'Xuất tệp cứu hộ',
    rescueText: 'Khi thiết bị không thể nối mạng: lưu mọi phiếu thành một tệp mã hóa mà chỉ máy chủ mở được.',
    rescuing: 'Đang chuẩn bị tệp…',
    rescued:
      'Đã lưu tệp {file} với {n} phiếu. Xin chép tệp vào USB hoặc gửi cho quản trị viên để nhập vào máy chủ. Không xóa gì trên máy này: phiếu vẫn được giữ và sẽ tự gửi khi có mạng, phiếu trùng chỉ tính một lần.',
    rescueEmpty: 'Trên máy không có phiếu nào để xuất.',
    rescueNoKey:
      'Thiết bị chưa nhận được khóa mã hóa của máy chủ. Xin nối mạng một lần rồi bấm “Gửi ngay”, sau đó xuất lại.',
    rescueFailed: 'Chưa tạo được tệp. Xin khởi động lại máy rồi thử lại; phiếu vẫn nằm trên máy.',
    update: 'Tìm bản cập nhật',
    updateText: 'Bản mới chỉ được dùng khi không có ai đang trả lời.',
    updating: 'Đang tìm…',
    updateFound: 'Có bản mới. Bản mới sẽ được dùng khi màn hình khảo sát không có ai trong một phút.',
    updateNone: 'Đang dùng bản mới nhất.',
    updateFailed: 'Chưa tìm được. Xin kiểm tra mạng rồi bấm lại.',
    enrol: 'Đăng ký lại',
    enrolText: 'Khi quản trị viên cấp mã mới cho thiết bị này.',
  },
  notEnrolled: 'Thiết bị này chưa được đăng ký.',
  failedTitle: 'Trang này chưa mở được',
  failedText:
    'Máy không đọc được dữ liệu đã lưu. Không xóa gì, xin khởi động lại máy; nếu vẫn không được, báo quản trị viên.',

  faultNames: {
    'storage-blocked': 'Bộ nhớ chính bị một trang khác giữ',
    'storage-terminated': 'Bộ nhớ chính bị trình duyệt ngắt',
    'storage-hangs': 'Bộ nhớ chính phản hồi quá chậm',
    'storage-fails': 'Bộ nhớ chính báo lỗi',
    'outbox-lacks': 'Bộ nhớ chính thiếu {n} phiếu',
    'outbox-lost': 'Thiếu {n} phiếu so với số đã đếm',
    'entry-unreadable': 'Có phiếu không đọc được',
    'keep-failed': 'Có lần không lưu được phiếu',
    'around-missing':
      'Thiếu phần chữ to, ngôn ngữ khác, giọng đọc, thông báo về quyền riêng tư và lối vào của cán bộ',
    'outbox-fails': 'Có lần chỉ ghi được vào sổ dự phòng',
    'outbox-restored': 'Đã khôi phục {n} phiếu từ sổ dự phòng',
    'journal-damaged': 'Sổ dự phòng có chỗ hỏng',
    'device-restored': 'Đăng ký được khôi phục từ sổ dự phòng',
    'tend-fails': 'Có lần không niêm phong được phiếu',
    'packs-late': 'Quá một ngày chưa tải xong giọng đọc của một ngôn ngữ',
  },
} as const;
