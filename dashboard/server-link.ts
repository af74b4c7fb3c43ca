import type { FormKind } from '../shared/questionnaire.ts';
import type { Aggregation, Statistic } from '../shared/score.ts';
import type { Account, Overview, ScopeUnit } from '../shared/wire/overview.ts';
import type { NewSecondFactor } from '../shared/wire/sign-in-asks.ts';
import { PROBLEMS } from '../shared/wire/problem.ts';
import type { FaultAt, Problem, ProblemCode } from '../shared/wire/problem.ts';
import { ADDRESSES } from './addresses.ts';
import { type Live, NO_LIVE } from './live-stream.ts';

/** What became of a call. `unreachable`: no answer, or an answer that is not ours (a portal page, a proxy). */
export type Refusal =
  | {
      readonly kind: 'problem';
      readonly code: ProblemCode;
      readonly retryAfterSeconds?: number | undefined;
      /** With `invalid`: the fields that were not taken. */
      readonly faults?: readonly FaultAt[];
    }
  | { readonly kind: 'unreachable' };
export type Answer<T> = { readonly kind: 'ok'; readonly value: T } | Refusal;

export interface Choice {
  readonly unit: string;
  readonly period: string;
  readonly form: FormKind;
  /** The day whose tree of units is asked for; left out = that of the period. */
  readonly asOf?: string;
  /** Left out = as the campaign has it. */
  readonly statistic?: Statistic;
  readonly aggregation?: Aggregation;
}

export interface ServerLink {
  session(): Promise<Answer<Account>>;
  /** `code` once the answer was `code-needed`. */
  signIn(login: string, password: string, code?: string): Promise<Answer<Account>>;
  newSecondFactor(): Promise<Answer<NewSecondFactor>>;
  confirmSecondFactor(first: { readonly code: string; readonly pending: string }): Promise<Answer<Account>>;
  signOut(): Promise<Answer<null>>;
  acceptInvitation(person: {
    readonly secret: string;
    readonly login: string;
    readonly name: string;
    readonly password: string;
  }): Promise<Answer<Account>>;
  /** Null: the password is set, and the account signs in with its second factor. */
  resetPassword(change: {
    readonly secret: string;
    readonly password: string;
  }): Promise<Answer<Account | null>>;
  units(): Promise<Answer<readonly ScopeUnit[]>>;
  overview(choice: Choice, signal: AbortSignal): Promise<Answer<Overview>>;
  /** What tells of changes by itself. */
  readonly live: Live;
  /** Any other address; a file or a folder goes as it is; the pages that look after devices name theirs in `manage/manage-link.ts`. */
  ask<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    address: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<Answer<T>>;
}

/**
 * The only place that talks to the server. `fetch` and what opens streams are arguments so that tests can bring their own
 * network.
 */
export function openServerLink(fetch: typeof globalThis.fetch, live: Live = NO_LIVE): ServerLink {
  async function call<T>(
    method: string,
    address: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<Answer<T>> {
    let answer: Response;
    try {
      answer = await fetch(address, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        ...(body === undefined
          ? {}
          : body instanceof FormData
            ? { body }
            : body instanceof Blob
              ? { headers: { 'content-type': 'application/octet-stream' }, body }
              : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
    } catch {
      return { kind: 'unreachable' };
    }
    return readAnswer<T>(answer);
  }
  return {
    session: () => call('GET', ADDRESSES.session),
    signIn: (login, password, code) =>
      call('POST', ADDRESSES.session, { login, password: sameBytes(password), ...(code && { code }) }),
    newSecondFactor: () => call('POST', ADDRESSES.secondFactor),
    confirmSecondFactor: (first) => call('PUT', ADDRESSES.secondFactor, first),
    signOut: () => call('DELETE', ADDRESSES.session),
    acceptInvitation: (person) =>
      call('POST', ADDRESSES.acceptInvitation, { ...person, password: sameBytes(person.password) }),
    resetPassword: (change) =>
      call('POST', ADDRESSES.resetPassword, { ...change, password: sameBytes(change.password) }),
    units: () => call('GET', ADDRESSES.units),
    overview: (choice, signal) => call('GET', ADDRESSES.overview(choice), undefined, signal),
    live,
    ask: call,
  };
}

/** Keyboards write `ệ` as one sign or as three: the same password must be the same bytes from each of them. */
function sameBytes(password: string): string {
  return password.normalize('NFC');
}

async function readAnswer<T>(answer: Response): Promise<Answer<T>> {
  if (answer.status === 204) return { kind: 'ok', value: null as T };
  // files that are made for somebody; nothing else that we ask for is no JSON
  if (answer.ok && /^(application\/(pdf|vnd\.)|text\/csv)/.test(answer.headers.get('content-type') ?? ''))
    return { kind: 'ok', value: (await answer.blob()) as T };
  // A hotel or office portal answers 200 with a page of its own: only JSON can be ours.
  if (!/^application\/(problem\+)?json\b/.test(answer.headers.get('content-type') ?? '')) {
    return { kind: 'unreachable' };
  }
  let body: unknown;
  try {
    body = await answer.json();
  } catch {
    return { kind: 'unreachable' };
  }
  if (answer.ok) return { kind: 'ok', value: body as T };
  const { code, retryAfterSeconds, faults } = body as Partial<Record<keyof Problem, unknown>>;
  return {
    kind: 'problem',
    code: typeof code === 'string' && Object.hasOwn(PROBLEMS, code) ? (code as ProblemCode) : 'internal',
    ...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}),
    ...(Array.isArray(faults) ? { faults: faults as FaultAt[] } : {}),
  };
}
