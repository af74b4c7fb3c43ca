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
