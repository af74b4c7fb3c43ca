import type { FieldList, FieldRow, ListImported, ProcedureRow } from '../../../shared/wire/manage-fields.ts';
import type { ShippedList } from '../../../shared/wire/shipped-lists.ts';
import type { Text } from '../../../shared/questionnaire.ts';
import type { ServerLink } from '../../server-link.ts';

export type ListSource =
  | { readonly from: 'file'; readonly text: string }
  | { readonly from: 'shipped'; readonly name: ShippedList };
interface FieldAsked {
  readonly name: Text;
  readonly validFrom: string;
  readonly validTo: string | null;
}
interface ProcedureAsked extends FieldAsked {
  readonly field: string;
  readonly authority: string | null;
}

const BASE = '/api/v1';
const one = (kind: 'fields' | 'procedures', code: string) => `${BASE}/${kind}/${encodeURIComponent(code)}`;

/** What the pages of fields and procedures ask the server. */
export function fieldsLink(server: ServerLink) {
  return {
    list: (signal: AbortSignal) => server.ask<FieldList>('GET', `${BASE}/fields`, undefined, signal),
    addField: (code: string, asked: FieldAsked) =>
      server.ask<FieldRow>('POST', `${BASE}/fields`, { code, ...asked }),
    changeField: (code: string, asked: FieldAsked) => server.ask<FieldRow>('PUT', one('fields', code), asked),
    addProcedure: (code: string, asked: ProcedureAsked) =>
      server.ask<ProcedureRow>('POST', `${BASE}/procedures`, { code, ...asked }),
    changeProcedure: (code: string, asked: ProcedureAsked) =>
      server.ask<ProcedureRow>('PUT', one('procedures', code), asked),
    takeList: (list: ListSource, write: boolean) =>
      server.ask<ListImported>('POST', `${BASE}/fields/import`, { list, write }),
  };
}

export type FieldsLink = ReturnType<typeof fieldsLink>;
