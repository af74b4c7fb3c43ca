import type { PrintFormat } from '../../../shared/code-limits.ts';
import type {
  CodeOptions,
  CodeRow,
  NewCodes,
  NewTickets,
  TicketBatchRow,
} from '../../../shared/wire/codes.ts';
import type { Language } from '../../../shared/questionnaire.ts';
import type { ServerLink } from '../../server-link.ts';

const CODES = '/api/v1/codes';
const TICKETS = '/api/v1/tickets';

/** What the pages of codes and tickets ask the server. */
export function codesLink(server: ServerLink) {
  return {
    codes: (signal: AbortSignal) => server.ask<readonly CodeRow[]>('GET', CODES, undefined, signal),
    options: (signal: AbortSignal) => server.ask<CodeOptions>('GET', `${CODES}/options`, undefined, signal),
    make: (wanted: NewCodes) => server.ask<readonly CodeRow[]>('POST', CODES, wanted),
    revoke: (codes: readonly string[]) =>
      server.ask<readonly CodeRow[]>('POST', `${CODES}/revoke`, { codes }),
    renew: (codes: readonly string[], ends: string) =>
      server.ask<readonly CodeRow[]>('POST', `${CODES}/renew`, { codes, ends }),
    print: (codes: readonly string[], format: PrintFormat, language: Language) =>
      server.ask<Blob>('POST', `${CODES}/print`, { codes, format, language }),
    batches: (signal: AbortSignal) =>
      server.ask<readonly TicketBatchRow[]>('GET', TICKETS, undefined, signal),
    makeTickets: (wanted: object) => server.ask<NewTickets>('POST', TICKETS, wanted),
    printTickets: (batch: string, tickets: readonly string[], language: Language) =>
      server.ask<Blob>('POST', `${TICKETS}/print`, { batch, tickets, language }),
    revokeTickets: (id: string) =>
      server.ask<TicketBatchRow>('POST', `${TICKETS}/${encodeURIComponent(id)}/revoke`, {}),
  };
}

export type CodesLink = ReturnType<typeof codesLink>;
