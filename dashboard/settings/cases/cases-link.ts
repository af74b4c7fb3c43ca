import type {
  CaseAct,
  CaseList,
  OneCase,
  ReplyList,
  ReplyWords,
} from '../../../shared/wire/followed-cases.ts';
import type { Language } from '../../../shared/questionnaire.ts';
import type { ServerLink } from '../../server-link.ts';

const CASES = '/api/v1/cases';
const REPLIES = '/api/v1/replies';
const one = (id: string) => `${CASES}/${encodeURIComponent(id)}`;
const of = (unit: string) => `?${new URLSearchParams({ unit })}`;

/** What the pages of cases ask the server. */
export function casesLink(server: ServerLink) {
  return {
    list: (unit: string, signal: AbortSignal) =>
      server.ask<CaseList>('GET', CASES + of(unit), undefined, signal),
    one: (id: string, signal: AbortSignal) => server.ask<OneCase>('GET', one(id), undefined, signal),
    add: (asked: { readonly unit: string; readonly point: string | null; readonly words: string }) =>
      server.ask<OneCase>('POST', CASES, asked),
    act: (id: string, act: CaseAct) => server.ask<OneCase>('POST', `${one(id)}/acts`, act),
    replies: (unit: string, signal: AbortSignal) =>
      server.ask<ReplyList>('GET', REPLIES + of(unit), undefined, signal),
    publish: (asked: {
      readonly unit: string;
      readonly period: string;
      readonly vi: ReplyWords;
      readonly en: ReplyWords | null;
    }) => server.ask<ReplyList>('POST', REPLIES, asked),
    print: (unit: string, language: Language) =>
      server.ask<Blob>('POST', `${REPLIES}/print`, { unit, language }),
    withdraw: (id: string) =>
      server.ask<ReplyList>('POST', `${REPLIES}/${encodeURIComponent(id)}/withdraw`, {}),
  };
}
export type CasesLink = ReturnType<typeof casesLink>;
