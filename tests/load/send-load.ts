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
import { type Answer, openLine, readAnswer } from './raw-requests.ts';

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
  /** Requests of one sender at the same time, after its first one has been answered: the round of a tablet. */
  readonly atOnceEach?: number;
  /** No more than so many requests in a second, evenly. */
  readonly perSecond?: number;
}

export interface Sent {
  readonly seconds: number;
  /** Of each request. */
  readonly ms: readonly number[];
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

async function send(load: Load): Promise<Sent> {
  const { senders, submissions, batch, atOnce, atOnceEach = 1, perSecond } = load;
  const port = Number(new URL(load.url).port);
  const answers: Answer[] = [];
  let began = 0;
  const lines: { close(): void }[] = [];
  /** Takes requests from a list until it is empty, over a connection of its own. */
  const sending = async (list: Buffer[], count = Infinity) => {
    const line = await openLine(port);
    lines.push(line);
    return async () => {
      for (let sent = 0; sent < count && list.length > 0; sent++) {
        const request = list.pop()!;
        if (perSecond) await due(submissions / batch - list.length - 1, began, perSecond);
        answers.push(await line.ask(request));
      }
    };
  };
  const all: (() => Promise<void>)[] = [];
  if (atOnce !== undefined) {
    const list = Array.from({ length: submissions / batch }, (_, i) =>
      requestOf(senders[i % senders.length]!, batch, load),
    );
    for (let i = 0; i < atOnce; i++) all.push(await sending(list));
  } else {
    for (const sender of senders) {
      const list = Array.from({ length: submissions / senders.length / batch }, () =>
        requestOf(sender, batch, load),
      );
      const first = await sending(list, 1);
      const others: (() => Promise<void>)[] = [];
      for (let i = 0; i < atOnceEach; i++) others.push(await sending(list));
      all.push(async () => {
        await first();
        await Promise.all(others.map((go) => go()));
      });
    }
  }
  process.send!({ ready: true });
  await new Promise((resolve) => process.once('message', resolve));
  began = performance.now();
  await Promise.all(all.map((go) => go()));
  const seconds = (performance.now() - began) / 1_000;
  for (const line of lines) line.close();
  const stored = answers.reduce((sum, answer) => sum + storedIn(answer), 0);
  return { seconds, ms: answers.map(({ ms }) => ms), stored };
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
