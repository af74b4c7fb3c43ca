import type { Forecast, Outlook } from '../forecast.ts';
import type { FormKind, Text } from '../questionnaire.ts';
import type { Channel } from '../submission.ts';
import type { CampaignState } from './campaign-requests.ts';
import type { UnitName } from './overview.ts';

/** How far a campaign is with its plan: what managers' pages get. The page formats and draws, it computes no number. */

/** Valid forms that came in one way; null where so few may not be named. */
export interface ChannelProgress {
  readonly channel: Channel;
  readonly form: FormKind;
  readonly received: number | null;
  /** At the cut-off, what has been received included. */
  readonly forecast: Forecast | null;
}

export interface UnitProgress {
  readonly unit: UnitName;
  /** Valid forms that the plan asks of the unit, all its fields together; null = no plan names it. */
  readonly wanted: number | null;
  /** Valid forms in the released figures; null where they may not be named. */
  readonly received: number | null;
  /** Forms of one kind are not in it, because they are too few to be named. */
  readonly leavesOut: boolean;
  /** Opening days up to today, today included, and after it up to the cut-off. */
  readonly daysPassed: number;
  readonly daysLeft: number;
  /** At the cut-off, what has been received included; null while too little is known. */
  readonly forecast: Forecast | null;
  /** Null without a plan, and where received may not be named. */
  readonly outlook: Outlook | null;
  /** Where the plan says nothing of channels, they have no target. */
  readonly channels: readonly ChannelProgress[];
}

/** Express forms with a valid answer to one item; null where so few may not be named, or nothing can be forecast. */
export interface ItemProgress {
  readonly number: number;
  readonly name: Text;
  readonly n: number | null;
  /** At the cut-off, what has come included. */
  readonly expected: number | null;
}

export interface FactorProgress {
  readonly code: string;
  readonly name: Text;
  readonly n: number | null;
  readonly expected: number | null;
  readonly items: readonly ItemProgress[];
}

/** `GET /api/v1/campaigns/ID/items?unit=ID` */
export interface UnitItems {
  readonly unit: UnitName;
  /** Answers that are enough to name a figure, to show it without a caution, and for ±5 points at 92 %. */
  readonly needed: { readonly named: number; readonly plain: number; readonly margin: number };
  readonly factors: readonly FactorProgress[];
}

/** `GET /api/v1/campaigns/ID/progress` */
export interface CampaignProgress {
  readonly today: string;
  readonly campaign: {
    readonly id: string;
    readonly name: Text;
    readonly state: CampaignState;
    readonly hasPlan: boolean;
  };
  /** First day and cut-off. */
  readonly from: string;
  readonly to: string;
  /** The campaign has no last day: its reporting year is counted. */
  readonly isYear: boolean;
  /** Forms are counted by whole half-months: from and to here. */
  readonly countedFrom: string;
  readonly countedTo: string;
  readonly units: readonly UnitProgress[];
}
