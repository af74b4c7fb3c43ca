import type { NewToken, TokenAsked, TokenList, TokenRow } from '../../../shared/wire/api-tokens.ts';
import type { ServerLink } from '../../server-link.ts';

const TOKENS = '/api/v1/tokens';

/** What the page of access codes asks the server. */
export function tokensLink(server: ServerLink) {
  return {
    list: (signal: AbortSignal) => server.ask<TokenList>('GET', TOKENS, undefined, signal),
    make: (asked: TokenAsked) => server.ask<NewToken>('POST', TOKENS, asked),
    revoke: (id: string) => server.ask<TokenRow>('POST', `${TOKENS}/${encodeURIComponent(id)}/revoke`, {}),
  };
}

export type TokensLink = ReturnType<typeof tokensLink>;
