import { type RandomBytes, toHex, uuid4 } from '../../shared/ids.ts';
import { halfDayAt } from '../../shared/period.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import type { Draw, Rests } from '../../shared/rotation.ts';
import { encodeSubmission, leafPreimage, type Submission } from '../../shared/submission.ts';
import { REMARK_MOST } from '../../shared/wire/batch.ts';
import type { Opening, Place } from '../../shared/wire/device.ts';
import { isOutsideHours } from './opening.ts';
import { judge } from './signals.ts';
import type { Progress } from './visit-states.ts';

/** The corrected clock at one moment, and how far it can be trusted. */
export interface BusinessTime {
  readonly ms: number;
  readonly quality: Submission['tq'];
}

/** What a visit needs to know and to be given. Clock, chance and hash come from outside. */
export interface Setup {
  readonly place: Place;
  readonly questionnaire: Questionnaire;
  readonly channel: 'kiosk' | 'qr';
  /** Interface version, which includes the direction of the scale. */
  readonly ui: string;
  readonly opening: readonly Opening[];
  readonly defaultLanguage: 'vi' | 'en';
  /** A kiosk gives the screen back by itself; a person's own phone never hurries anyone. */
  readonly timed: boolean;
  /** Draws the items at the start touch; what it leaves is stored only together with the submission. */
  readonly draw: () => Draw;
  readonly random: RandomBytes;
  /** SHA-256 of a salt's bytes, if any, and a text as UTF-8; lower-case hex. */
  readonly hash: (text: string, salt?: Uint8Array) => string;
  readonly businessTime: () => BusinessTime;
  /** Made anew at each start of the app. */
  readonly traceSalt: string;
}

/** A visit's yield: bytes built once, never built again, whatever happens to them later. */
export interface Finished {
  readonly id: string;
  readonly p: string;
  readonly leaf: string;
  readonly remark?: { readonly salt: string; readonly text: string };
  readonly rests: Rests;
  readonly trace: string;
  readonly run: number;
}

function remarkOf(setup: Setup, text: string) {
  const clean = text.normalize('NFC').trim().slice(0, REMARK_MOST);
  if (clean === '') return undefined;
  const salt = setup.random(16);
  return { remark: { salt: toHex(salt), text: clean }, rh: setup.hash(clean, salt) };
}

/** Makes the submission of a visit in which at least the overall question was answered. */
export function finish(setup: Setup, visit: Progress, end: Submission['e']): Finished {
  const { place } = setup;
  const time = setup.businessTime();
  const trace = setup.hash(setup.traceSalt + JSON.stringify(visit.answers));
  const outsideHours = time.quality !== 'unknown' && isOutsideHours(setup.opening, time.ms);
  const { signals, run } = judge({ ...visit, trace, outsideHours });
  const said = remarkOf(setup, visit.remark);
  const { sex, age, kind } = visit.about;
  const submission: Submission = {
    v: 1,
    id: uuid4(setup.random),
    c: place.campaign,
    f: place.questionnaire.id,
    fv: place.questionnaire.version,
    fm: place.form,
    sp: place.point.id,
    au: place.authority,
    ch: setup.channel,
    b: halfDayAt(time.ms),
    tq: time.quality,
    lg: visit.language,
    fd: visit.field,
    ot: null,
    rk: kind,
    dm: sex === null && age === null ? null : { sex, age },
    ui: setup.ui,
    it: [...visit.items],
    a: [...visit.answers],
    e: end,
    q: signals,
    ...(said && { rh: said.rh }),
  };
  const p = encodeSubmission(submission);
  const leaf = setup.hash(leafPreimage(p));
  return { id: submission.id, p, leaf, ...(said && { remark: said.remark }), rests: visit.rests, trace, run };
}
