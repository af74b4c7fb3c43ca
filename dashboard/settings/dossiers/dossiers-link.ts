import type {
  DossierFile,
  DossierOverview,
  FaultList,
  ImportAsked,
  Mapping,
} from '../../../shared/wire/dossier-requests.ts';
import type { ServerLink } from '../../server-link.ts';

const BASE = '/api/v1/dossiers';
const file = (id: string) => `${BASE}/files/${encodeURIComponent(id)}`;

/** What the page of dossiers asks the server. */
export function dossiersLink(server: ServerLink) {
  return {
    overview: (signal: AbortSignal) => server.ask<DossierOverview>('GET', BASE, undefined, signal),
    send: (bytes: Blob) => server.ask<DossierFile>('POST', `${BASE}/files`, bytes),
    file: (id: string) => server.ask<DossierFile>('GET', file(id)),
    faults: (id: string) => server.ask<FaultList>('GET', `${file(id)}/faults`),
    check: (id: string, mapping: Mapping) => server.ask<DossierFile>('POST', `${file(id)}/check`, mapping),
    take: (id: string, asked: ImportAsked) => server.ask<DossierFile>('POST', `${file(id)}/import`, asked),
    drop: (id: string) => server.ask<null>('DELETE', file(id)),
    removeImport: (id: string) =>
      server.ask<DossierOverview>('POST', `${BASE}/imports/${encodeURIComponent(id)}/remove`, {}),
  };
}

export type DossiersLink = ReturnType<typeof dossiersLink>;
