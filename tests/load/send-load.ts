import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { drawExpress } from '../../shared/rotation.ts';
import { encodeSubmission, NO_SIGNALS } from '../../shared/submission.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf } from '../fakes/office.ts';
import { seeded, seededNumbers } from '../fakes/seeded.ts';
import { backoffMs } from '../../kiosk/outbox/sync.ts';
import { type Answer, isRefused, type Line, openLine, readAnswer, saysCrowded } from './raw-requests.ts';

/**
 * Sends submissions as tablets do, from a process of its own (`sending.ts` starts it). Bodies are made before the clock starts, and
 * answers looked at when it has stopped: each submission must have been stored.
 */
export interface Sender {
  readonly id: string;
  readonly token: string;
  readonly point: string;
}

export interface Load {
  readonly url: string;
  readonly campaign: string;
  readonly halfDay: string;
  readonly senders: readonly Sender[];
  readonly submissions: number;
  /** Submissions in each request. */
  readonly batch: number;
  /** Requests at the same time, in all; left out: each sender has its own, `atOnceEach`. */
  readonly atOnce?: number;
  /**
   * Requests of one sender at the same time, after one has been answered that says nothing of a crowd: the round of a tablet. Asked to
   * come again it ends its round, and begins the next one after the pause of `kiosk/outbox/sync.ts`.
   */
  readonly atOnceEach?: number;
  /** Least time between two rounds of one sender, 0 when left out. */
  readonly gapMs?: number;
  /** No more than so many requests in a second, evenly. */
  readonly perSecond?: number;
}

export interface Sent {
  readonly seconds: number;
  /** Of each request, those that were asked to come again among them. */
  readonly ms: readonly number[];
  /** Of each parcel from its first try to its receipt. */
  readonly toReceiptMs: readonly number[];
  readonly refused: number;
  readonly stored: number;
}

const document = new URL('../../server/questionnaires/sp39-1.json', import.meta.url);
const questionnaire = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(document, 'utf8')));
const [random, chance] = [seeded(1), seededNumbers(2)];
const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)]!;
const draws = Array.from({ length: 500 }, () => [...drawExpress(questionnaire, undefined, random).items]);

function submissionAt({ point }: Sender, { campaign, halfDay }: Load): string {
  const it = pick(draws);
  const sex = pick([null, null, 1, 2] as const);
  return encodeSubmission({
    v: 1,
    id: randomUUID(),
    c: campaign,
    f: 'sp39',
    fv: 1,
    fm: 'express',
    sp: point,
    au: null,
    ch: 'kiosk',
    b: halfDay,
    tq: 'ok',
    lg: pick(['vi', 'vi', 'vi', 'vi', 'en']),
    fd: pick(['ht', 'dd', null]),
    ot: null,
    rk: pick([null, 'person']),
    dm: sex && { sex, age: pick([1, 2, 3, 4, 5] as const) },
    ui: 'k1a',
    it,
    a: it.map(() => pick([5, 5, 4, 4, 4, 3, 2, 0] as const)),
    e: 'done',
    q: NO_SIGNALS,
  });
}

