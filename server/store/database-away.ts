/**
 * Which faults are of the moment: the database does not answer, is full of work or took the transaction back. What was
 * asked can be asked again in a moment, and the same request may then succeed.
 */

/** The driver's own words where there is no code: the connection broke, or nothing came in time. */
const BROKEN =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client (was closed|has encountered a connection error)|Postgres connection has been discarded)/;
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;

/**
 * Codes of PostgreSQL: 08 connection, 53 resources, 57 operator (a shutdown, a time-out), 58 its own system; a lock that
 * did not come in time; a transaction that lay idle; a server that has become a standby.
 */
const STATE = /^(08|53|57|58)...$|^(55P03|25P03|25006)$/;

const codeOf = (error: unknown) => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

/** The connection is of no use any more. */
export function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === '') return BROKEN.test(error.message);
  // the file of a local socket, which a server that is stopped takes away
  if (code === 'ENOENT') return (error as { syscall?: string }).syscall === 'connect';
  return NETWORK.test(code) || /^(08|57P)/.test(code);
}

/** The database is not there, or not in time. Whether a commit that was under way has happened is unknown. */
export function isAway(error: unknown): boolean {
  return isBroken(error) || (error instanceof Error && STATE.test(codeOf(error)));
}

/** Undone as a whole for the sake of another transaction: a deadlock, two that do not go together, a wait too long. */
const UNDONE = /^(40001|40P01|SQLITE_BUSY)/;

/** Worth asking again as it is: answered as 503, so that whoever asks keeps what it has. */
export function isOfTheMoment(error: unknown): boolean {
  return isAway(error) || (error instanceof Error && UNDONE.test(codeOf(error)));
}

/** For the log: a code, or the driver's own words, which quote nothing that was sent. */
export function awayInWords(error: unknown): string {
  return codeOf(error) || (error as Error).message;
}
