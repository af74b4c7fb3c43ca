import type { Answer } from './answer-parts.ts';
import type {
  ChannelProgressSchema,
  UnitProgressSchema,
  ItemProgressSchema,
  FactorProgressSchema,
  UnitItemsSchema,
  CampaignProgressSchema,
} from './progress-answers.ts';

/** How far a campaign is with its plan: what managers' pages get. The page formats and draws, it computes no number. */

/** Valid forms that came in one way; null where so few may not be named. */
export type ChannelProgress = Answer<typeof ChannelProgressSchema>;

export type UnitProgress = Answer<typeof UnitProgressSchema>;

/** Express forms with a valid answer to one item; null where so few may not be named, or nothing can be forecast. */
export type ItemProgress = Answer<typeof ItemProgressSchema>;

export type FactorProgress = Answer<typeof FactorProgressSchema>;

/** `GET /api/v1/campaigns/ID/items?unit=ID` */
export type UnitItems = Answer<typeof UnitItemsSchema>;

/** `GET /api/v1/campaigns/ID/progress` */
export type CampaignProgress = Answer<typeof CampaignProgressSchema>;
