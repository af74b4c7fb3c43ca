import { type RandomBytes, toHex, uuid4 } from '../../shared/ids.ts';
import { halfDayAt } from '../../shared/period.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import type { Draw, Rests } from '../../shared/rotation.ts';
import { encodeSubmission, type Submission } from '../../shared/submission.ts';
import { type BatchItem, REMARK_MOST } from '../../shared/wire/batch.ts';
import type { Opening, Place } from '../../shared/wire/device.ts';
import { isOutsideHours } from './opening.ts';
import { judge, traceOf } from './signals.ts';
import type { Progress } from './visit-states.ts';

/** The corrected clock at one moment, and how far it can be trusted. */
export interface BusinessTime {
  readonly ms: number;
  readonly quality: Submission['tq'];
}

/** What a visit needs to know and to be given. Clock and chance come from outside. */
export interface Setup {
  readonly place: Place;
  readonly questionnaire: Questionnaire;
  readonly channel: 'kiosk' | 'qr' | 'ticket' | 'assisted' | 'call';
  /** Interface version, which includes the direction of the scale. */
  readonly ui: string;
  readonly opening: readonly Opening[];
  readonly defaultLanguage: 'vi' | 'en';
  /** A kiosk gives the screen back by itself; a person's own phone never hurries anyone. */
  readonly timed: boolean;
  /** Draws the items at the start touch; what it leaves is stored only together with the submission. */
  readonly draw: () => Draw;
  readonly random: RandomBytes;
  readonly businessTime: () => BusinessTime;
  /** Made anew at each start of the app. */
  readonly traceSalt: string;
}

/** A visit's yield: nothing in it is made anew, whatever happens to it later, so its bytes are always the same. */
export interface Finished {
  readonly submission: Submission;
  readonly remark?: { readonly salt: Uint8Array; readonly text: string };
  readonly rests: Rests;
  readonly trace: number;
  readonly run: number;
}

const BUILT_IN = ['vi', 'en'] as const;

function remarkOf(setup: Setup, text: string): Finished['remark'] {
  const clean = text.normalize('NFC').trim().slice(0, REMARK_MOST);
  return clean === '' ? undefined : { salt: setup.random(16), text: clean };
}

/** Makes the submission of a visit in which at least the overall question was answered. */
export function finish(setup: Setup, visit: Progress, end: Submission['e']): Finished {
  const { place } = setup;
  const time = setup.businessTime();
  const trace = traceOf(setup.traceSalt + JSON.stringify(visit.answers));
  const outsideHours = time.quality !== 'unknown' && isOutsideHours(setup.opening, time.ms);
  const { signals, run } = judge({ ...visit, trace, outsideHours });
  const remark = remarkOf(setup, visit.remark);
  const { sex, age, kind } = visit.about;
  const submission: Submission = {
    v: 1,
    id: uuid4(setup.random),
    c: place.campaign,
    f: place.questionnaire.id,
    fv: place.questionnaire.version,
    fm: place.form,
    sp: visit.counter ?? place.point.id,
    au: place.authority,
    ch: setup.channel,
    b: halfDayAt(time.ms),
    tq: time.quality,
    // Which other language it was could name an ethnic group: that is a total of the day.
    lg: BUILT_IN.find((code) => code === visit.language) ?? 'other',
    fd: visit.field,
    ot: null,
    rk: kind,
    dm: sex === null && age === null ? null : { sex, age },
    ui: setup.ui,
    it: [...visit.items],
    a: [...visit.answers],
    e: end,
    q: signals,
  };
  return { submission, ...(remark && { remark }), rests: visit.rests, trace, run };
}

/** What is kept and sent. `rh` is the SHA-256 of the remark behind its salt: the platform's, or a page's own code. */
export function parcelOf(
  { submission, remark }: Finished,
  rh: string | undefined,
): BatchItem & { readonly id: string } {
  const p = encodeSubmission({ ...submission, rh });
  if (!remark) return { id: submission.id, p };
  return { id: submission.id, p, remark: { salt: toHex(remark.salt), text: remark.text } };
}
