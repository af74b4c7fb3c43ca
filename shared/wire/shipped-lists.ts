/** Lists of fields and procedures that come with the program: of a commune, and of a department of justice. */
export const SHIPPED_LISTS = ['commune', 'justice'] as const;
export type ShippedList = (typeof SHIPPED_LISTS)[number];
export const LIST_MOST_BYTES = 1_000_000;
