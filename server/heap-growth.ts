import { setFlagsFromString } from 'node:v8';

/**
 * Left to itself V8 lets the heap grow to four times of what lives in it before the dead is cleared away: with this to about
 * half as much again (docs/decisions/0083). Must come after `flushCompileCache`, which takes back only what was compiled
 * under the flags of a start.
 */
export const boundHeapGrowth = (): void => setFlagsFromString('--heap-growing-percent=45');
