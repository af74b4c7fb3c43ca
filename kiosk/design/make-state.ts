import { invariant } from '../../shared/assert.ts';
import { type FormKind, type Language, OVERALL, type Questionnaire } from '../../shared/questionnaire.ts';
import type { Place } from '../../shared/wire/device.ts';
import type { Setup } from '../visit/finish.ts';
import { attract, open, step } from '../visit/visit.ts';
import type { Move, Visit } from '../visit/visit-states.ts';
import { type Device, type Scene, usualItems } from './scenes.ts';

/** An office with long names, so that whatever is too narrow shows; the mark of a demo takes its line too. */
export const place: Place = {
  tree: 'demo',
  point: {
    id: 'D1',
    name: {
      vi: 'Trung tâm Phục vụ hành chính công xã Đắk Lâm',
      en: 'Đắk Lâm commune public administration service centre',
    },
  },
  unit: {
    id: 'u1',
    name: { vi: 'Ủy ban nhân dân xã Đắk Lâm', en: 'People’s Committee of Đắk Lâm commune' },
    kind: 'xa',
  },
  campaign: 'd1',
  questionnaire: { id: 'sp39', version: 1 },
  form: 'express',
  authority: null,
  fields: [
    { code: 'ht', name: { vi: 'Hộ tịch', en: 'Civil status' } },
    { code: 'ct', name: { vi: 'Chứng thực', en: 'Certification' } },
    { code: 'dd', name: { vi: 'Đất đai', en: 'Land' } },
    {
      code: 'bt',
      name: { vi: 'Bảo trợ xã hội, người có công', en: 'Social assistance, people of merit' },
    },
    { code: 'kd', name: { vi: 'Hộ kinh doanh', en: 'Household business' } },
  ],
  // no area has this code
  contact: '0268\u00a00212\u00a0530',
};

/** With these as many as the list of a commune has: one counter receives all of them. */
const MORE = [
  { code: 'xd', name: { vi: 'Xây dựng', en: 'Construction' } },
  { code: 'gd', name: { vi: 'Giáo dục', en: 'Education' } },
  { code: 'yt', name: { vi: 'Y tế', en: 'Health' } },
  { code: 'vh', name: { vi: 'Văn hóa', en: 'Culture' } },
  { code: 'nv', name: { vi: 'Nội vụ', en: 'Home affairs' } },
];
/** The longest names that counters have. */
const counters = [
  { vi: 'Quầy 1 Hộ tịch - Chứng thực', en: 'Counter 1 Civil status, certification' },
  {
    vi: 'Quầy 2 Bảo trợ xã hội - Người có công - Giáo dục - Y tế',
    en: 'Counter 2 Social support, people of merit, education, health',
  },
  { vi: 'Quầy 3 Đất đai - Xây dựng', en: 'Counter 3 Land, construction' },
].map((name, i) => ({ id: `Q${i + 1}`, name, fields: i === 2 ? [...place.fields, ...MORE] : place.fields }));
/** Where a tablet stands that asks at which counter somebody was. */
export const hall: Place = { ...place, counters };

/** Nothing here is by chance: the same name is the same picture every time. */
function setupOf(
  device: Device,
  questionnaire: Questionnaire,
  items: readonly number[],
  form: FormKind,
): Setup {
  return {
    place: { ...(device === 'tablet' ? hall : place), form },
    questionnaire,
    channel: device === 'tablet' ? 'kiosk' : 'qr',
    ui: 'k1a',
    opening: [],
    defaultLanguage: 'vi',
    timed: device === 'tablet',
    draw: () => ({ items: [OVERALL, ...items], rests: [] }),
    random: (length) => new Uint8Array(length),
    businessTime: () => ({ ms: Date.UTC(2026, 10, 20, 3), quality: 'ok' }),
    traceSalt: '',
  };
}

/** Longer than any double tap. */
const BETWEEN_MOVES_MS = 1_000;

/** The state of a scene, made by the visit's own machine, which must obey each of the scene's moves. */
export function makeState(
  device: Device,
  scene: Scene,
  language: Language,
  questionnaire: Questionnaire,
  form: FormKind = 'express',
): Visit {
  const setup = setupOf(device, questionnaire, scene.items ?? usualItems(questionnaire), form);
  let now = 0;
  let state: Visit = attract(setup, now);
  if (device === 'phone') state = open(setup, state, now);
  const moves: readonly Move[] = [{ kind: 'language', language }, ...(scene.moves ?? [])];
  for (const move of moves) {
    now += BETWEEN_MOVES_MS;
    const after = step(setup, state, move, now);
    invariant(after !== state, `a scene asks for "${move.kind}" where it changes nothing`);
    state = after;
  }
  return state;
}
