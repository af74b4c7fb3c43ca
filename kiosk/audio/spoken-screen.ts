import { OVERALL } from '../../shared/questionnaire.ts';
import { ENDINGS, type Visit } from '../visit/visit-states.ts';

/** What can be heard of a screen, as keys of recordings (`shared/pack-keys.ts`). */
export interface Spoken {
  /** By itself, when the screen opens for somebody who listens. */
  readonly opening: readonly string[];
  /** When the speaker is touched. */
  readonly asked: readonly string[];
  /** When it is touched once more. */
  readonly again: readonly string[];
}

/** The recordings of the answers, in their order on the screen. */
export const OPTIONS: readonly string[] = [
  'level-1',
  'level-2',
  'level-3',
  'level-4',
  'level-5',
  'no-opinion',
];

const one = (key: string): Spoken => ({ opening: [key], asked: [key], again: [key] });

/** Of the question before the first one, which is no state of the visit. */
export const PRACTICE = one('practice');

const ENDING_CLIPS = ENDINGS.map((name) => (name === 'remark' ? name : `ending-${name}`));

export function spokenOf(state: Visit): Spoken | undefined {
  switch (state.kind) {
    case 'attract':
      return one(state.notice ? 'notice' : 'sample');
    case 'question': {
      const number = state.items[state.at]!;
      const headline = number === OVERALL ? 'overall' : `item-${number}`;
      const all = [headline, ...OPTIONS];
      // Whoever listens learns the answers with the first question; read out eight times they would only delay.
      return {
        opening: state.at === 0 ? all : [headline],
        asked: all,
        again: [`${headline}-full`, ...OPTIONS],
      };
    }
    case 'ending':
      return one(ENDING_CLIPS[state.at]!);
    case 'committing':
      return undefined;
    default:
      return one(state.kind);
  }
}
