/**
 * Personal names in a remark: words with a capital letter behind a form of address ("chị Lan", "ông Nguyễn Văn A") or
 * behind "tên là". No list of names: Vietnamese names are words, and a list would hide half of every sentence. Missed are
 * names without a capital letter, without a form of address, and in a text that is all capitals.
 */
const ADDRESS = [
  'anh',
  'chị',
  'cô',
  'chú',
  'bác',
  'ông',
  'bà',
  'em',
  'cháu',
  'dì',
  'cậu',
  'thím',
  'mợ',
  'thầy',
];
const LONGER = [
  'bác sĩ',
  'luật sư',
  'thầy giáo',
  'cô giáo',
  'đồng chí',
  'đ/c',
  'cụ',
  'tên là',
  'tên',
  'tên tôi là',
  'tôi tên',
];
const either = (word: string) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`;
const BEFORE = [...LONGER, ...ADDRESS]
  .sort((a, b) => b.length - a.length)
  .map(either)
  .join('|');
const CAPITAL = String.raw`\p{Lu}\p{L}*`;
const AFTER_ADDRESS = new RegExp(
  String.raw`(?<=(?<!\p{L})(${BEFORE})\s{1,2})${CAPITAL}(?:\s${CAPITAL}){0,3}(?!\p{L})`,
  'gu',
);
/** "tôi là Nguyễn Thị Lan": two words at least, because "tôi là Trưởng thôn" names nobody. */
const AFTER_I_AM = new RegExp(
  String.raw`(?<=(?<!\p{L})[Tt]ôi là\s{1,2})${CAPITAL}(?:\s${CAPITAL}){1,3}(?!\p{L})`,
  'gu',
);

/** Places and people of history that begin with a form of address. */
const PLACES =
  /(?<!\p{L})(?:Bà Rịa|Bà Nà|Bà Triệu|Bà Trưng|Bà Huyện|Bà Điểm|Bà Chiểu|Bà Đen|Cô Tô|Cô Giang|Cô Bắc|Bác Ái|Bác Hồ|Anh Sơn|Ông Ích Khiêm|Ông Đốc|Chú Hỏa)(?!\p{L})/u;
/** Offices: "ông Chủ tịch", "anh Công an". */
const OFFICE =
  /^(?:Chủ tịch|Phó|Trưởng (?:phòng|thôn|ban|bản|ấp|khu)|Giám đốc|Bí thư|Công an|Cán bộ|Công chức|Nhân viên|Bảo vệ|Kế toán|Địa chính|Tư pháp|Thư ký|Văn thư|Hiệu trưởng|Một cửa)(?!\p{L})/u;

/** Where names stand in a text: from, and before. */
export function findNames(text: string): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (const match of [...text.matchAll(AFTER_ADDRESS), ...text.matchAll(AFTER_I_AM)]) {
    const [name] = match;
    const from = match.index;
    if (OFFICE.test(text.slice(from, from + 40))) continue;
    const before = match[1] ?? '';
    if (before !== '' && PLACES.test(`${before} ${name}`)) continue;
    found.push([from, from + name.length]);
  }
  return found;
}
