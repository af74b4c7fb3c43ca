/** What can be chosen where offices plan: for pages, which must not load the schemas of the wire for a few words. */
export const STATISTICS = ['top2', 'mean5'] as const;
export const AGGREGATIONS = ['pooled', 'mean_items', 'mean_factors', 'mean_nine_factors'] as const;
export const PLAN_ROWS_MOST = 500;

/** `off`: closed · `work`: open with the hours of the weekday `like` · `usual`: like any such weekday after all. */
export const DAY_KINDS = ['off', 'work', 'usual'] as const;
export type DayKind = (typeof DAY_KINDS)[number];
