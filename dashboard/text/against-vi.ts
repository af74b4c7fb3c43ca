import type { NotWeighed, WeighedBy } from '../../shared/wire/against-dossiers.ts';

/** Words of what stands beside dossiers: how many forms came, and the percentages weighted by them. */
export const againstVi = {
  title: 'So với hồ sơ đã trả',
  lead: 'Số phiếu nhiều hay ít so với số hồ sơ đã trả, và tỷ lệ hài lòng sẽ là bao nhiêu nếu mỗi lĩnh vực, mỗi đơn vị được tính theo số hồ sơ của mình.',
  loading: 'Đang tải số liệu hồ sơ…',
  takeUp: 'Số phiếu trên 100 hồ sơ đã trả',
  total: (forms: string, returned: string, per100: string) =>
    `${forms} phiếu và ${returned} hồ sơ đã trả: ${per100} phiếu trên 100 hồ sơ.`,
  noDossiers:
    'Chưa đủ số liệu hồ sơ của cả kỳ này nên chưa so được. Bảng thống kê chỉ có theo tháng; nửa tháng và kỳ báo cáo cần danh sách hồ sơ.',
  toMonth: (month: string) => `Xem ${month.charAt(0).toLowerCase()}${month.slice(1)}`,
  knownUntil: (day: string) =>
    `Danh sách hồ sơ mới có đến ngày ${day}: hồ sơ trả sau ngày đó chưa được tính, nên số phiếu trên 100 hồ sơ có thể cao hơn thực tế.`,
  noForms: 'Chưa nêu được số phiếu của kỳ này.',
  units: 'Theo đơn vị',
  fields: 'Theo lĩnh vực',
  fieldsOpen:
    'Số liệu theo lĩnh vực chỉ nêu khi kỳ đã kết thúc, để không ai đoán được câu trả lời của một người.',
  columns: { unit: 'Đơn vị', field: 'Lĩnh vực', per100: 'Phiếu trên 100 hồ sơ', of: 'Phiếu / hồ sơ đã trả' },
  few: 'chưa nêu',
  unknown: 'chưa có số liệu',
  of: (forms: string, returned: string) => `${forms} / ${returned}`,
  takeUpNote:
    'Đếm phiếu có trả lời câu hỏi chung, theo loại phiếu đang chọn. Người đến hỏi mà không có hồ sơ cũng có thể trả lời, và một người có thể có nhiều hồ sơ: đây là số để biết phiếu thu được nhiều hay ít, không phải tỷ lệ người trả lời.',
  weighed: 'Con số thứ hai: tính theo số hồ sơ',
  weighedLead:
    'Con số chính gộp mọi phiếu như nhau. Con số thứ hai cho mỗi lĩnh vực hoặc đơn vị đúng tỷ trọng hồ sơ đã trả, để nơi có ít người trả lời không bị lấn át. Con số này đứng bên cạnh, không thay con số chính.',
  weighedColumns: {
    group: 'Tỷ lệ hài lòng',
    plain: 'Con số chính, gộp mọi phiếu',
    by: { field: 'Theo hồ sơ từng lĩnh vực', unit: 'Theo hồ sơ từng đơn vị' } satisfies Record<
      WeighedBy,
      string
    >,
  },
  groups: { I: 'Chính sách công', II: 'Dịch vụ hành chính công' },
  not: {
    headline: 'Con số chính chưa nêu được.',
    open: 'Chỉ tính khi kỳ đã kết thúc.',
    dossiers: 'Chưa đủ số liệu hồ sơ của cả kỳ.',
    'one-row': 'Chỉ có một nhóm nên không có gì để tính lại.',
    unnamed: 'Chưa đến 80 % số phiếu có ghi lĩnh vực.',
    few: 'Chưa đủ phiếu ở từng nhóm.',
  } satisfies Record<NotWeighed, string>,
  shares: (by: string) => `Tỷ trọng đã dùng: ${by}`,
  shareColumns: ['Nhóm', 'Hồ sơ đã trả', 'Tỷ trọng hồ sơ', 'Số phiếu', 'Tỷ trọng phiếu'],
  others: 'Các nhóm ít phiếu, gộp lại',
  more: (name: string) => `${name}, cùng nhóm chưa có phiếu nào`,
  weighedNote:
    'P = Σ W·p với W là tỷ trọng hồ sơ đã trả; khoảng tin cậy 95 % theo mẫu phân tầng. Nhóm dưới 10 phiếu được gộp, không bỏ. Không kiểm định giữa hai con số, vì cả hai cùng tính từ những phiếu ấy.',
};

export type AgainstWords = typeof againstVi;
