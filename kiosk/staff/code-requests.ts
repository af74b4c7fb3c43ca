import * as v from 'valibot';
import { CODE_ALPHABET, readTypedCode } from '../../shared/ids.ts';
import {
  type CodeAnswer,
  CodeAnswerSchema,
  ENROL_CODE_LENGTH,
  type Enrolled,
  EnrolledSchema,
} from '../../shared/wire/device.ts';
import { readReply, type Reply } from '../device/reply.ts';
import type { ServerApi } from '../device/server-api.ts';

/** What a device asks with an enrolment code, and what comes back. */

/** Why a request brought nothing; the words of the page have a sentence for each. */
export type AskFault =
  | { readonly kind: 'code-refused' | 'unreachable' | 'portal' | 'busy' }
  | { readonly kind: 'too-many'; readonly n: number };

const NO_SIGN = new RegExp(`[^${CODE_ALPHABET}]`, 'g');

/** What was typed or scanned, as the server knows it: capitals, and only signs of the alphabet. */
export function signsOf(text: string): string {
  return readTypedCode(text).replace(NO_SIGN, '').slice(0, ENROL_CODE_LENGTH);
}

export const isWholeCode = (code: string): boolean => code.length === ENROL_CODE_LENGTH;

/** The code of `/kiosk/staff/#enrol=CODE`; behind `#` it reaches no server log. */
export function codeOf(hash: string): string | undefined {
  const code = signsOf(new URLSearchParams(hash.replace(/^#/, '')).get('enrol') ?? '');
  return isWholeCode(code) ? code : undefined;
}

/** The code in what a camera read: the address that a manager's page shows. Whose code it is the server says. */
export function codeInAddress(text: string): string | undefined {
  const parts = /^https?:\/\/[^/?#]+\/kiosk\/staff\/?(#.+)$/.exec(text);
  return parts ? codeOf(parts[1]!) : undefined;
}

const ProblemSchema = v.object({
  code: v.string(),
  status: v.number(),
  retryAfterSeconds: v.optional(v.number()),
});

/** Only the server itself says that a code is refused; whatever else stands in the line is a portal. */
export function faultOf(reply: Reply): AskFault {
  if (reply.kind !== 'answer') return { kind: 'unreachable' };
  const problem = readReply(ProblemSchema, reply);
  if (problem?.code === 'code-refused') return { kind: 'code-refused' };
  if (problem?.code === 'too-many') return { kind: 'too-many', n: problem.retryAfterSeconds ?? 60 };
  // A proxy in front of a server that is down answers in its own words.
  return { kind: problem || reply.status >= 500 ? 'busy' : 'portal' };
}

/** What a code would make of this tablet; uses nothing up. */
export async function lookAtCode(
  api: ServerApi,
  code: string,
): Promise<{ readonly kind: 'known'; readonly answer: CodeAnswer } | AskFault> {
  const reply = await api.post('/api/v1/devices/code', JSON.stringify({ code }));
  const answer = readReply(CodeAnswerSchema, reply);
  return answer ? { kind: 'known', answer } : faultOf(reply);
}

/** Uses the code up. An answer that is lost is asked for again with the same key. */
export async function spendCode(
  api: ServerApi,
  asked: { readonly code: string; readonly key: string; readonly proof: string },
): Promise<{ readonly kind: 'enrolled'; readonly enrolled: Enrolled } | AskFault> {
  const reply = await api.post('/api/v1/devices/enrol', JSON.stringify(asked));
  const enrolled = readReply(EnrolledSchema, reply);
  return enrolled ? { kind: 'enrolled', enrolled } : faultOf(reply);
}
