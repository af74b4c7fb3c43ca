/**
 * One JSON line an occurrence, to standard output. Lines name routes by their pattern and never by their
 * address, and hold no id, code, token, network address or body: a log must not become the order of arrival.
 */
export type LogLine = { readonly level: 'info' | 'warn' | 'error'; readonly what: string } & Readonly<
  Record<string, string | number | boolean>
>;
export type Log = (line: LogLine) => void;

const LEVELS = ['info', 'warn', 'error'] as const;

/** `least` is the lowest level written: at a person's terminal only what needs attention. */
export function createLog(write: (text: string) => void, clock: () => number, least: LogLine['level']): Log {
  return (line) => {
    if (LEVELS.indexOf(line.level) < LEVELS.indexOf(least)) return;
    write(`${JSON.stringify({ at: new Date(clock()).toISOString(), ...line })}\n`);
  };
}

/**
 * Writes the lines of one turn of the event loop together, in their order: a transaction answers sixty tablets at once. What has not
 * been written when the process ends is written then, also when a fault ends it; a kill loses it.
 */
export function inOneWrite(write: (text: string) => void): (line: string) => void {
  let waiting = '';
  const writeOut = () => {
    const text = waiting;
    waiting = '';
    if (text !== '') write(text);
  };
  process.on('exit', writeOut);
  return (line) => {
    if (waiting === '') setImmediate(writeOut);
    waiting += line;
  };
}
