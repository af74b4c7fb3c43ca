import { join } from 'node:path';

/** The project's folder, and what of it a copy with a fault needs to run. */
export const root = join(import.meta.dirname, '../..');
export const SOURCES = ['kiosk', 'dashboard', 'server', 'shared', 'launch', 'tests', 'tsconfig.json'];
