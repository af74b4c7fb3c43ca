import { useEffect, useRef, useState } from 'preact/hooks';
import type { RowExport, RowFile } from '../../shared/wire/row-exports.ts';
import type { Refusal, ServerLink } from '../server-link.ts';

const LOOK_MS = 1_000;

export interface AskedRows {
  readonly unit: string;
  readonly period: string | null;
  readonly file: RowFile;
  readonly language: string;
}

const addressOf = (id: string) => `/api/v1/exports/${encodeURIComponent(id)}`;
export const isOver = ({ state }: RowExport) => state !== 'ready' && state !== 'running';

/**
 * One export at a time: prepared by the server, fetched by the browser itself, which writes it to the disk as it comes; the
 * page only asks how far it is, and can end it.
 */
export function useRowExport(server: ServerLink, ended: () => void) {
  const [shown, setShown] = useState<RowExport | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function call(method: 'GET' | 'POST' | 'DELETE', address: string, body?: unknown) {
    const answer = await server.ask<RowExport>(method, address, body);
    if (answer.kind === 'ok') {
      setShown(answer.value);
      return answer.value;
    }
    if (answer.kind === 'problem' && answer.code === 'no-session') ended();
    else setRefusal(answer);
    return undefined;
  }

  async function look(id: string): Promise<void> {
    const answer = await server.ask<RowExport>('GET', addressOf(id));
    if (answer.kind === 'ok') setShown(answer.value);
    // without a network the file may come all the same: the page asks again
    if (answer.kind === 'problem' || (answer.kind === 'ok' && isOver(answer.value))) return;
    timer.current = setTimeout(() => void look(id), LOOK_MS);
  }

  return {
    shown,
    refusal,
    async begin(asked: AskedRows): Promise<void> {
      setRefusal(null);
      setShown(null);
      const made = await call('POST', '/api/v1/exports', asked);
      if (!made) return;
      const link = document.createElement('a');
      link.href = `${addressOf(made.id)}/file`;
      link.download = '';
      link.click();
      timer.current = setTimeout(() => void look(made.id), LOOK_MS);
    },
    async cancel(): Promise<void> {
      if (!shown) return;
      clearTimeout(timer.current);
      await call('DELETE', addressOf(shown.id));
    },
  };
}
