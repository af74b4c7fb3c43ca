import type { Text } from './questionnaire.ts';
import { readOfficePhone } from './vietnam-phone.ts';
import type { FaultAt, FieldFault } from './wire/problem.ts';
import { type Draft, type DraftStep, DRAFT_STEPS, SET_UP_MOST } from './wire/first-run.ts';

/** What each step of the first run must hold: the page says it at the field, the server before it makes anything. */

const RULES: Readonly<Record<DraftStep, (draft: Draft) => FaultAt[]>> = {
  province: ({ province }) => need('province', province),
  office: ({ office }) => [
    ...(office.kind === 'commune'
      ? need('office.commune', office.commune)
      : judgeName('office.name', office.name)),
    ...judgePhone('office.contact', office.contact ?? ''),
  ],
  points: ({ points }) => [
    ...(points.length === 0 ? [fault('points', 'needed')] : []),
    ...judgeNames(
      (i) => `points.${i}.name`,
      points.map(({ name }) => name),
    ),
    ...points.flatMap(({ counters }, i) => judgeNames((j) => `points.${i}.counters.${j}`, counters)),
  ],
  fields: ({ fields, ownFields }) => [
    ...(fields.length + ownFields.length === 0 ? [fault('fields', 'needed')] : []),
    ...judgeNames((i) => `ownFields.${i}`, ownFields),
  ],
};

/** Every field of a step that cannot be taken as it is; of all steps where none is named. */
export function faultsOf(draft: Draft, step?: DraftStep): FaultAt[] {
  return (step ? [step] : DRAFT_STEPS).flatMap((each) => RULES[each](draft));
}

const fault = (at: string, why: FieldFault): FaultAt => ({ at, why });
const need = (at: string, value: string) => (value.trim() === '' ? [fault(at, 'needed')] : []);

/** May be left out. */
const judgePhone = (at: string, phone: string) =>
  phone.trim() !== '' && readOfficePhone(phone) === undefined ? [fault(at, 'wrong')] : [];

function judgeName(at: string, { vi, en }: Text): FaultAt[] {
  const long = (['vi', 'en'] as const).filter(
    (language) => ({ vi, en })[language].trim().length > SET_UP_MOST.name,
  );
  return [...need(`${at}.vi`, vi), ...long.map((language) => fault(`${at}.${language}`, 'too-long'))];
}

/** Names beside each other must differ: citizens and managers choose by them. */
function judgeNames(at: (index: number) => string, names: readonly Text[]): FaultAt[] {
  const bare = names.map(({ vi }) => vi.trim().toLocaleLowerCase('vi'));
  return names.flatMap((name, i) => {
    const isTaken = bare[i] !== '' && bare.indexOf(bare[i]!) < i;
    return [...judgeName(at(i), name), ...(isTaken ? [fault(`${at(i)}.vi`, 'taken')] : [])];
  });
}

/** A name as it is stored; who gave no English one is shown the Vietnamese. */
export const wholeName = ({ vi, en }: Text): Text => ({ vi: vi.trim(), en: en.trim() || vi.trim() });
