import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectNothingSideways } from './room-on-screen.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

/** A screen of the managers or the public, as a laptop and a telephone show it: nothing has to be moved sideways, and it is accessible. */
export async function look(page: Page, screen: string): Promise<void> {
  await expectNothingSideways(page, screen, SIZES);
  await expectAccessible(page, screen);
}
