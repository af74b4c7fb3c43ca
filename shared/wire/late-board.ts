import type { LateMark } from '../late-dossiers.ts';
import type { Text } from '../questionnaire.ts';
import type { DossierCounts, DossierSource } from './dossier-requests.ts';
import type { UnitName } from './overview.ts';

/** Dossiers returned on time and late: `GET /api/v1/late-board?unit=…&span=week|month[&at=SPAN]`. */
export const BOARD_SPANS = ['week', 'month'] as const;
export type BoardSpan = (typeof BOARD_SPANS)[number];

/** Counts of the span; open and overdue hold at its end, or today while it runs. */
export interface BoardCounts extends DossierCounts {
  /** Early, on time and late together; null where one of them is not said. */
  readonly returned: number | null;
  /** 0-100 with two decimals, early among on time; null where nothing was returned or it is not said. */
  readonly onTimePercent: number | null;
  readonly latePercent: number | null;
  readonly mark: LateMark | null;
  /** So few were returned that one of them decides. */
  readonly isFew: boolean;
}

export interface BoardUnit extends BoardCounts {
  readonly unit: UnitName;
  /** Null: nothing is known of the span. */
  readonly source: DossierSource | null;
  /** Day of the newest list that holds dossiers of the unit: what was returned later still counts as open. */
  readonly listedOn: string | null;
}

export interface BoardField extends BoardCounts {
  readonly field: string;
  readonly name: Text;
}

export interface LateBoard {
  readonly unit: UnitName;
  readonly today: string;
  readonly span: {
    readonly kind: BoardSpan;
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly isRunning: boolean;
  };
  /** What may be asked for, the newest first. */
  readonly spans: readonly string[];
  /** Of the units of which something is known. */
  readonly total: BoardCounts;
  /** Units with service points of their own, the latest first. */
  readonly units: readonly BoardUnit[];
  /** Over the units that tell their fields apart, the latest first. */
  readonly fields: readonly BoardField[];
  /** Units that are known only as a whole. */
  readonly withoutFields: number;
}