/** What a tablet's browser sends, with the headers that matter to a server. */
function requestOf(sender: Sender, count: number, load: Load): Buffer {
  const ps = Array.from({ length: count }, () => submissionAt(sender, load));
  const body = Buffer.from(JSON.stringify(batchOf(sender, ps)));
  const head = [
    'POST /api/v1/batches HTTP/1.1',
    `host: ${new URL(load.url).host}`,
    `authorization: Bearer ${sender.token}`,
    'content-type: application/json',
    'accept: */*',
    'accept-encoding: gzip, deflate, br, zstd',
    'accept-language: vi',
    'user-agent: Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
    'sec-fetch-site: same-origin',
    `content-length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

function storedIn(answer: Answer): number {
  const { status, body, isGzip } = readAnswer(answer);
  if (status !== 200) throw new Error(`the server answered ${status}: ${body.toString()}`);
  const { receipts } = JSON.parse((isGzip ? gunzipSync(body) : body).toString()) as Receipts;
  return receipts.filter(([, kind]) => kind === 'stored').length;
}

/** A request and, once it has been tried, since when. */
interface Parcel {
  readonly request: Buffer;
  since?: number;
}

/** `crowded`: taken, and the server wants one at a time; `refused`: it asks to come again, and the parcel lies in its list again. */
type Outcome = 'taken' | 'crowded' | 'refused';

async function send(load: Load): Promise<Sent> {
  const { senders, submissions, batch, atOnce, perSecond } = load;
  const port = Number(new URL(load.url).port);
  const answers: Answer[] = [];
  const [refusedMs, toReceiptMs]: [number[], number[]] = [[], []];
  let began = 0;
  const lines: Line[] = [];
  const newLine = () => {
    const line = openLine(port);
    lines.push(line);
    return line;
  };
  const sendOne = async (line: Line, list: Parcel[]): Promise<Outcome> => {
    const parcel = list.pop()!;
    if (perSecond) await due(submissions / batch - list.length - 1, began, perSecond);
    parcel.since ??= performance.now();
    const answer = await line.ask(parcel.request);
    if (isRefused(answer)) {
      refusedMs.push(answer.ms);
      list.push(parcel);
      return 'refused';
    }
    toReceiptMs.push(performance.now() - parcel.since);
    answers.push(answer);
    return saysCrowded(answer) ? 'crowded' : 'taken';
  };
  const all: (() => Promise<void>)[] = [];
  if (atOnce !== undefined) {
    const list = Array.from({ length: submissions / batch }, (_, i): Parcel => {
      return { request: requestOf(senders[i % senders.length]!, batch, load) };
    });
    for (let i = 0; i < atOnce; i++) {
      const line = newLine();
      all.push(async () => {
        while (list.length > 0)
          if ((await sendOne(line, list)) === 'refused') throw new Error('the server is full');
      });
    }
  } else {
    for (const sender of senders) {
      const list = Array.from({ length: submissions / senders.length / batch }, (): Parcel => {
        return { request: requestOf(sender, batch, load) };
      });
      const own = Array.from({ length: load.atOnceEach ?? 1 }, newLine);
      all.push(() => sendRounds(own, list, sendOne, load.gapMs));
    }
  }
  process.send!({ ready: true });
  await new Promise((resolve) => process.once('message', resolve));
  began = performance.now();
  await Promise.all(all.map((go) => go()));
  const seconds = (performance.now() - began) / 1_000;
  for (const line of lines) line.close();
  const stored = answers.reduce((sum, answer) => sum + storedIn(answer), 0);
  const ms = [...answers.map((answer) => answer.ms), ...refusedMs];
  return { seconds, ms, toReceiptMs, refused: refusedMs.length, stored };
}

/** As a tablet (`kiosk/outbox/sync-round.ts`): one parcel alone, then as many at once as there are lines until the server is crowded; when one is refused, a pause. */
async function sendRounds(
  lines: readonly Line[],
  list: Parcel[],
  sendOne: (line: Line, list: Parcel[]) => Promise<Outcome>,
  gapMs = 0,
): Promise<void> {
  for (let failures = 0; list.length > 0; failures++) {
    const began = performance.now();
    /** Heard since a parcel last went alone. */
    const heard = new Set<Outcome>();
    const isOver = () => heard.has('refused') || list.length === 0;
    while (!isOver()) {
      heard.clear();
      heard.add(await sendOne(lines[0]!, list));
      await Promise.all(
        lines.map(async (line) => {
          while (!isOver() && !heard.has('crowded')) heard.add(await sendOne(line, list));
        }),
      );
    }
    if (list.length === 0) return;
    const pauseMs = Math.max(backoffMs(failures, random), began + gapMs - performance.now());
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

async function due(index: number, began: number, perSecond: number): Promise<void> {
  const waitMs = began + (index * 1_000) / perSecond - performance.now();
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
}

// Node's own fork: this file is a program when somebody has started it with a line to speak on
if (process.send && process.argv[1] === import.meta.filename) {
  process.once('message', (load: Load) => {
    void send(load).then((sent) => process.send!(sent, () => process.disconnect()));
  });
}
