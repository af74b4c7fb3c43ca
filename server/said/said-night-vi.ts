import { writeDay } from '../../shared/period.ts';
import { countVi, halfDayVi } from './write-vi.ts';

/** The night's work and what else comes again, and the proofs that leave the house. */
export const saidNightVi = {
  jobs: {
    paper: 'đóng tập phiếu giấy bị quên',
    remarks: 'giao góp ý',
    retention: 'xóa dữ liệu hết hạn',
    rechecks: 'chọn người để hỏi lại',
    root: 'ký niêm phong',
    integrity: 'kiểm tra cơ sở dữ liệu',
    places: 'xem điểm khác thường',
    flags: 'đếm phiếu bị đánh dấu',
    backup: 'sao lưu',
    drill: 'khôi phục thử',
    tidy: 'dọn dẹp',
  },
  line: (job: string, said: string) => `xong   ${job}: ${said}`,
  failedLine: (job: string, said: string) => `LỖI    ${job}: ${said}`,
  done: (night: string) => `Việc của đêm ${writeDay(night)} đã xong từ trước.`,
  failed: (code: string) => `Không xong (${code}). Máy chủ sẽ tự làm lại.`,
  failedLastNight: (night: string, job: string, said: string) =>
    `Đêm trước (${writeDay(night)}) việc ${job} không xong: ${said}`,
  paper: (batches: number, days: number) =>
    `Đã đóng ${countVi(batches)} tập phiếu giấy để mở quá ${days} ngày.`,
  remarks: (count: number) => `Đã giao ${countVi(count)} góp ý cho người quản lý.`,
  noRemarks: 'Chưa có góp ý nào phải giao trước thứ Hai.',
  rechecks: (count: number) =>
    `Đã chọn ${countVi(count)} người để hỏi lại có đúng là được phỏng vấn trực tiếp không.`,
  root: (n: number, day: string, root: string, file: string) =>
    `Niêm phong số ${n} ngày ${writeDay(day)}: ${root}\nTối nay gửi ${file} cho đơn vị thứ hai.`,
  whole: 'Cơ sở dữ liệu nguyên vẹn.',
  damaged: (faults: readonly string[]) =>
    `Cơ sở dữ liệu bị hỏng:\n  ${faults.join('\n  ')}\nDừng máy chủ và khôi phục bản sao lưu mới nhất: npm run sipas -- restore TỆP`,
  places: (judged: number, unusual: number) =>
    `Đã xem ${countVi(judged)} nửa tháng của các điểm tiếp nhận, ${countVi(unusual)} nửa tháng khác thường.`,
  flags: (told: number) =>
    `Đã đếm phiếu bị đánh dấu trong ${countVi(told)} nửa tháng của các điểm tiếp nhận.`,
  retained: (gone: Gone) =>
    `Đã xóa vì hết hạn lưu: ${countVi(gone.submissions)} phiếu${gone.until === '' ? '' : ` đến hết ${halfMonthVi(gone.until)}`} (bảng đếm giữ lại), ` +
    `${countVi(gone.remarks)} bản gốc góp ý, ${countVi(gone.audit)} dòng nhật ký, ${countVi(gone.numbers)} số điện thoại của hồ sơ, ` +
    `${countVi(gone.dossiers)} hồ sơ (số đếm giữ lại), ${countVi(gone.plans)} kế hoạch gọi điện, ${countVi(gone.followed)} vụ việc đã xong; ` +
    `${countVi(gone.cases)} lượt gọi và ${countVi(gone.over)} lượt hỏi lại đã kết thúc.`,
  tidied: (links: number, batches: number) =>
    `Đã kết thúc các phiên đăng nhập cũ; xóa ${countVi(links)} đường dẫn và mã không còn dùng được, cùng phiếu mời dùng một lần của ${countVi(batches)} đợt in đã hết hạn.`,
  scores: (halfDay: string, raised: number, ended: number) =>
    `Đã xem điểm của ${halfDayVi(halfDay)}: nêu ${countVi(raised)} cảnh báo điểm thấp, kết thúc ${countVi(ended)} cảnh báo.`,
  exportAudit: {
    name: 'Ghi tên một thư mục mới: npm run sipas -- export-audit THƯ_MỤC',
    notEmpty: (folder: string) =>
      `Thư mục ${folder} không trống. Ghi tên một thư mục mới, để không lẫn tệp cũ vào.`,
    notFolder: (folder: string) => `${folder} không phải là thư mục. Ghi tên một thư mục mới.`,
    notWritten: (folder: string) => `Không ghi được vào ${folder}. Chọn thư mục ghi được rồi chạy lại.`,
    written: (folder: string, submissions: number, seals: number, roots: number) =>
      `Đã ghi vào ${folder}: ${countVi(submissions)} phiếu, ${countVi(seals)} niêm phong của thiết bị, ${countVi(roots)} niêm phong hằng đêm.\n` +
      'Trong đó có phiếu gốc: cất kỹ, không gửi qua thư điện tử. Kiểm chứng với các niêm phong đã gửi đi:\n' +
      `  npm run sipas -- verify ${folder} --roots TỆP`,
  },
  retention: {
    names: (names: readonly string[]) => `Các thời hạn đặt được: ${names.join(', ')}.`,
    range: (name: string, least: number, most: number) => `${name} là số nguyên từ ${least} đến ${most}.`,
    submissionMonths: (n: number) =>
      `submission-months ${n}: phiếu được giữ ${n} tháng sau khi năm báo cáo kết thúc, sau đó chỉ còn bảng đếm`,
    remarkDays: (n: number) => `remark-days ${n}: bản gốc góp ý được giữ ${n} ngày sau nửa tháng có góp ý đó`,
    auditMonths: (n: number) => `audit-months ${n}: nhật ký được giữ ${n} tháng`,
    dossierPhoneDays: (n: number) =>
      `dossier-phone-days ${n}: số điện thoại của hồ sơ được giữ ${n} ngày sau khi trả hồ sơ`,
    dossierMonths: (n: number) => `dossier-months ${n}: hồ sơ được giữ ${n} tháng, sau đó chỉ còn số đếm`,
    caseMonths: (n: number) => `case-months ${n}: vụ việc cùng nội dung được giữ ${n} tháng sau khi xong`,
  },
  clock: {
    say: 'Nếu đồng hồ của máy này đúng, chạy: npm run sipas -- clock accept',
    accepted: (halfDay: string) =>
      `Từ nay ${halfDayVi(halfDay)} được coi là thời điểm mới nhất. Phiếu ghi ngày muộn hơn vẫn giữ nguyên. Khởi động lại: npm start`,
  },
  keys: {
    say: 'Nếu tệp khóa đã mất hẳn, chạy: npm run sipas -- keys renew',
    renewed: (file: string) =>
      `Từ nay dùng các khóa trong ${file}. Cất riêng một bản tệp này, tách khỏi các bản sao lưu.\n` +
      'Những gì chỉ khóa cũ mở được thì đã mất: bản gốc góp ý, tệp cứu hộ làm trước đây, xác thực hai bước của các tài khoản\n' +
      '(với từng tài khoản đó: npm run sipas -- second-factor reset TÊN).',
  },
};

/** What went by age; `until`: the last half-month that went, or nothing. */
export interface Gone {
  readonly submissions: number;
  readonly until: string;
  readonly remarks: number;
  readonly audit: number;
  readonly numbers: number;
  readonly dossiers: number;
  readonly plans: number;
  readonly followed: number;
  readonly cases: number;
  readonly over: number;
}

/** `nửa đầu tháng 11/2026` of `2026-11/1`. */
const halfMonthVi = (halfMonth: string) =>
  `nửa ${halfMonth.endsWith('/1') ? 'đầu' : 'cuối'} tháng ${halfMonth.slice(5, 7)}/${halfMonth.slice(0, 4)}`;

export type SaidNightWords = typeof saidNightVi;
