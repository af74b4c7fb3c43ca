/** The few ways in which a request can fail (RFC 9457 problem+json). Input is never echoed back. */
export const PROBLEMS = {
  malformed: { status: 400, title: 'The request is not what this address takes.' },
  'no-session': { status: 401, title: 'Please sign in.' },
  'wrong-credentials': { status: 401, title: 'Name or password is not right.' },
  'code-needed': { status: 401, title: 'The code of the second factor is needed.' },
  'wrong-code': { status: 401, title: 'The code of the second factor is not right.' },
  'no-token': { status: 401, title: 'This device is not enrolled.' },
  'token-refused': { status: 401, title: 'This access code is not known, or has ended.' },
  'cross-site': { status: 403, title: 'The request came from another site.' },
  'second-factor': { status: 403, title: 'Please set up the second factor first.' },
  forbidden: { status: 403, title: 'This account may not do that.' },
  'scope-missing': { status: 403, title: 'This access code lacks the scope that is named.' },
  'code-refused': { status: 403, title: 'This enrolment code is not right, has been used or is too old.' },
  'link-used': { status: 403, title: 'This link has been used or is too old.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'unknown-code': { status: 404, title: 'This code is not known.' },
  'ticket-used': { status: 410, title: 'This ticket has been used, or has ended.' },
  'not-possible': { status: 409, title: 'This cannot be done in the present state.' },
  'login-taken': { status: 409, title: 'This sign-in name is taken; please choose another one.' },
  invalid: { status: 422, title: 'Some fields cannot be taken as they are; each is named with its reason.' },
  'rescue-unreadable': {
    status: 422,
    title: 'This rescue file is damaged, or was made for another server. Nothing was imported.',
  },
  'too-slow': { status: 408, title: 'The request did not come whole in time.' },
  'too-large': { status: 413, title: 'The request is larger than allowed.' },
  'wrong-type': { status: 415, title: 'Only uncompressed JSON is taken here.' },
  'too-many': { status: 429, title: 'Too many tries; please wait.' },
  internal: { status: 500, title: 'Something went wrong on the server.' },
  'not-ready': { status: 503, title: 'The server is not ready.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Why a field was not taken; the pages have a sentence for each. */
export const FIELD_FAULTS = [
  'needed',
  'too-long',
  'wrong', // not of the form that the field asks for
  'unknown', // names what does not exist, or lies outside of the scope
  'taken', // another one has it already
  'order', // ends before it begins
  'too-early',
  'too-late',
  'too-many',
  'not-allowed', // more than the own account may give
] as const;
export type FieldFault = (typeof FIELD_FAULTS)[number];
/** `at`: path of a field of our own schema (`name.vi`, `lines.3.code`), never anything that was typed. */
export interface FaultAt {
  readonly at: string;
  readonly why: FieldFault;
}

/** Why nobody should be sent to a server: it stops; its database takes no writes; its disk is full; its clock is wrong. */
export type NotReady = 'stopping' | 'database' | 'disk' | 'clock';

export interface Problem {
  readonly type: 'about:blank';
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  /** With `too-many`: how long to wait. */
  readonly retryAfterSeconds?: number;
  /** With `scope-missing`: the scope that would open the address. */
  readonly scope?: string;
  /** With `internal`: the id under which the log tells more. */
  readonly id?: string;
  /** With `not-ready` of `/readyz`: why. */
  readonly reasons?: readonly NotReady[];
  /** With `invalid`: every field that was not taken. */
  readonly faults?: readonly FaultAt[];
}
