import type { Field } from './store/organisation.ts';

/** Fields (groups of procedures) that communes, province centres and departments have; an office chooses its own. */
export const COMMON_FIELDS: readonly Field[] = [
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

/** Those of a commune's service centre (Nghị định 150/2025), ticked beforehand. */
export const COMMUNE_FIELDS: readonly string[] = ['ht', 'ct', 'dd', 'xd', 'bt', 'kd'];
