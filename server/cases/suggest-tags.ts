import type { CaseTag } from '../../shared/case-tags.ts';
import type { SuggestedTag } from '../../shared/wire/followed-cases.ts';

/**
 * Tags that a remark suggests, each with the words that speak for it: a table that anybody can read and argue with, and no
 * model that nobody can. Words are compared syllable by syllable, so "phí" is not found in "phía". Whoever follows the
 * case decides.
 */
const WORDS: Readonly<Partial<Record<CaseTag, string>>> = {
  manner:
    'thái độ, nhã nhặn, lịch sự, niềm nở, vui vẻ, thân thiện, nhiệt tình, tận tình, cáu gắt, gắt gỏng, quát, hách dịch, cửa quyền, thờ ơ, lạnh nhạt, khó chịu, nhũng nhiễu, vòi vĩnh, thiếu tôn trọng',
  waiting:
    'chờ, đợi, chờ lâu, chờ đợi, xếp hàng, lấy số, đến lượt, đông, quá tải, mất thời gian, thời gian chờ, lâu quá, quá lâu, khá lâu',
  guidance: 'hướng dẫn, giải thích, chỉ dẫn, không rõ ràng, nói rõ, nói không rõ, tư vấn, biển chỉ dẫn',
  papers:
    'hồ sơ, giấy tờ, thủ tục, biểu mẫu, mẫu đơn, tờ khai, bổ sung, đi lại nhiều lần, rườm rà, công chứng, chứng thực',
  fees: 'phí, lệ phí, thu tiền, nộp tiền, tiền, giá, biên lai, bồi dưỡng, thu thêm',
  place:
    'ghế, ghế ngồi, quạt, điều hòa, điều hoà, nước uống, nhà vệ sinh, chỗ để xe, bãi xe, gửi xe, mái che, sạch sẽ, nóng, chật, phòng chờ, nơi chờ, máy lấy số, bảng niêm yết, chữ nhỏ, chỗ ngồi',
  online:
    'trực tuyến, qua mạng, dịch vụ công, cổng dịch vụ, tài khoản, vneid, mã qr, quét mã, mạng, phần mềm, hệ thống, nộp online, online, ứng dụng',
  results: 'kết quả, trả kết quả, trễ hẹn, đúng hẹn, sớm hẹn, giấy hẹn, quá hạn, chậm trả, trễ, hẹn lại',
  praise:
    'cảm ơn, cám ơn, hài lòng, rất tốt, tuyệt vời, khen, tận tình, nhanh chóng, chu đáo, hoan nghênh, nhiệt tình, sạch sẽ',
};

interface Phrase {
  readonly tag: CaseTag;
  readonly syllables: readonly string[];
}

const bare = (syllable: string) => syllable.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const PHRASES: readonly Phrase[] = Object.entries(WORDS).flatMap(([tag, words]) =>
  words
    .split(/,\s*/)
    .map((phrase) => ({ tag: tag as CaseTag, syllables: phrase.normalize('NFC').split(/\s+/) })),
);

const NOT: ReadonlySet<string> = new Set([
  'không',
  'chưa',
  'chẳng',
  'đừng',
  'khong',
  'chua',
  'chang',
  'ko',
  'kg',
]);
/** "không được hài lòng lắm": so many syllables before the word may deny it. */
const NOT_REACHES = 3;

/** Tags in the order of the table, each with the words as they stand in the text. */
export function suggestTags(text: string): SuggestedTag[] {
  const syllables =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  // typed without marks: words are compared without, and single syllables say too little then ("cho" is "for" too)
  const isBare = syllables.every((syllable) => bare(syllable) === syllable);
  const written = isBare
    ? PHRASES.filter(({ syllables: own }) => own.length > 1).map(({ tag, syllables: own }) => ({
        tag,
        syllables: own.map(bare),
      }))
    : PHRASES;
  const found = new Map<CaseTag, Set<string>>();
  for (const { tag, syllables: own } of written) {
    for (let i = 0; i + own.length <= syllables.length; i++) {
      if (!own.every((syllable, at) => syllables[i + at] === syllable)) continue;
      // what is denied is no praise; what it is about stays
      if (tag === 'praise' && syllables.slice(Math.max(0, i - NOT_REACHES), i).some((one) => NOT.has(one)))
        continue;
      const words = found.get(tag) ?? new Set();
      found.set(tag, words.add(own.join(' ')));
    }
  }
  return [...found].map(([tag, words]) => ({ tag, words: longest([...words]) }));
}

/** Without those that are part of another one. */
const longest = (words: readonly string[]) =>
  words.filter((word) => !words.some((other) => other !== word && ` ${other} `.includes(` ${word} `)));
