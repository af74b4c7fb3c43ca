import type { Text } from '../../shared/questionnaire.ts';

/** What one check found: a sentence, and what to do where something is not right. */
export interface Finding {
  readonly check: string;
  /** `warn`: it works today and will not for ever. `fault`: something is broken or unsafe now. */
  readonly level: 'ok' | 'warn' | 'fault';
  readonly said: Text;
  readonly next?: Text;
}
type Sentence = readonly [vi: string, en: string];
const text = ([vi, en]: Sentence): Text => ({ vi, en });

export const ok = (check: string, ...said: Sentence): Finding => ({ check, level: 'ok', said: text(said) });
export const warn = (check: string, said: Sentence, next: Sentence): Finding => ({
  check,
  level: 'warn',
  said: text(said),
  next: text(next),
});
export const fault = (check: string, said: Sentence, next: Sentence): Finding => ({
  check,
  level: 'fault',
  said: text(said),
  next: text(next),
});
