import type { Language } from '../../shared/questionnaire.ts';
import type { Method } from '../../shared/score.ts';

/** The sentence on the method in its fixed wording, that of the pages, and what an interval does not say. */
const WORDS = {
  vi: {
    top2: 'tỷ lệ câu trả lời “Hài lòng” và “Rất hài lòng” trên tổng số câu trả lời hợp lệ',
    mean5: 'điểm trung bình ÷ 5 × 100',
    ends: {
      pooled: ', gộp từ số đếm gốc (phiếu nhanh: mỗi câu trả lời nhân trọng số cố định của câu hỏi)',
      mean_items: ', lấy trung bình cộng của các tiêu chí',
      mean_factors: ', lấy trung bình cộng của các yếu tố; chung: trung bình của hai nội dung',
      mean_nine_factors: ', lấy trung bình cộng của chín yếu tố',
    },
    label: 'Cách tính:',
    noOpinion: '; không tính “Không có ý kiến”.',
    limits:
      'Khoảng tin cậy chỉ phản ánh sai số ngẫu nhiên, không phản ánh việc chỉ một số người chọn trả lời, sự có mặt của cán bộ, hay việc những người đến cùng ngày thường có ý kiến giống nhau. Kết quả ở đây do đơn vị tự khảo sát, không phải chỉ số do Bộ Nội vụ công bố.',
  },
  en: {
    top2: 'share of answers “Satisfied” and “Very satisfied” among all valid answers',
    mean5: 'mean score ÷ 5 × 100',
    ends: {
      pooled: ', pooled from raw counts (express form: each answer times the fixed weight of its question)',
      mean_items: ', as the mean of the items',
      mean_factors: ', as the mean of the factors; together: the mean of the two areas',
      mean_nine_factors: ', as the mean of the nine factors',
    },
    label: 'How it is computed:',
    noOpinion: '; “No opinion” is not counted.',
    limits:
      'The interval reflects chance error only; not who chose to answer, the presence of staff, or that people who come on the same day tend to answer alike. Results here come from the unit’s own survey; they are not the index published by the Ministry of Home Affairs.',
  },
} as const;

/** Raised when the same counts would give another figure (docs/method.md). */
export const METHOD_VERSION = 1;

export function writeMethod({ statistic, aggregation }: Method, language: Language): string {
  const words = WORDS[language];
  return `${words.label} ${words[statistic]}${words.ends[aggregation]}${words.noOpinion}`;
}

export const writeLimits = (language: Language): string => WORDS[language].limits;
