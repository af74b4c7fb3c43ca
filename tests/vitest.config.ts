import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');
const project = (name: string, include: string[], testTimeout = 20_000, globalSetup: string[] = []) => ({
  test: { name, root, include, environment: 'node', globalSetup, testTimeout, hookTimeout: 60_000 },
});

/** Neighbour tests stand beside the code; what crosses folders lives here. */
export default defineConfig({
  test: {
    projects: [
      project('unit', ['{shared,kiosk,dashboard,server,tests/reading-time}/**/*.test.ts']),
      project('flow', ['tests/flow/**/*.test.ts'], 240_000),
      project('cheaters', ['tests/cheaters/**/*.test.ts'], 120_000),
      project('sim', ['tests/sim/**/*.test.ts'], 600_000),
      project('proxy', ['tests/proxy/**/*.test.ts'], 120_000),
      project('house', ['tests/house/**/*.test.ts']),
      project('store', ['tests/store/**/*.test.ts'], 60_000, ['tests/store/one-postgres.ts']),
      project('fsync-count', ['tests/fsync-count/**/*.test.ts'], 120_000),
      project('figures-attacker', ['tests/figures-attacker/**/*.test.ts'], 120_000),
      project('budget', ['tests/budget/**/*.test.ts']),
      project('launch', ['tests/launch/**/*.test.ts'], 120_000),
    ],
  },
});
