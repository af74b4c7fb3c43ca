import { writeDay } from '../../shared/period.ts';
import { countVi } from './write-vi.ts';

/** What the proof of an audit export finds. `Phiếu` stands for a row, by its id; `niêm phong` for a device's seal or a nightly root. */
export const saidProofVi = {
  name: 'Ghi thư mục của gói kiểm tra niêm phong: npm run sipas -- verify THƯ_MỤC --roots TỆP',
  alone: 'Ghi thư mục của gói kiểm tra niêm phong: node server/cli/verify.ts THƯ_MỤC [TỆP_NIÊM_PHONG.txt]',
  unreadable: (folder: string, code: string) =>
    `Gói kiểm tra trong ${folder} thiếu tệp hoặc có tệp không đọc được (${code}). Chép lại cả thư mục, hoặc xuất gói khác.`,
  summary: (submissions: number, seals: number, roots: number, certified: number) =>
    `Đã xem ${countVi(submissions)} phiếu, ${countVi(seals)} niêm phong của thiết bị, ${countVi(roots)} niêm phong hằng đêm, ${countVi(certified)} báo cáo đã xác nhận.`,
  proven: 'Không có gì bị sửa, bỏ, thêm hay chuyển chỗ.',
  findings: (findings: readonly string[]) =>
    `Phát hiện ${countVi(findings.length)} điều:\n  ${findings.join('\n  ')}`,
  note: (note: string) => `Lưu ý: ${note}`,
  noRoots:
    'Chưa cho biết các niêm phong đã gửi đi (--roots): người giữ khóa của máy chủ có thể đã làm lại toàn bộ gói này.',
  early: (count: number, ids: readonly string[]) =>
    `${countVi(count)} phiếu được tính vào nửa tháng trước nửa tháng ghi trong phiếu, vì đồng hồ chạy nhanh hoặc vì bị chuyển chỗ: ${ids.join(', ')}.`,
  unsealed: (count: number) => `${countVi(count)} phiếu chưa được niêm phong.`,
  held: (leaf: string) => `Phiếu bị giữ lại ${leaf}: nội dung đã bị sửa.`,
  seal: {
    changed: (device: string, n: number) => `Thiết bị ${device}, niêm phong ${n} đã bị sửa.`,
    unsigned: (device: string, n: number) => `Thiết bị ${device}, niêm phong ${n} không do thiết bị này ký.`,
    removed: (device: string, n: number) => `Thiết bị ${device}: niêm phong ${n} đã bị bỏ.`,
    someRemoved: (device: string, from: number, to: number) =>
      `Thiết bị ${device}: các niêm phong ${from} đến ${to} đã bị bỏ.`,
    order: (device: string, n: number, before: number) =>
      `Thiết bị ${device}, niêm phong ${n} không nối tiếp niêm phong ${before}: một trong hai đã bị thay.`,
    total: (device: string, n: number, said: number, total: number) =>
      `Thiết bị ${device}, niêm phong ${n} ghi tổng ${countVi(said)} phiếu, trong khi có ${countVi(total)} phiếu được niêm phong.`,
    twice: (device: string, n: number, twin: { readonly device: string; readonly n: number }, leaf: string) =>
      `Thiết bị ${device}, niêm phong ${n} chứa một phiếu mà niêm phong ${twin.n} của thiết bị ${twin.device} cũng chứa: ${leaf}.`,
    missing: (device: string, n: number, when: string, leaf: string) =>
      `Thiết bị ${device}, niêm phong ${n} (${when}): thiếu một phiếu, đã bị bỏ hoặc bị sửa: ${leaf}.`,
    notInRoot: (device: string, n: number, root: number) =>
      `Thiết bị ${device}, niêm phong ${n}: niêm phong đêm ${root} không biết niêm phong này, hoặc nó nằm ở đêm khác.`,
  },
  entry: {
    changed: (entry: string) => `Mục ghi nhận ${entry} đã bị sửa.`,
    count: (entry: string, said: string, here: number) =>
      `Mục ghi nhận ${entry} nói đã xóa ${said} phiếu, nhưng không phải ${countVi(here)} phiếu này.`,
    absent: (count: number, entry: string) =>
      `${countVi(count)} phiếu được ghi là đã xóa theo mục ghi nhận ${entry}, nhưng không có mục đó.`,
    disagrees: (entry: string, root: number) =>
      `Mục ghi nhận ${entry} và niêm phong đêm ${root} không khớp: mục đó đã bị bỏ, bị sửa hoặc bị thêm vào.`,
  },
  review: (cohort: string, here: number, said: number) =>
    `Phiếu bị giữ lại (${cohort}): ${countVi(here)} phiếu được ghi là đã nhận, trong khi quyết định chỉ nhận ${countVi(said)}: bị thêm vào hoặc bị sửa.`,
  root: {
    changed: (n: number) => `Niêm phong đêm ${n} đã bị sửa.`,
    unsigned: (n: number) => `Niêm phong đêm ${n} không do máy chủ ký.`,
    order: (n: number, before: number) =>
      `Niêm phong đêm ${n} không nối tiếp niêm phong đêm ${before}: một niêm phong đã bị bỏ hoặc bị thay.`,
    noSeal: (n: number, seal: string) =>
      `Niêm phong đêm ${n} nêu một niêm phong của thiết bị không có ở đây: ${seal}.`,
    counts: (point: string, here: number, n: number, count: number) =>
      `Điểm tiếp nhận ${point}: có ${countVi(here)} phiếu, trong khi niêm phong đêm ${n} đếm được ${countVi(count)}.`,
    noLine: 'Tệp niêm phong đã gửi không có dòng nào dạng "sipas-root SỐ NGÀY MÃ".',
    takenBack: (n: number, day: string, restored: string) =>
      `Niêm phong đêm ${n} ngày ${writeDay(day)} đã được rút lại khi khôi phục ngày ${writeDay(restored)}.`,
    notMailed: (n: number, day: string) =>
      `Niêm phong đêm ${n} ngày ${writeDay(day)} không phải là niêm phong đã gửi: những gì trước nó đã bị thay.`,
  },
  row: {
    named: (id: string) => `Phiếu ${id}`,
    sealed: (id: string, device: string, n: number) => `Phiếu ${id} (thiết bị ${device}, niêm phong ${n})`,
    twice: (row: string) => `${row} có hai lần trong gói.`,
    unreadable: (row: string) => `${row} không đọc được: nội dung đã bị sửa.`,
    otherBytes: (row: string, id: string) =>
      `${row} chứa nội dung của phiếu ${id}: nội dung đã bị chuyển chỗ.`,
    moved: (row: string, counted: string, answered: string) =>
      `${row} được tính vào ${counted}, nhưng được trả lời lúc ${answered}: đã bị chuyển chỗ.`,
    standing: (row: string, standing: string, own: string) =>
      `${row} có tình trạng ${standing}, trong khi nội dung và các quyết định đã ghi cho ra ${own}.`,
    wasMoved: (row: string, from: string, to: string) =>
      `${row} đã bị chuyển từ điểm tiếp nhận ${from} sang ${to}.`,
    wasChanged: (row: string, sign: number) => `${row} đã bị sửa ở ký tự thứ ${sign}.`,
    laterSealed: (id: string, point: string, date: string, devices: readonly string[]) =>
      `Phiếu ${id} không có niêm phong, của ${point}, ${date}: thiết bị ${devices.join(', ')} đã niêm phong một ngày muộn hơn. Phiếu bị thêm vào hoặc bị sửa.`,
    noDevice: (id: string, point: string, date: string) =>
      `Phiếu ${id} không có niêm phong, của ${point}, ${date}: khi đó không có thiết bị nào ở đó. Phiếu bị thêm vào hoặc bị sửa.`,
  },
  certified: {
    named: (unit: string, period: string, form: string, version: number) =>
      `Báo cáo đã xác nhận ${unit}, ${period}, ${form}, phiên bản ${version}`,
    changed: (report: string) => `${report} đã bị sửa.`,
    otherName: (report: string) => `${report} mang tên khác với tên trong nội dung.`,
    order: (report: string, before: number) =>
      `${report} không nối tiếp phiên bản ${before}: một phiên bản đã bị bỏ hoặc bị thay.`,
    noEntry: (report: string) => `${report} không nằm trong mục ghi nhận nào: bị thêm vào hoặc bị thay.`,
    gone: (report: string) => `${report} đã bị bỏ hoặc bị thay.`,
  },
};
export type ProofWords = typeof saidProofVi;
/** One thing that is not as it was, in the reader's language. */
export type ProofFinding = (words: ProofWords) => string;
