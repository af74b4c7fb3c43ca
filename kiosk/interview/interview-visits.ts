import { type RandomBytes, toHex } from '../../shared/ids.ts';
import { halfMonthOf } from '../../shared/period.ts';
import type { Language, Questionnaire } from '../../shared/questionnaire.ts';
import { allItems, drawExpress, type Rests } from '../../shared/rotation.ts';
import { leafPreimage, type Submission } from '../../shared/submission.ts';
import type { Opening, Place } from '../../shared/wire/device.ts';
import { digest } from '../device/digest.ts';
import type { BusinessClock } from '../device/server-clock.ts';
import type { Kept } from '../outbox/kept.ts';
import { type Finished, parcelOf, type Setup } from '../visit/finish.ts';

/** What is asked, where, and as what it stands in the bytes. */
export interface Ground {
  readonly place: Place;
  readonly questionnaire: Questionnaire;
  readonly channel: 'assisted' | 'call';
  readonly ui: string;
  /** Outside of these hours an interview would be odd. */
  readonly opening: readonly Opening[];
}

/** The visits of a telephone: the machine and the outbox of a tablet, with a person who asks. */
export interface Visits {
  /** `language` is what is read out, and what the form says. */
  readonly setupFor: (ground: Ground, language: Language) => Promise<Setup>;
  /** Settles when the submission is on the disk; rejects when it could not be kept. */
  readonly keep: (finished: Finished, onTime: Submission['ot']) => Promise<void>;
}

/** Each questionnaire version has blocks of its own. */
export const rotationOf = ({ id, version }: Pick<Questionnaire, 'id' | 'version'>) => `${id} ${version}`;

export function openVisits(deps: {
  readonly kept: Pick<Kept, 'keep' | 'readRests'>;
  readonly clock: BusinessClock;
  readonly random: RandomBytes;
}): Visits {
  const { kept, clock, random } = deps;
  const traceSalt = toHex(random(16));
  const known = new Map<string, Rests | undefined>();
  return {
    async setupFor({ place, questionnaire, channel, ui, opening }, language) {
      const rotation = rotationOf(questionnaire);
      if (!known.has(rotation)) known.set(rotation, await kept.readRests(rotation));
      const isExpress = place.form === 'express';
      return {
        place,
        questionnaire,
        channel,
        ui,
        opening,
        defaultLanguage: language,
        // A conversation takes its time: nothing goes by itself.
        timed: false,
        draw() {
          const rests = known.get(rotation);
          return isExpress
            ? drawExpress(questionnaire, rests, random)
            : { items: allItems(questionnaire), rests: rests ?? [] };
        },
        random,
        businessTime: clock.read,
        traceSalt,
      };
    },
    async keep(finished, onTime) {
      const { remark, rests } = finished;
      // Half a day of interviews could be one person: their date is no finer than half a month.
      const submission = { ...finished.submission, ot: onTime, b: halfMonthOf(finished.submission.b) };
      // What it was asked by: new settings may have come meanwhile.
      const rotation = rotationOf({ id: submission.f, version: submission.fv });
      const parcel = parcelOf(
        { ...finished, submission },
        remark && (await digest(remark.text, remark.salt)),
      );
      await kept.keep({ ...parcel, leaf: digest(leafPreimage(parcel.p)) }, { name: rotation, rests });
      known.set(rotation, rests);
    },
  };
}
