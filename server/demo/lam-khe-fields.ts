import type { Field } from '../store/organisation.ts';

/** Fields (groups of procedures) of a commune, a province centre and a department of justice. */
export const FIELDS: readonly Field[] = [
  { code: 'ht', name: { vi: 'Hộ tịch', en: 'Civil status' } },
  { code: 'ct', name: { vi: 'Chứng thực', en: 'Certification' } },
  { code: 'dd', name: { vi: 'Đất đai', en: 'Land' } },
  { code: 'xd', name: { vi: 'Xây dựng', en: 'Construction' } },
  { code: 'nn', name: { vi: 'Nông nghiệp, môi trường', en: 'Agriculture and environment' } },
  {
    code: 'bt',
    name: {
      vi: 'Bảo trợ xã hội, người có công, giảm nghèo',
      en: 'Social support, people of merit, poverty reduction',
    },
  },
  { code: 'gd', name: { vi: 'Giáo dục', en: 'Education' } },
  { code: 'yt', name: { vi: 'Y tế', en: 'Health' } },
  { code: 'kd', name: { vi: 'Hộ kinh doanh', en: 'Household business' } },
  { code: 'nv', name: { vi: 'Nội vụ', en: 'Home affairs' } },
  { code: 'ls', name: { vi: 'Luật sư', en: 'Lawyers' } },
  { code: 'cc', name: { vi: 'Công chứng', en: 'Notaries' } },
  { code: 'dg', name: { vi: 'Đấu giá tài sản', en: 'Property auction' } },
  { code: 'qtv', name: { vi: 'Quản tài viên', en: 'Insolvency administrators' } },
  { code: 'tpl', name: { vi: 'Thừa phát lại', en: 'Bailiffs' } },
  { code: 'tg', name: { vi: 'Trợ giúp pháp lý', en: 'Legal aid' } },
  { code: 'nqt', name: { vi: 'Nuôi con nuôi, quốc tịch', en: 'Adoption and nationality' } },
  {
    code: 'hg',
    name: {
      vi: 'Hòa giải thương mại, giám định tư pháp, phổ biến giáo dục pháp luật',
      en: 'Commercial mediation, judicial expertise, legal education',
    },
  },
];

/** Decided by the Department of Justice, wherever the citizen hands them in. */
export const JUSTICE: readonly string[] = ['ls', 'cc', 'dg', 'qtv', 'tpl', 'tg', 'nqt', 'hg'];

export type Shares = readonly (readonly [field: string | null, weight: number])[];

/** What people come for; null = the field was not chosen. Of the province centre's dossiers 12 % are justice. */
export const FIELD_SHARES: Readonly<Record<'commune' | 'province', Shares>> = {
  commune: [
    ['ht', 28],
    ['ct', 33],
    ['dd', 15],
    ['bt', 12],
    ['kd', 4],
    ['xd', 3],
    [null, 5],
  ],
  province: [
    ['nn', 40],
    ['xd', 24],
    ['nv', 19],
    ['nqt', 5],
    ['cc', 4],
    ['ls', 3],
    [null, 5],
  ],
};
