import type { CutBy } from './wire/cuts.ts';

/** How cuts and their values are called where they have no names of their own: on the pages and in files of counts. */
const vi = {
  cuts: {
    unit: 'Đơn vị trực thuộc',
    point: 'Điểm tiếp nhận, quầy',
    authority: 'Cơ quan có thẩm quyền',
    field: 'Lĩnh vực',
    channel: 'Hình thức trả lời',
    form: 'Loại phiếu',
    language: 'Ngôn ngữ',
    sex: 'Giới tính',
    age: 'Độ tuổi',
    kind: 'Cá nhân, tổ chức',
    ontime: 'Hồ sơ đúng hạn, trễ hạn',
    version: 'Phiên bản bộ câu hỏi',
  } satisfies Record<CutBy, string>,
  values: {
    language: { vi: 'Tiếng Việt', en: 'Tiếng Anh', other: 'Ngôn ngữ khác' },
    sex: { 1: 'Nam', 2: 'Nữ' },
    age: { 1: '18–24 tuổi', 2: '25–34 tuổi', 3: '35–49 tuổi', 4: '50–60 tuổi', 5: 'Trên 60 tuổi' },
    kind: { person: 'Cá nhân, gia đình', organisation: 'Cơ quan, tổ chức, doanh nghiệp' },
    ontime: { early: 'Trước hạn', on: 'Đúng hạn', late: 'Trễ hạn' },
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  none: {
    authority: 'Chính nơi tiếp nhận',
    field: 'Không chọn lĩnh vực',
    ontime: 'Không rõ thời hạn',
  } as Readonly<Record<string, string>>,
  noValue: 'Không trả lời câu này',
};
export type CutWords = typeof vi;

const en: CutWords = {
  cuts: {
    unit: 'Units below',
    point: 'Service point, counter',
    authority: 'Competent authority',
    field: 'Field',
    channel: 'Way of answering',
    form: 'Form',
    language: 'Language',
    sex: 'Sex',
    age: 'Age',
    kind: 'Person or organisation',
    ontime: 'On time or late',
    version: 'Questionnaire version',
  },
  values: {
    language: { vi: 'Vietnamese', en: 'English', other: 'Another language' },
    sex: { 1: 'Men', 2: 'Women' },
    age: { 1: '18–24', 2: '25–34', 3: '35–49', 4: '50–60', 5: 'Over 60' },
    kind: { person: 'Person or family', organisation: 'Agency, organisation, business' },
    ontime: { early: 'Before time', on: 'On time', late: 'Late' },
  },
  none: {
    authority: 'The receiving office itself',
    field: 'No field chosen',
    ontime: 'Not known',
  },
  noValue: 'Did not say',
};

export const cutWords = { vi, en } as const;
