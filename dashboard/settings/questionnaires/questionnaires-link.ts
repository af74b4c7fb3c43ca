import type { Questionnaire, VersionName } from '../../../shared/questionnaire.ts';
import type { Draft } from '../../../shared/questionnaire-draft.ts';
import type { DraftView, QuestionnaireList } from '../../../shared/wire/questionnaire-versions.ts';
import type { ServerLink } from '../../server-link.ts';

const BASE = '/api/v1/questionnaires';
const DRAFTS = '/api/v1/questionnaire-drafts';
const draftAddress = (id: string) => `${DRAFTS}/${encodeURIComponent(id)}`;
const versionAddress = ({ id, version }: VersionName) => `${BASE}/${encodeURIComponent(id)}/${version}`;

/** What the pages of questionnaire versions ask the server. */
export function questionnairesLink(server: ServerLink) {
  return {
    list: (signal: AbortSignal) => server.ask<QuestionnaireList>('GET', BASE, undefined, signal),
    document: (version: VersionName, signal: AbortSignal) =>
      server.ask<Questionnaire>('GET', versionAddress(version), undefined, signal),
    begin: ({ id, version }: VersionName) => server.ask<DraftView>('POST', DRAFTS, { base: { id, version } }),
    draft: (id: string, signal: AbortSignal) =>
      server.ask<DraftView>('GET', draftAddress(id), undefined, signal),
    save: ({ id, edition }: DraftView, draft: Draft) =>
      server.ask<DraftView>('PUT', draftAddress(id), { edition, draft }),
    drop: (id: string) => server.ask<null>('DELETE', draftAddress(id)),
    publish: ({ id, edition }: DraftView) =>
      server.ask<VersionName>('POST', `${draftAddress(id)}/publish`, { edition }),
    retire: (version: VersionName, isRetired: boolean) =>
      server.ask<QuestionnaireList>('POST', `${versionAddress(version)}/retire`, { isRetired }),
  };
}

export type QuestionnairesLink = ReturnType<typeof questionnairesLink>;

/** Under which the page of a version is found: `sp39 1`. Drafts have ids without a space. */
export const pageIdOf = ({ id, version }: VersionName) => `${id} ${version}`;
