import type { Text } from '../../shared/questionnaire.ts';
import type { Target } from '../../shared/wire/overview.ts';

/**
 * The fictional province Lâm Khê as data: a real structure (two levels, public service centres in communes by
 * Nghị định 150/2025), invented places. It is a unit tree of its own, so that nothing of it adds to real rows.
 */
export interface DemoUnit {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly name: Text;
  readonly contact?: string;
}

/**
 * A telephone number of the invented province that can never ring anybody: no area of Viet Nam has the code 0268
 * (2036/QĐ-BTTTT of 2016), and behind an area code no number begins with 0.
 */
const phoneOf = (end: number) => `02680212${String(end).padStart(3, '0')}`;

export const TOP = 'lk-tinh';
export const JUSTICE_UNIT = 'lk-so-tu-phap';
/** No account is invented for somebody who could sign in. */
export const AUTHOR = 'demo';
export const CAMPAIGN = 'lk-thuong-xuyen';
/** Two-level local government began on this day. */
export const TWO_LEVELS_SINCE = '2025-07-01';

export const COMMUNES = [
  { id: 'lk-dong-lam', kind: 'phuong', place: 'Đông Lâm', counters: 4, kiosks: 2, shift: 0, satellite: null },
  { id: 'lk-tan-khe', kind: 'phuong', place: 'Tân Khê', counters: 4, kiosks: 1, shift: 2, satellite: null },
  {
    id: 'lk-dak-lam',
    kind: 'xa',
    place: 'Đắk Lâm',
    counters: 3,
    kiosks: 1,
    shift: -1,
    satellite: 'Krông Lâm',
  },
  { id: 'lk-nam-khe', kind: 'xa', place: 'Nậm Khê', counters: 3, kiosks: 1, shift: -2, satellite: 'Nậm Sơn' },
  { id: 'lk-phu-dien', kind: 'xa', place: 'Phú Điền', counters: 3, kiosks: 1, shift: 0, satellite: null },
  { id: 'lk-son-khe', kind: 'xa', place: 'Sơn Khê', counters: 3, kiosks: 1, shift: 1, satellite: null },
  { id: 'lk-minh-dien', kind: 'xa', place: 'Minh Điền', counters: 3, kiosks: 1, shift: 2, satellite: null },
  { id: 'lk-an-dien', kind: 'xa', place: 'An Điền', counters: 3, kiosks: 1, shift: 1, satellite: null },
] as const;

export const KINDS = { phuong: { vi: 'phường', en: 'Ward' }, xa: { vi: 'xã', en: 'Commune' } } as const;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const unit = (
  id: string,
  parent: string | null,
  kind: string,
  vi: string,
  en: string,
  phone?: number,
): DemoUnit => ({
  id,
  parent,
  kind,
  name: { vi, en },
  ...(phone !== undefined && { contact: phoneOf(phone) }),
});

export const UNITS: readonly DemoUnit[] = [
  unit(
    TOP,
    null,
    'tinh',
    'UBND tỉnh Lâm Khê (dữ liệu minh họa)',
    'Lâm Khê Province (illustrative data)',
    100,
  ),
  unit('lk-so-noi-vu', TOP, 'so', 'Sở Nội vụ', 'Department of Home Affairs'),
  unit(JUSTICE_UNIT, TOP, 'so', 'Sở Tư pháp', 'Department of Justice'),
  unit('lk-stp-vp', JUSTICE_UNIT, 'so', 'Văn phòng Sở Tư pháp', 'Office of the Department of Justice'),
  unit(
    'lk-stp-hcbt',
    JUSTICE_UNIT,
    'so',
    'Phòng Hành chính và Bổ trợ tư pháp',
    'Justice Administration and Support Division',
  ),
  unit(
    'lk-stp-vb',
    JUSTICE_UNIT,
    'so',
    'Phòng Xây dựng, kiểm tra văn bản và theo dõi thi hành pháp luật',
    'Legal Drafting, Review and Enforcement Monitoring Division',
  ),
  unit('lk-stp-pb', JUSTICE_UNIT, 'so', 'Phòng Phổ biến, giáo dục pháp luật', 'Legal Education Division'),
  unit(
    'lk-stp-tgpl',
    JUSTICE_UNIT,
    'so',
    'Trung tâm Trợ giúp pháp lý nhà nước',
    'State Legal Aid Centre',
    330,
  ),
  unit(
    'lk-stp-dg',
    JUSTICE_UNIT,
    'so',
    'Trung tâm Dịch vụ đấu giá tài sản',
    'Property Auction Service Centre',
  ),
  unit('lk-vp', TOP, 'so', 'Văn phòng UBND tỉnh', "Office of the Provincial People's Committee"),
  unit(
    'lk-ttpv',
    'lk-vp',
    'tinh',
    'Trung tâm Phục vụ hành chính công tỉnh',
    'Provincial Public Administration Service Centre',
    120,
  ),
  ...COMMUNES.map(({ id, kind, place }, i) =>
    unit(id, TOP, kind, `${capital(KINDS[kind].vi)} ${place}`, `${place} ${KINDS[kind].en}`, 510 + i * 10),
  ),
];

/** 90 % in 2025 and a point more each year to 95 % in 2030: the resolution's end points, unverified. */
export function targetOf(year: number): Target {
  const percent = Math.min(95, Math.max(90, 90 + year - 2025));
  const source =
    year <= 2025
      ? {
          vi: 'Mục tiêu minh họa theo Nghị quyết số 76/NQ-CP (chưa đối chiếu với văn bản gốc)',
          en: 'Illustrative, after Resolution 76/NQ-CP (not checked against its text)',
        }
      : {
          vi: `Mục tiêu minh họa năm ${year} của tỉnh Lâm Khê, không phải mục tiêu chính thức`,
          en: `Illustrative target of Lâm Khê Province for ${year}, not an official one`,
        };
  return { year, percent, source };
}
