import type { ListStep } from '../../shared/wire/manage-fields.ts';
import type { ShippedList } from '../../shared/wire/shipped-lists.ts';
import type { FieldFault } from '../../shared/wire/problem.ts';

/** Words of the pages of fields and procedures. */
export const fieldsVi = {
  title: 'Lĩnh vực và thủ tục',
  lead: 'Một danh sách dùng chung cho mọi đơn vị. Mã không bao giờ đổi nghĩa: tên được sửa cho đúng, mục không còn dùng thì cho hết hiệu lực và vẫn giữ trong lịch sử.',
  loading: 'Đang tải danh sách…',
  onlyTop:
    'Danh sách chung do quản trị viên hoặc người quản lý của đơn vị cấp trên cùng thay đổi; tài khoản này chỉ xem.',
  addField: 'Thêm lĩnh vực',
  addProcedure: 'Thêm thủ tục',
  takeList: 'Nhập danh sách',
  withEnded: (count: string) => `Hiện cả mục đã hết hiệu lực (${count})`,
  fields: 'Lĩnh vực',
  procedures: 'Thủ tục',
  noFields: 'Chưa có lĩnh vực nào. Có thể nhập danh sách có sẵn của xã, phường.',
  noProcedures: 'Chưa có thủ tục nào.',
  columns: {
    name: 'Tên',
    code: 'Mã',
    field: 'Lĩnh vực',
    authority: 'Cơ quan có thẩm quyền',
    points: 'Điểm tiếp nhận',
    procedures: 'Số thủ tục',
    valid: 'Hiệu lực',
  },
  receives: 'Nơi tiếp nhận',
  valid: {
    open: (from: string) => `Từ ${from}`,
    until: (from: string, to: string) => `${from} đến ${to}`,
    ended: (to: string) => `Hết hiệu lực sau ngày ${to}`,
    later: (from: string) => `Sẽ có hiệu lực từ ${from}`,
  },

  entry: {
    newField: 'Thêm lĩnh vực',
    newProcedure: 'Thêm thủ tục',
    gone: 'Không có mục này.',
    code: 'Mã',
    codeHelp: 'Chữ không dấu, chữ số, dấu chấm, gạch nối; sau này không đổi được.',
    name: 'Tên',
    nameHelp:
      'Chỉ sửa tên khi tên ghi chưa đúng; tên mới áp dụng cả cho kết quả trước đây. Nếu là nội dung khác, xin lập mã mới.',
    field: 'Lĩnh vực',
    authority: 'Cơ quan có thẩm quyền giải quyết',
    validFrom: 'Có hiệu lực từ ngày',
    save: 'Lưu',
    saved: 'Đã lưu.',
    acts: 'Hiệu lực',
    end: {
      open: 'Cho hết hiệu lực',
      day: 'Ngày cuối cùng có hiệu lực',
      field: (points: string, procedures: string) =>
        `Sau ngày này, lĩnh vực này không còn hiển thị ở ${points} điểm tiếp nhận, và ${procedures} thủ tục của lĩnh vực cùng hết hiệu lực. Phiếu đã nhận và kết quả giữ nguyên.`,
      procedure: 'Sau ngày này thủ tục không còn được chọn. Mục này vẫn ở trong lịch sử.',
      go: 'Cho hết hiệu lực',
    },
    reopen: {
      open: 'Bỏ ngày hết hiệu lực',
      what: 'Mục này có hiệu lực trở lại, không có ngày kết thúc.',
      go: 'Bỏ ngày hết hiệu lực',
    },
  },
  faults: {
    'code taken': 'Mã này đã có trong danh sách.',
    'code wrong': 'Mã chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối.',
    'field unknown': 'Xin chọn một lĩnh vực.',
    'validTo too-late': 'Thủ tục không thể có hiệu lực lâu hơn lĩnh vực chứa thủ tục.',
  } as Readonly<Record<string, string>>,

  list: {
    title: 'Nhập danh sách',
    lead: 'Tệp CSV (UTF-8, dấu phẩy hoặc dấu chấm phẩy) với dòng đầu: code, name_vi, name_en, field, authority, valid_from, valid_to. Dòng để trống cột field là lĩnh vực; dòng có field là thủ tục của lĩnh vực đó. Xem trước rồi mới ghi; có một dòng sai thì không ghi dòng nào.',
    codeNote:
      'Trong bảng tính, xin đặt cột code là dạng văn bản để mã 1.001190 không mất số 0 cuối, rồi lưu tệp dạng “CSV UTF-8”.',
    file: 'Tệp CSV trên máy này',
    notUtf8: 'Tệp không phải UTF-8. Xin lưu lại dạng “CSV UTF-8”.',
    tooLarge: 'Tệp quá lớn (trên 1 MB).',
    shipped: 'Danh sách có sẵn trong phần mềm',
    lists: {
      commune: 'Xã, phường, đặc khu',
      justice: 'Sở Tư pháp',
    } satisfies Record<ShippedList, string>,
    checking: 'Đang kiểm tra…',
    of: (name: string) => `Xem trước: ${name}`,
    counts: (added: string, changed: string, same: string, ended: string | null) =>
      `${added} mục mới, ${changed} mục sửa, ${ended === null ? '' : `${ended} thủ tục hết hiệu lực theo lĩnh vực, `}${same} mục giữ nguyên.`,
    write: 'Nhập danh sách này',
    nothing: 'Danh sách giống hệt những gì đã có, không cần nhập.',
    written: 'Đã nhập danh sách.',
    other: 'Chọn danh sách khác',
    faulty: (count: string) => `${count} chỗ sai, chưa ghi gì. Xin sửa tệp rồi chọn lại.`,
    acts: {
      add: 'Mới',
      change: 'Sửa',
      same: 'Giữ nguyên',
      end: 'Hết hiệu lực theo lĩnh vực',
    } satisfies Record<ListStep['act'], string>,
    kinds: { field: 'Lĩnh vực', procedure: 'Thủ tục' } satisfies Record<ListStep['kind'], string>,
    columns: {
      line: 'Dòng',
      column: 'Cột',
      why: 'Chỗ sai',
      act: 'Thao tác',
      kind: 'Loại',
      code: 'Mã',
      name: 'Tên',
    },
    header: 'Dòng đầu phải có các cột code, name_vi, field và không có cột lạ.',
    faults: {
      needed: 'Còn trống.',
      'too-long': 'Quá dài.',
      wrong: 'Chưa đúng dạng.',
      unknown: 'Không có trong danh sách hoặc trong cây đơn vị.',
      taken: 'Mã này xuất hiện hai lần trong tệp.',
      order: 'Ngày kết thúc trước ngày bắt đầu.',
      'too-late': 'Muộn hơn ngày kết thúc của lĩnh vực.',
      'too-many': 'Quá nhiều ô hoặc dòng.',
    } as Partial<Record<FieldFault, string>>,
  },
};

export type FieldsWords = typeof fieldsVi;
