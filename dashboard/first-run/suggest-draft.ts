import type { Text } from '../../shared/questionnaire.ts';
import { faultsOf } from '../../shared/set-up-rules.ts';
import { DRAFT_STEPS } from '../../shared/wire/first-run.ts';
import type { Draft, DraftStep, Place } from '../../shared/wire/first-run.ts';

/**
 * What most offices of a kind have, filled in beforehand where nobody has filled in anything else. `suggested` is the
 * name that stood here before: a point that has it still takes the new one.
 */
export function suggestDraft(
  draft: Draft,
  suggested: string | undefined,
  known: {
    readonly communes: readonly Place[];
    readonly fields: readonly { readonly code: string; readonly isUsual: boolean }[];
  },
): Draft {
  const name = pointName(draft, known.communes);
  const [first, ...others] = draft.points;
  const usual = known.fields.flatMap(({ code, isUsual }) => (isUsual ? [code] : []));
  const hasNoFields = draft.fields.length + draft.ownFields.length === 0;
  return {
    ...draft,
    points: first
      ? [first.name.vi === suggested ? { ...first, name } : first, ...others]
      : [{ name, counters: [counterName(1), counterName(2)] }],
    fields: hasNoFields && draft.office.kind === 'commune' ? usual : draft.fields,
  };
}

/** A commune has a service centre (Nghị định 150/2025), a department a one-stop section. */
export function pointName({ office }: Draft, communes: readonly Place[]): Text {
  if (office.kind === 'department') {
    const { vi, en } = office.name;
    return {
      vi: `Bộ phận Tiếp nhận và Trả kết quả ${vi.trim()}`,
      en: `One-Stop Section, ${en.trim() || vi.trim()}`,
    };
  }
  const place = communes.find(({ code }) => code === office.commune)?.name ?? { vi: '', en: '' };
  return {
    vi: `Trung tâm Phục vụ hành chính công ${place.vi.charAt(0).toLowerCase()}${place.vi.slice(1)}`,
    en: `${place.en} Public Service Centre`,
  };
}

const counterName = (number: number): Text => ({ vi: `Quầy ${number}`, en: `Counter ${number}` });

/** The next number that no counter of the point has yet. */
export function nextCounter(counters: readonly Text[]): Text {
  let number = counters.length + 1;
  while (counters.some(({ vi }) => vi.trim() === counterName(number).vi)) number++;
  return counterName(number);
}

/** Where somebody goes on who comes back: what follows the office is suggested on leaving its step. */
export function firstStepOf(draft: Draft): DraftStep | 'account' {
  const step = DRAFT_STEPS.find((each) => faultsOf(draft, each).length > 0);
  return step === 'points' && draft.points.length === 0 ? 'office' : (step ?? 'account');
}
