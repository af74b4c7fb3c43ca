import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { runTypeScript } from '../launch/node.mjs';

const root = join(import.meta.dirname, '..');
interface Options {
  readonly testTimeout?: number;
  readonly globalSetup?: string[];
  readonly exclude?: string[];
  readonly isolate?: boolean;
}
/** A test that takes a minute hangs; less would judge how busy the machine is. */
const project = (name: string, include: string[], options: Options = {}) => ({
  test: {
    name,
    root,
    include,
    environment: 'node',
    // threads that a test starts load the sources as the server's do
    execArgv: runTypeScript,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    ...options,
  },
});

/** Files after one another in one process: each would spend longer on loading the modules than on its tests. */
const oneProcess = { isolate: false };

/** They judge the memory of their process, which must be theirs alone. */
const MEMORY = ['serve', 'zip', 'managers/sign-in-flood'].map((name) => `server/${name}.test.ts`);

/** Neighbour tests stand beside the code; what crosses folders lives here. */
export default defineConfig({
  test: {
    projects: [
      project('unit', ['{shared,kiosk,dashboard,server,tests/reading-time,tests/statistics}/**/*.test.ts'], {
        ...oneProcess,
        exclude: MEMORY,
      }),
      project('memory', MEMORY),
      project('flow', ['tests/flow/**/*.test.ts'], { testTimeout: 240_000 }),
      project('cheaters', ['tests/cheaters/**/*.test.ts'], { testTimeout: 120_000 }),
      project('sim', ['tests/sim/**/*.test.ts'], { testTimeout: 600_000 }),
      project('proxy', ['tests/proxy/**/*.test.ts'], { testTimeout: 120_000 }),
      project('house', ['tests/house/**/*.test.ts'], oneProcess),
      project('store', ['tests/store/**/*.test.ts'], {
        ...oneProcess,
        globalSetup: ['tests/store/one-postgres.ts'],
      }),
      project('fsync-count', ['tests/fsync-count/**/*.test.ts'], { testTimeout: 120_000 }),
      project('figures-attacker', ['tests/figures-attacker/**/*.test.ts'], { testTimeout: 120_000 }),
      project('budget', ['tests/budget/**/*.test.ts'], oneProcess),
      project('launch', ['tests/launch/**/*.test.ts'], { testTimeout: 120_000 }),
    ],
  },
});
