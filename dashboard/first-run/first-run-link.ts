import type { Draft, FirstCampaign, Place, SetUpState } from '../../shared/wire/first-run.ts';
import type { NewCode } from '../../shared/wire/manage.ts';
import type { Account } from '../../shared/wire/overview.ts';
import type { NewSecondFactor } from '../../shared/wire/sign-in-asks.ts';
import { ADDRESSES } from '../addresses.ts';
import type { ServerLink } from '../server-link.ts';

/** What the pages of the first run ask the server. */
export function firstRunLink(server: ServerLink) {
  const post = <T>(act: Parameters<typeof ADDRESSES.setUpAct>[0], body: object = {}) =>
    server.ask<T>('POST', ADDRESSES.setUpAct(act), body);
  return {
    begin: (secret: string) => post<null>('session', { secret }),
    state: (signal?: AbortSignal) => server.ask<SetUpState>('GET', ADDRESSES.setUp, undefined, signal),
    communes: (province: string, signal?: AbortSignal) =>
      server.ask<readonly Place[]>('GET', ADDRESSES.communes(province), undefined, signal),
    keep: (draft: Draft) => post<null>('draft', draft),
    newFactor: (login: string) => post<NewSecondFactor>('second-factor', { login }),
    makeOffice: (account: {
      readonly name: string;
      readonly login: string;
      readonly password: string;
      readonly code: string;
      readonly pending: string;
    }) => post<Account>('office', { ...account, password: account.password.normalize('NFC') }),
    removeDemo: () => post<null>('remove-demo'),
    addCampaign: (campaign: FirstCampaign) => post<SetUpState>('campaign', campaign),
    addTablet: (tablet: { readonly name: string; readonly point: string }) => post<NewCode>('tablet', tablet),
    end: () => post<null>('end'),
  };
}
export type FirstRunLink = ReturnType<typeof firstRunLink>;
