import type { NewLink, People, PersonAct, PersonRow } from '../../../shared/wire/manage-people.ts';
import type { Role } from '../../../shared/wire/overview.ts';
import type { ServerLink } from '../../server-link.ts';

const PEOPLE = '/api/v1/people';
const person = (id: string) => `${PEOPLE}/${encodeURIComponent(id)}`;

/** What the pages of people ask the server. */
export function peopleLink(server: ServerLink) {
  return {
    list: (signal: AbortSignal) => server.ask<People>('GET', PEOPLE, undefined, signal),
    invite: (role: Role, unit: string) =>
      server.ask<NewLink>('POST', `${PEOPLE}/invitations`, { role, unit }),
    takeBack: (id: string) =>
      server.ask<null>('DELETE', `${PEOPLE}/invitations/${encodeURIComponent(id)}`, {}),
    change: (
      id: string,
      asked: {
        readonly name: string;
        readonly role: Role;
        readonly unit: string;
        /** Empty = none. */
        readonly email: string;
      },
    ) => server.ask<PersonRow>('PUT', person(id), asked),
    act: (id: string, act: Exclude<PersonAct, 'password'>) =>
      server.ask<PersonRow>('POST', `${person(id)}/${act}`, {}),
    passwordLink: (id: string) => server.ask<NewLink>('POST', `${person(id)}/password`, {}),
  };
}

export type PeopleLink = ReturnType<typeof peopleLink>;
