import { defineConfig } from '@playwright/test';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const executablePath = process.env['CHROMIUM_PATH'];

/**
 * Journeys on the built product, four at a time on two cores: each file has its own server, or each journey
 * (`parallel`), and most of their time people read and wait.
 * What is measured in milliseconds comes afterwards, alone. A journey that takes five minutes hangs; less would judge how
 * busy the machine is, and so it is with what a page shows.
 */
export default defineConfig({
  testDir: '.',
  globalSetup: './demo-template.ts',
  projects: [
    { name: 'journeys', testMatch: '*.e2e.ts', testIgnore: 'tap-to-frame.e2e.ts' },
    { name: 'frames', testMatch: 'tap-to-frame.e2e.ts', dependencies: ['journeys'] },
  ],
  workers: 4,
  fullyParallel: false,
  timeout: 300_000,
  expect: { timeout: 20_000 },
  outputDir: '../../node_modules/.cache/journeys',
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
});
