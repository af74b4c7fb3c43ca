import { encodeSubmission, isValid, NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import { ABOUT, fitsPlace } from '../../shared/wire/paper.ts';
import type { KeyedForm, PaperBatch } from '../store/paper-batches.ts';

/** Version of the form on paper and the direction of its scale, negative to positive from left to right. */
const UI = 'p1a';

/** Whether what was keyed is a form of the batch: a set that was printed, and for each question something that fits. */
export function isFormOf({ sets }: Pick<PaperBatch, 'sets'>, { set, keyed }: KeyedForm): boolean {
  const items = sets[set]?.length;
  return (
    items !== undefined &&
    keyed.length === items + ABOUT.length &&
    keyed.every((one, place) => fitsPlace(one, place, items))
  );
}

/** What a keyed form says, as a submission. Its date is the batch's half-month, never when it was keyed. */
export function submissionOfForm(batch: PaperBatch, id: string, { set, keyed }: KeyedForm): Submission {
  const it = batch.sets[set]!;
  const answers = keyed.slice(0, it.length);
  const [sex, age, kind] = keyed.slice(it.length).map((one) => (one === 'b' ? null : one)) as [
    1 | 2 | null,
    1 | 2 | 3 | 4 | 5 | null,
    1 | 2 | null,
  ];
  return {
    v: 1,
    id,
    c: batch.campaign,
    f: batch.questionnaire,
    fv: batch.version,
    fm: batch.form,
    sp: batch.servicePoint,
    au: null,
    ch: 'paper',
    b: batch.halfMonth,
    tq: 'ok',
    lg: batch.language,
    fd: batch.field,
    ot: null,
    rk: kind === null ? null : kind === 1 ? 'person' : 'organisation',
    dm: sex === null && age === null ? null : { sex, age },
    ui: UI,
    it: [...it],
    a: [...answers],
    e: 'done',
    q: NO_SIGNALS,
  };
}

export const bytesOfForm = (batch: PaperBatch, id: string, form: KeyedForm): string =>
  encodeSubmission(submissionOfForm(batch, id, form));

/** At least half of the items are answered; "no opinion" is an answer, a blank is none. */
export const isValidForm = (batch: PaperBatch, form: KeyedForm): boolean =>
  isValid({ a: form.keyed.slice(0, batch.sets[form.set]!.length) });
