/**
 * Which program this is. A clock before the day on which it was released cannot be right: the server does not start
 * with it. A test compares the version with package.json.
 */
export const RELEASE = { version: '0.1.0', day: '2026-11-20' } as const;
