import { randomBytes } from 'node:crypto';
import { sealRescueFile } from '../../kiosk/staff/seal-rescue-file.ts';
import { readTypedCode, uuid4 } from '../../shared/ids.ts';
import { halfDayAt, localDay } from '../../shared/period.ts';
import { encodeSubmission, NO_SIGNALS } from '../../shared/submission.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { type Enrolled, enrolPreimage } from '../../shared/wire/device.ts';
import type { RescueFile } from '../../shared/wire/rescue.ts';
import { newTabletKey } from '../fakes/tablet-key.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));

/**
 * A tablet without a browser, for journeys through the managers' pages: it enrols by the code it reads there, takes
 * answers, says how many wait, and sends when it is told to.
 */
export async function enrolByHand(base: string, typed: string) {
  const key = newTabletKey();
  const code = readTypedCode(typed);
  const post = async (path: string, body: object, token?: string): Promise<unknown> => {
    const answer = await fetch(`${base}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const proof = key.sign(enrolPreimage(code));
  const enrolled = (await post('/devices/enrol', { code, key: key.spki, proof })) as Enrolled;
  const { settings, token } = enrolled;
  const dev = settings.device.id;
  const app = '0.1.0';
  let total = 0;
  let waiting: string[] = [];

  async function beat(): Promise<void> {
    await post(
      '/heartbeats',
      {
        dev,
        app,
        total,
        unsent: waiting.length,
        sealNo: 0,
        free: 8e9,
        persisted: true,
        faults: [],
        day: { date: localDay(Date.now()), wakes: total, starts: total, abandoned: [] },
      },
      token,
    );
  }
  return {
    id: dev,
    languages: settings.languages,
    /** Keeps so many answered forms and tells the server that they wait. */
    async take(count: number): Promise<void> {
      for (let i = 0; i < count; i++) {
        total += 1;
        waiting.push(
          encodeSubmission({
            v: 1,
            id: uuid4(random),
            c: settings.campaign,
            f: settings.questionnaire.id,
            fv: settings.questionnaire.version,
            fm: 'express',
            sp: settings.point.id,
            au: null,
            ch: 'kiosk',
            b: halfDayAt(Date.now()),
            tq: 'ok',
            lg: 'vi',
            fd: null,
            ot: null,
            rk: null,
            dm: null,
            ui: 'k1a',
            it: [0, 24, 28, 31, 34, 37, 9, 21],
            a: [4, 5, 4, 4, 5, 4, 4, 5],
            e: 'done',
            q: NO_SIGNALS,
          }),
        );
      }
      await beat();
    },
    /** Sends what waits; returns the kinds of the receipts. */
    async send(): Promise<string[]> {
      const items = waiting.map((p) => ({ p }));
      const answer = (await post('/batches', { proto: 1, dev, app, epoch: null, items }, token)) as Receipts;
      waiting = [];
      await beat();
      return answer.receipts.map(([, kind]) => kind);
    },
    /** What the staff page saves when the network never comes back. */
    rescueFile(): Promise<RescueFile> {
      const items = waiting.map((p) => ({ p }));
      return sealRescueFile({ dev, app, items, seals: [] }, settings.rescueKey!, random);
    },
  };
}
