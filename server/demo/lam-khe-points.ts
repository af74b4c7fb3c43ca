import type { Text } from '../../shared/questionnaire.ts';
import { COMMUNES, KINDS } from './lam-khe.ts';
import { FIELD_SHARES, JUSTICE, type Shares } from './lam-khe-fields.ts';

/** Where citizens are received in Lâm Khê: counters, halls with kiosks, satellite points. */
export interface DemoPoint {
  readonly id: string;
  readonly unit: string;
  /** Where it is a counter: the place that official sentences name. */
  readonly centre?: string;
  readonly name: Text;
  /** What a citizen may choose here, and how often people come for it. */
  readonly shares: Shares;
  /** Express submissions by walk-up code on an average working day; 0 = none are invented. */
  readonly codeADay: number;
}

/** A reception place: where its kiosks stand, where its calls and paper forms belong. */
export interface Centre {
  readonly unit: string;
  readonly point: string;
  readonly name: Text;
  readonly kiosks: number;
  /** Dossiers on an average working day. */
  readonly dossiers: number;
  readonly shares: Shares;
  /** Points above or below the province's usual satisfaction, so that places differ. */
  readonly shift: number;
  /** Paper forms in each quarter's round of 200. */
  readonly paper: number;
}

/** Take-up of dossiers: kiosk 8-15 %, walk-up code 1-3 %; the middle of each. */
export const TAKE_UP = { kiosk: 0.115, code: 0.02 } as const;

const equal = (...fields: readonly string[]): Shares => fields.map((field) => [field, 1] as const);

/** The centre itself, and shares of its walk-up codes by counter. */
const PROVINCE_HALL: DemoPoint = {
  id: 'lk-ttpv-tt',
  unit: 'lk-ttpv',
  name: {
    vi: 'Trung tâm Phục vụ hành chính công tỉnh Lâm Khê',
    en: 'Lâm Khê Provincial Public Administration Service Centre',
  },
  shares: FIELD_SHARES.province,
  codeADay: 0,
};
const PROVINCE_COUNTERS: readonly DemoPoint[] = (
  [
    ['lk-ttpv-q01', 'Quầy 01 Hướng dẫn', 'Counter 01 Information', [], 10],
    [
      'lk-ttpv-q05',
      'Quầy 05 Tư pháp',
      'Counter 05 Justice',
      equal(...JUSTICE.filter((field) => field !== 'tg')),
      12,
    ],
    [
      'lk-ttpv-q06',
      'Quầy 06 Nông nghiệp - Môi trường',
      'Counter 06 Agriculture and Environment',
      equal('nn'),
      34,
    ],
    ['lk-ttpv-q07', 'Quầy 07 Xây dựng', 'Counter 07 Construction', equal('xd'), 22],
    ['lk-ttpv-q08', 'Quầy 08 Nội vụ', 'Counter 08 Home Affairs', equal('nv'), 14],
    ['lk-ttpv-q12', 'Quầy 12 Trả kết quả', 'Counter 12 Return of results', FIELD_SHARES.province, 8],
  ] as const
).map(([id, vi, en, shares, percent]) => ({
  id,
  unit: PROVINCE_HALL.unit,
  centre: PROVINCE_HALL.id,
  name: { vi, en },
  shares,
  codeADay: (300 * TAKE_UP.code * percent) / 100,
}));

const LEGAL_AID_HALL: DemoPoint = {
  id: 'lk-tgpl-tt',
  unit: 'lk-stp-tgpl',
  name: { vi: 'Trung tâm Trợ giúp pháp lý nhà nước tỉnh Lâm Khê', en: 'Lâm Khê State Legal Aid Centre' },
  shares: equal('tg'),
  codeADay: 0,
};
/** Legal aid is no dossier of the centre: about one code in ten working days. */
const LEGAL_AID_COUNTERS: readonly DemoPoint[] = [
  { vi: 'Quầy 1 Tiếp nhận yêu cầu trợ giúp pháp lý', en: 'Counter 1 Requests for legal aid' },
  { vi: 'Quầy 2 Tư vấn pháp luật', en: 'Counter 2 Legal advice' },
].map((name, i) => ({
  id: `lk-tgpl-q${i + 1}`,
  unit: LEGAL_AID_HALL.unit,
  centre: LEGAL_AID_HALL.id,
  name,
  shares: equal('tg'),
  codeADay: 0.1,
}));

