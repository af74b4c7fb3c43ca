import { expect, test } from 'vitest';
import { findNames } from './find-names.ts';

const namesIn = (text: string) => findNames(text).map(([from, to]) => text.slice(from, to));

/** Remarks as people write them, by hand; what must go stands behind the arrow. */
const NAMED: readonly string[] = [
  'Cảm ơn chị Lan ở quầy 3. → Lan',
  'Anh Tuấn nói năng khó nghe. → Tuấn',
  'Cô Hoa hướng dẫn tận tình → Hoa',
  'Đề nghị khen ông Nguyễn Văn A ở bộ phận một cửa → Nguyễn Văn A',
  'Tôi gặp bà Trần Thị Bích Ngọc, bà rất vui vẻ → Trần Thị Bích Ngọc',
  'tên tôi là Phạm Hùng, thôn Đông → Phạm Hùng',
  'Tôi là Nguyễn Thị Lan, thôn Đông, xã Sơn Khê. → Nguyễn Thị Lan',
  'Chị cán bộ tên Thu rất dễ thương → Thu',
  'Cháu Minh nhà tôi làm giấy khai sinh → Minh',
  'Nhờ chú Bảy bảo vệ chỉ đường → Bảy',
  'bác sĩ Hùng ký chậm → Hùng',
  'Đồng chí Quang trả lời thẳng thắn → Quang',
  'Hồ sơ do anh Đỗ Mạnh Cường nhận → Đỗ Mạnh Cường',
  'Em Phương Anh làm nhanh → Phương Anh',
  'Thầy Tâm nộp hộ, chị Yến trả lại → Tâm, Yến',
  'Cụ Sáu 80 tuổi phải chờ → Sáu',
  // what the rule cannot know
  'chị lan ở quầy 3 không chào → lan',
  'Lan ở quầy 3 không chào → Lan',
  'CHỊ LAN QUẦY 3 RẤT TỐT → LAN',
  'Cán bộ Hoa nói to → Hoa',
];
/** Remarks that name nobody. */
const UNNAMED: readonly string[] = [
  'Bà con xếp hàng từ sáng.',
  'Ông bà, cô bác lớn tuổi cần ghế ngồi.',
  'Anh chị ở quầy rất nhiệt tình.',
  'Tôi ở Bà Rịa lên, đường xa.',
  'Văn phòng ở phố Hai Bà Trưng khó tìm.',
  'Tàu ra Cô Tô hỏng nên tôi đến muộn.',
  'Đề nghị ông Chủ tịch xem lại.',
  'Anh Công an hướng dẫn kỹ.',
  'Chị Trưởng phòng trả lời rõ.',
  'Tôi là Trưởng thôn Đông.',
  'Bác Hồ dạy cán bộ là công bộc của dân.',
  'Cán bộ Trung tâm rất lịch sự.',
  'Công chức Tư pháp giải thích rõ.',
  'Chủ tịch Ủy ban nhân dân xã nên tiếp dân nhiều hơn.',
  'Ông ở quầy 2 không chào.',
  'Cô ấy nói nhỏ, tôi không nghe được.',
  'Em xin cảm ơn. Em sẽ quay lại.',
  'Chú ý: Máy lấy số bị hỏng.',
  'Bằng tiếng Anh. Rất khó đọc.',
  'Đường Ông Ích Khiêm đang đào.',
  'Cháu tôi làm khai sinh ở Lâm Khê.',
  'Thủ tục Đăng ký khai sinh nhanh.',
  'Cổng Dịch vụ công Quốc gia hay lỗi.',
  'Phường An Điền, xã Nậm Khê đều chậm.',
  'Tên đường không rõ.',
  'Tên cơ quan nên viết to.',
  'Quầy Một cửa đông vào thứ Hai.',
  'Bác sĩ ký giấy chứng sinh chậm.',
  'Ghi sai tên Công ty của tôi.',
  'ANH CHỊ EM CÁN BỘ RẤT TỐT',
];

test('names behind a form of address are found, and hardly anything that is none', () => {
  let [people, found] = [0, 0];
  for (const line of NAMED) {
    const [text = '', names = ''] = line.split(' → ');
    const expected = names.split(', ');
    people += expected.length;
    found += expected.filter((name) => namesIn(text).includes(name)).length;
  }
  const wrong = UNNAMED.filter((text) => namesIn(text).length > 0);
  console.log(
    `names: ${found} of ${people} found; ${wrong.length} of ${UNNAMED.length} remarks without a name masked: ${wrong.join(' | ')}`,
  );
  expect(found).toBeGreaterThanOrEqual(17);
  expect(wrong.length).toBeLessThanOrEqual(1);
});

test('a name ends with the last capital letter, after four words at most', () => {
  expect(namesIn('gặp chị Lan Anh Thư Vân Hà ở quầy')).toEqual(['Lan Anh Thư Vân']);
  expect(namesIn('chị Lan, anh Nam')).toEqual(['Lan', 'Nam']);
});
