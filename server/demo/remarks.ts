import type { ReplyWords } from '../../shared/wire/followed-cases.ts';

/** Eighteen invented remarks, as people write them at a counter: three of them are older. */
export interface DemoRemark {
  readonly text: string;
  readonly praises: boolean;
  readonly older?: true;
  /** The place it speaks of, where it speaks of one. */
  readonly unit?: string;
}

const praise = (text: string): DemoRemark => ({ text, praises: true });
const complaint = (text: string, more: Pick<DemoRemark, 'older' | 'unit'> = {}): DemoRemark => ({
  text,
  praises: false,
  ...more,
});

export const REMARKS: readonly DemoRemark[] = [
  praise(
    'Cán bộ hướng dẫn rất tận tình, tôi làm xong giấy khai sinh cho cháu chỉ trong một buổi sáng. Xin cảm ơn.',
  ),
  praise('Nơi chờ sạch sẽ, có nước uống và quạt mát. Cảm ơn trung tâm.'),
  praise('Chị ở quầy giải thích kỹ, tôi chỉ phải đi một lần là đủ giấy tờ.'),
  praise('Kết quả có sớm hơn một ngày so với giấy hẹn. Tôi rất hài lòng.'),
  praise('Thái độ nhã nhặn, có mời người lớn tuổi ngồi và gọi vào trước.'),
  praise('Được hỗ trợ nộp hồ sơ trực tuyến ngay tại chỗ nên rất tiện.'),
  complaint('Tôi phải bổ sung hồ sơ hai lần, mong cán bộ hướng dẫn đầy đủ ngay từ đầu.'),
  complaint('Sáng thứ Hai rất đông, đề nghị mở thêm quầy hoặc kê thêm ghế ngồi chờ.'),
  complaint('Hồ sơ đất đai của gia đình tôi trễ hẹn mà không thấy ai báo trước.', { older: true }),
  complaint('Máy lấy số bị hỏng, mọi người phải đứng xếp hàng khá lâu.'),
  complaint('Bảng niêm yết thủ tục chữ nhỏ quá, người già khó đọc.'),
  complaint('Từ khi gộp quầy, tôi phải chờ gần một tiếng mới đến lượt.', { unit: 'lk-an-dien' }),
  complaint('Mong có người giúp bà con lớn tuổi quét mã và nộp hồ sơ qua mạng.'),
  complaint('Tôi gửi phản ánh đã lâu mà chưa nhận được trả lời. Kính mong lãnh đạo xem xét.', {
    older: true,
  }),
  complaint('Chỗ để xe hẹp, trời mưa không có mái che.', { older: true }),
  complaint('Đề nghị niêm yết rõ mức lệ phí chứng thực ngay trước quầy.'),
  complaint('Giấy hẹn ghi buổi sáng nhưng đến chiều mới có kết quả, tôi ở xa nên đi lại vất vả.'),
  complaint('Đường vào trung tâm khó tìm, nên có thêm biển chỉ dẫn ở ngã ba.'),
];

/** What the province published about them, the newest first: two, because each stands half a minute on idle tablets. */
export const REPLIES: readonly { readonly vi: ReplyWords; readonly en: ReplyWords }[] = [
  {
    vi: {
      said: 'Sáng thứ Hai rất đông, phải chờ lâu mới đến lượt.',
      did: 'Các trung tâm xã, phường mở thêm một quầy vào sáng thứ Hai và kê thêm ghế ngồi chờ.',
    },
    en: {
      said: 'Monday mornings are very crowded and the wait is long.',
      did: 'Commune centres open one more counter on Monday mornings and have put up more seats.',
    },
  },
  {
    vi: {
      said: 'Bảng niêm yết thủ tục chữ nhỏ, người lớn tuổi khó đọc.',
      did: 'Đã in lại bảng niêm yết cỡ chữ lớn; mức lệ phí được ghi ngay trước quầy.',
    },
    en: {
      said: 'The notices of procedures are in small print, hard to read for older people.',
      did: 'The notices have been reprinted in large letters; fees now stand in front of each counter.',
    },
  },
];
