/** The six classes that a tablet judges, and `any` of them; what a reviewer may decide about those who carry one. */
export const FLAG_CLASSES = ['dur', 'gap', 'line', 'run', 'cell', 'hrs'] as const;
export type FlagClass = (typeof FLAG_CLASSES)[number];
export const COHORT_CLASSES = ['any', ...FLAG_CLASSES] as const;
export type CohortClass = (typeof COHORT_CLASSES)[number];

export const REVIEW_DECISIONS = ['exclude', 'restore'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];
