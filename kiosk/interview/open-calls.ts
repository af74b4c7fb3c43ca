import * as v from 'valibot';
import { type RandomBytes, uuid4 } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import type { Questionnaire } from '../../shared/questionnaire.ts';
import { PROTO } from '../../shared/wire/batch.ts';
import {
  AttemptReceiptsSchema,
  ATTEMPTS_MOST,
  type CallCase,
  CallCaseSchema,
  CallListSchema,
} from '../../shared/wire/call-list.ts';
import type { Place } from '../../shared/wire/device.ts';
import { fetchQuestionnaire } from '../device/enrolment.ts';
import { readReply } from '../device/reply.ts';
import type { ServerApi } from '../device/server-api.ts';
import type { BusinessClock } from '../device/server-clock.ts';
import { recall, type Shelf } from '../device/shelf.ts';
import { placeOfCall } from './call-place.ts';
import * as kept from './calls-kept.ts';
import { rotationOf } from './interview-visits.ts';

export interface CallGround {
  readonly place: Place;
  readonly questionnaire: Questionnaire;
}

/** The list of calls of a telephone: on its shelf, worked on without a network, exchanged with the server in rounds. */
export interface Calls {
  readonly cases: () => readonly CallCase[];
  /** Where the interview of a case takes place, and by which questions. */
  readonly groundOf: (one: CallCase) => CallGround;
  /** Recorded and not with the server yet. */
  readonly unsent: () => number;
  /** The call that has no outcome yet. */
  readonly begun: () => kept.Begun | undefined;
  /** Each settles when it is written and rejects when it could not be: nothing goes on before. */
  readonly begin: (one: CallCase, isOwnCounter: boolean) => Promise<void>;
  readonly drop: () => Promise<void>;
  readonly agree: (version: string) => Promise<void>;
  readonly end: (ending: kept.Ending) => Promise<void>;
  /** Somebody is going to call today: the list is asked for from now on, until the day ends. */
  readonly want: () => Promise<void>;
  /** Erases what the telephone may no longer hold. */
  readonly tend: () => Promise<void>;
  /** Sends what was recorded and, where it is wanted, asks for the list. Out of service a telephone holds none. */
  readonly round: (isInService: boolean) => Promise<void>;
}

export interface CallsDeps {
  readonly shelf: Shelf;
  readonly api: ServerApi;
  readonly clock: BusinessClock;
  readonly random: RandomBytes;
  readonly dev: string;
  readonly onFault: (fault: string) => void;
  /** Something waits to be sent. */
  readonly onRecorded: () => void;
}

const NAME = 'calls';
/** A case that this page does not understand holds up no other. */
const AnswerSchema = v.object({ ...CallListSchema.entries, cases: v.array(v.unknown()) });
const RefusalSchema = v.object({ code: v.picklist(['no-token', 'forbidden']) });
const NO_LIST = { places: {}, cases: [] };

export async function openCalls(deps: CallsDeps): Promise<Calls> {
  const { shelf, api, clock, random, dev, onFault } = deps;
  let state: kept.CallsKept = (await recall(shelf, NAME, kept.CallsKeptSchema)) ?? kept.NOTHING_KEPT;
  const questionnaires = new Map<string, Questionnaire>();
  let last: Promise<unknown> = Promise.resolve();
  const today = () => localDay(clock.read().ms);

  /** One after another: an answer of the server must not undo what was recorded while it was on its way. */
  function change(how: (now: kept.CallsKept) => kept.CallsKept): Promise<void> {
    const before = last;
    async function turn(): Promise<void> {
      await before;
      const next = how(state);
      if (next === state) return;
      await shelf.write(NAME, next);
      state = next;
    }
    const done = turn();
    last = done.catch(() => {});
    return done;
  }

  /** False where something still waits. */
  async function send(): Promise<boolean> {
    while (state.attempts.length > 0) {
      const body = JSON.stringify({ proto: PROTO, dev, attempts: state.attempts.slice(0, ATTEMPTS_MOST) });
      const answer = readReply(AttemptReceiptsSchema, await api.post('/api/v1/calls/attempts', body));
      if (!answer || answer.receipts.length === 0) return false;
      const { receipts, done } = answer;
      if (receipts.some(([, kind]) => kind === 'refused')) onFault('call-refused');
      // Any receipt settles: what is refused today would be refused for ever.
      await change((now) => kept.receipted(now, new Set(receipts.map(([id]) => id)), done));
    }
    return true;
  }

  async function ask(): Promise<void> {
    const reply = await api.get('/api/v1/calls');
    const list = readReply(AnswerSchema, reply);
    // This telephone has no list any more: what it holds of people goes.
    if (readReply(RefusalSchema, reply)) await change((now) => kept.listed(now, NO_LIST));
    if (!list) return;
    clock.learn(list.now);
    const { places } = list;
    await learnQuestions(places);
    const cases = list.cases.filter((one): one is CallCase => v.is(CallCaseSchema, one));
    const askable = cases.filter(({ place }) => places[place] && questionsOf(places[place]));
    await change((now) => kept.listed(now, { places, cases: askable }));
  }

  const questionsOf = (place: Place) => questionnaires.get(rotationOf(place.questionnaire));

  /** A plan may ask by another document than this telephone's own place. */
  async function learnQuestions(places: kept.CallsKept['places']): Promise<void> {
    for (const place of Object.values(places)) {
      const found = questionsOf(place) ?? (await fetchQuestionnaire(api, shelf, place));
      if (found) questionnaires.set(rotationOf(place.questionnaire), found);
    }
  }

  async function round(isInService: boolean): Promise<void> {
    if (!isInService) await change((now) => kept.listed(now, NO_LIST));
    // What was recorded comes first: a list from before it would offer who has just been called.
    if ((await send()) && isInService && state.wantedOn === today()) await ask();
  }

  // Nothing is asked for here: no case is kept whose questions are not on the shelf.
  await learnQuestions(state.places);
  let running: Promise<void> | undefined;
  return {
    cases: () => state.cases,
    groundOf(one) {
      const place = state.places[one.place]!;
      return { place: placeOfCall(place, one), questionnaire: questionsOf(place)! };
    },
    unsent: () => state.attempts.length,
    begun: () => state.begun,
    begin(one, ownCounter) {
      const { ms: at, quality: tq } = clock.read();
      const begun = { id: uuid4(random), case: one.id, at, tq, ...(ownCounter && { ownCounter }) };
      return change((now) => kept.begin(now, begun));
    },
    drop: () => change(kept.drop),
    agree: (version) => change((now) => kept.agree(now, version)),
    async end(ending) {
      await change((now) => kept.end(now, ending));
      deps.onRecorded();
    },
    want: () => change((now) => (now.wantedOn === today() ? now : { ...now, wantedOn: today() })),
    tend: () => change((now) => kept.expired(now, today())),
    round(isInService) {
      running ??= round(isInService).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
