/** Bounds of walk-up codes and tickets, for the server and for the pages that ask for them. */

/** A counter's number or short name, as it is written above it. */
export const COUNTER_MOST = 20;
export const CODES_MOST = 200;
/** Codes, or tickets, of one PDF: what is printed at a time. */
export const PRINT_MOST = 50;
/** Fewer tickets would say too much: who has answered could be told from how many are used. */
export const BATCH_LEAST = 10;
export const BATCH_TICKETS_MOST = 500;
export const NOTE_MOST = 80;
/** Days that a batch of tickets lives: usual and longest. */
export const TICKET_DAYS = 7;
export const TICKET_DAYS_MOST = 90;
/** Longest that an old code goes on beside its successor. */
export const RENEW_DAYS_MOST = 90;

/** Posters, and cards for the table, which lie. */
export const PRINT_FORMATS = ['A4', 'A5', 'A5-card', 'A6-card'] as const;
export type PrintFormat = (typeof PRINT_FORMATS)[number];
