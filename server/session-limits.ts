import type { SessionLimits } from './store/sessions.ts';

/** Sessions end after 30 minutes without use and after 8 hours in any case (ASVS 7.3). */
export const LIMITS: SessionLimits = { idleMs: 30 * 60_000, absoluteMs: 8 * 3_600_000 };
