/**
 * Version of the outbox's records that this app reads. It rises only when an older app could no longer read what a
 * newer one writes; then the older one stays in the cupboard: a page takes over no version that reads less.
 */
export const READS_RECORDS = 1;
