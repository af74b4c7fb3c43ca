import type { Answer } from './answer-parts.ts';
import type { BoardCountsSchema, BoardUnitSchema, LateBoardSchema } from './late-board-answers.ts';

/** Dossiers returned on time and late: `GET /api/v1/late-board?unit=…&span=week|month[&at=SPAN]`. */
export const BOARD_SPANS = ['week', 'month'] as const;
export type BoardSpan = (typeof BOARD_SPANS)[number];

export type BoardCounts = Answer<typeof BoardCountsSchema>;
export type BoardUnit = Answer<typeof BoardUnitSchema>;
export type LateBoard = Answer<typeof LateBoardSchema>;
