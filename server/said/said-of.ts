import { type Said, SaidFault } from './said.ts';

/** The database ended, or cannot be reached any more: codes of the network and of PostgreSQL. */
const AWAY = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0\d|08\d{3})$/;

/** What went wrong, whatever it is: a sentence with the next step; where nobody foresaw it, with what a supporter needs. */
export function saidOf(error: unknown): Said {
  if (error instanceof SaidFault) return error.said;
  const { code = '', port, address } = (error ?? {}) as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE') return ({ start }) => start.portTaken(port ?? 8080);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || (code === 'EACCES' && port !== undefined))
    return ({ start }) => start.cannotListen(address, code);
  if (code.startsWith('SQLITE_BUSY')) return ({ store }) => store.busy;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL' || code === '53100') return ({ store }) => store.full;
  if (AWAY.test(code)) return ({ store }) => store.away;
  const lines = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return ({ start }) => `${start.unforeseen(code || 'no code')}\n${lines}`;
}
