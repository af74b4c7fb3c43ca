import type { CaseTag } from '../../shared/case-tags.ts';
import { fraction, percentHalfUp } from '../../shared/rational.ts';
import type { Language } from '../../shared/questionnaire.ts';
import type { RespondentFacet } from '../../shared/wire/survey-report.ts';

interface PeopleWords {
  readonly facets: Readonly<Record<RespondentFacet, string>>;
  readonly values: Readonly<Record<RespondentFacet, Readonly<Record<string, string>>>>;
  readonly noValue: string;
  readonly tags: Readonly<Record<CaseTag, string>>;
}

const peopleVi: PeopleWords = {
  facets: { sex: 'Giới tính', age: 'Độ tuổi', kind: 'Đối tượng', language: 'Ngôn ngữ trả lời' },
  values: {
    sex: { 1: 'Nam', 2: 'Nữ' },
    age: { 1: '18–24 tuổi', 2: '25–34 tuổi', 3: '35–49 tuổi', 4: '50–60 tuổi', 5: 'Trên 60 tuổi' },
    kind: { person: 'Cá nhân, gia đình', organisation: 'Cơ quan, tổ chức, doanh nghiệp' },
    language: { vi: 'Tiếng Việt', en: 'Tiếng Anh', other: 'Ngôn ngữ khác' },
  },
  noValue: 'Không trả lời câu này',
  tags: {
    manner: 'thái độ',
    waiting: 'thời gian chờ',
    guidance: 'hướng dẫn',
    papers: 'hồ sơ, thủ tục',
    fees: 'phí, lệ phí',
    place: 'cơ sở vật chất',
    online: 'dịch vụ trực tuyến',
    results: 'trả kết quả',
    praise: 'lời khen',
    other: 'vấn đề khác',
  },
};

const peopleEn: PeopleWords = {
  facets: { sex: 'Sex', age: 'Age', kind: 'Respondent', language: 'Language of the answers' },
  values: {
    sex: { 1: 'Men', 2: 'Women' },
    age: { 1: '18–24', 2: '25–34', 3: '35–49', 4: '50–60', 5: 'Over 60' },
    kind: { person: 'Person or family', organisation: 'Agency, organisation, business' },
    language: { vi: 'Vietnamese', en: 'English', other: 'Another language' },
  },
  noValue: 'Did not say',
  tags: {
    manner: 'manner',
    waiting: 'waiting',
    guidance: 'guidance',
    papers: 'papers, procedure',
    fees: 'fees',
    place: 'premises',
    online: 'online services',
    results: 'results',
    praise: 'praise',
    other: 'other',
  },
};

/** Of those who answered, in percent with one decimal; null where one of both is not told. */
export const shareOf = (n: number | null, all: number | null): number | null =>
  n === null || all === null || all === 0 ? null : percentHalfUp(fraction(n, all), 1);

/** What people say of themselves and what remarks are about, as a report names it. */
export const peopleWords: Readonly<Record<Language, PeopleWords>> = { vi: peopleVi, en: peopleEn };
