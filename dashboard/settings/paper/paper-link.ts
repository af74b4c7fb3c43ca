import type {
  FormKept,
  Keyed,
  Keying,
  NewPaperBatch,
  PaperBatchRow,
  PaperBatchView,
  PaperOptions,
  Unusable,
} from '../../../shared/wire/paper.ts';
import type { ServerLink } from '../../server-link.ts';
import type { Sentence } from '../parts/said.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';

const PAPER = '/api/v1/paper';

/** What the pages of paper forms ask the server. */
export function paperLink(server: ServerLink) {
  const at = (id: string, act = '') => `${PAPER}/batches/${encodeURIComponent(id)}${act}`;
  const post = <T>(id: string, act: string, body: object) => server.ask<T>('POST', at(id, act), body);
  return {
    batches: (signal: AbortSignal) =>
      server.ask<readonly PaperBatchRow[]>('GET', `${PAPER}/batches`, undefined, signal),
    options: (signal: AbortSignal) => server.ask<PaperOptions>('GET', `${PAPER}/options`, undefined, signal),
    batch: (id: string, signal: AbortSignal) => server.ask<PaperBatchView>('GET', at(id), undefined, signal),
    make: (wanted: NewPaperBatch) => server.ask<PaperBatchView>('POST', `${PAPER}/batches`, wanted),
    setPrinted: (id: string, printed: number | null) =>
      server.ask<PaperBatchView>('PUT', at(id, '/printed'), { printed }),
    print: (id: string) => post<Blob>(id, '/print', {}),
    close: (id: string) => post<PaperBatchView>(id, '/close', {}),
    begin: (id: string, last: string | null) => post<Keying>(id, '/keying', { last }),
    form: (
      id: string,
      form: { readonly id: string; readonly set: number; readonly keyed: readonly Keyed[] },
    ) => post<FormKept>(id, '/forms', form),
    unusable: (id: string, form: { readonly id: string; readonly why: Unusable }) =>
      post<PaperBatchView>(id, '/unusable', form),
    second: (
      id: string,
      entry: { readonly number: number; readonly set: number; readonly keyed: readonly Keyed[] },
    ) => post<PaperBatchView>(id, '/second', entry),
    decide: (
      id: string,
      decision: {
        readonly number: number;
        readonly decided: readonly { readonly place: number; readonly keyed: Keyed }[];
      },
    ) => post<PaperBatchView>(id, '/decide', decision),
  };
}
export type PaperLink = ReturnType<typeof paperLink>;

export interface PaperPageProps extends SettingsPageProps {
  readonly link: PaperLink;
  /** What was done last, said on the page that comes after it. */
  readonly said: Sentence | null;
  readonly setSaid: (said: Sentence | null) => void;
}

/** Half-months have the names of periods: `2026-11/2` is `half-2026-11-2`. */
export const periodOf = (halfMonth: string) => `half-${halfMonth.replace('/', '-')}`;