const COUNTERS: readonly { readonly name: Text; readonly shares: Shares; readonly percent: number }[] = [
  {
    name: { vi: 'Hộ tịch - Chứng thực', en: 'Civil status, certification' },
    shares: [
      ['ht', 28],
      ['ct', 33],
    ],
    percent: 56,
  },
  {
    name: { vi: 'Đất đai - Xây dựng - Nông nghiệp', en: 'Land, construction, agriculture' },
    shares: [
      ['dd', 15],
      ['xd', 3],
      ['nn', 2],
    ],
    percent: 20,
  },
  {
    name: {
      vi: 'Bảo trợ xã hội - Người có công - Giáo dục - Y tế',
      en: 'Social support, people of merit, education, health',
    },
    shares: [
      ['bt', 12],
      ['gd', 1],
      ['yt', 1],
    ],
    percent: 16,
  },
  {
    name: { vi: 'Hộ kinh doanh - Hướng dẫn trực tuyến', en: 'Household business, help online' },
    shares: equal('kd'),
    percent: 8,
  },
];

const hallIdOf = (commune: string) => `${commune}-tt`;

/** A commune's counters; where there are three, the second takes the fourth's work. */
function countersOf({ id, counters }: (typeof COMMUNES)[number]): DemoPoint[] {
  return COUNTERS.slice(0, counters).map(({ name, shares, percent }, i) => {
    const takesOn = counters === 3 && i === 1 ? COUNTERS[3]! : undefined;
    const does = takesOn ? { vi: `${name.vi} - Hộ kinh doanh`, en: `${name.en}, household business` } : name;
    return {
      id: `${id}-q${i + 1}`,
      unit: id,
      centre: hallIdOf(id),
      name: { vi: `Quầy ${i + 1} ${does.vi}`, en: `Counter ${i + 1} ${does.en}` },
      shares: [...shares, ...(takesOn?.shares.map(([field]) => [field, 4] as const) ?? [])],
      codeADay: (40 * TAKE_UP.code * (percent + (takesOn?.percent ?? 0))) / 100,
    };
  });
}

const hallOf = ({ id, kind, place }: (typeof COMMUNES)[number]): DemoPoint => ({
  id: hallIdOf(id),
  unit: id,
  name: {
    vi: `Trung tâm Phục vụ hành chính công ${KINDS[kind].vi} ${place}`,
    en: `${place} ${KINDS[kind].en} Public Administration Service Centre`,
  },
  shares: FIELD_SHARES.commune,
  codeADay: 0,
});

const satelliteOf = ({ id, satellite }: (typeof COMMUNES)[number]): DemoPoint[] =>
  satellite === null
    ? []
    : [
        {
          id: `${id}-diem`,
          unit: id,
          name: { vi: `Điểm tiếp nhận ${satellite}`, en: `${satellite} reception point` },
          shares: FIELD_SHARES.commune,
          codeADay: 0.12,
        },
      ];

export const POINTS: readonly DemoPoint[] = [
  PROVINCE_HALL,
  ...PROVINCE_COUNTERS,
  LEGAL_AID_HALL,
  ...LEGAL_AID_COUNTERS,
  ...COMMUNES.flatMap((commune) => [hallOf(commune), ...countersOf(commune), ...satelliteOf(commune)]),
];

export const CENTRES: readonly Centre[] = [
  {
    unit: 'lk-ttpv',
    point: 'lk-ttpv-q12',
    name: { vi: 'Trung tâm tỉnh', en: 'Provincial centre' },
    kiosks: 1,
    dossiers: 300,
    shares: FIELD_SHARES.province,
    shift: 0,
    paper: 72,
  },
  ...COMMUNES.map(({ id, kind, place, kiosks, shift }) => ({
    unit: id,
    point: hallIdOf(id),
    name: { vi: `${KINDS[kind].vi} ${place}`, en: `${place} ${KINDS[kind].en}` },
    kiosks,
    dossiers: 40,
    shares: FIELD_SHARES.commune,
    shift,
    paper: 16,
  })),
];

/** Where the kiosk and the walk-up code stand that a visitor of the demo is shown. */
export const SHOWN = { kiosk: 'lk-dong-lam-tt', code: 'lk-dong-lam-q1' } as const;
