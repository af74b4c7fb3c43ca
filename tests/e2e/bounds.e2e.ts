import { expect, type Page, test } from '@playwright/test';
import {
  answer,
  beginVisit,
  driveClock,
  enrolTablet,
  pause,
  takePart,
  unsent,
  waitForAttract,
} from './people.ts';
import { type Product, startProduct } from './product.ts';

/** What a tablet at a counter must not let anybody do or see. */
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('demo');
});
test.afterAll(() => product.stop());
test.beforeEach(({ page }) => driveClock(page));

/** Everything a next person could reach on this page: what is drawn, and what lies open in the browser. */
function readable(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
      document.cookie,
      location.href,
    ]),
  );
}

async function expectNoWayOut(page: Page): Promise<void> {
  expect(await page.locator('a[href], area[href], input[type=file], iframe, embed, object').count()).toBe(0);
  const isHeld = await page.evaluate(() => {
    const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    return !document.getElementById('heading')!.dispatchEvent(menu);
  });
  expect(isHeld).toBe(true);
}

/**
 * What real keys, wheels and fingers do, and whether the page held it: read off when all others have heard of it. Moves
 * that follow each other and fare alike are one.
 */
async function watchHeld(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const note = (event: Event) => {
      const { key } = event as KeyboardEvent;
      const fingers = (event as TouchEvent).touches?.length;
      if (key === 'Control' || key === 'Alt') return;
      const what = [event.type, key ?? fingers].filter((part) => part !== undefined).join(' ');
      const noted = `${what} ${event.defaultPrevented ? 'held' : 'let'}`;
      if (noted !== seen.at(-1)) seen.push(noted);
    };
    for (const kind of ['keydown', 'wheel', 'contextmenu', 'touchmove'])
      addEventListener(kind, note, { passive: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
}

/** Fingers are laid on the heading and drawn apart. */
async function spreadFingers(page: Page, fingers: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const at = (apart: number) =>
    Array.from({ length: fingers }, (_, id) => ({ id, x: 400 + id * apart, y: 200 + apart / 4 }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(60) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(160) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

test('the menu of a long press, the browser’s keys and zooming by wheel or two fingers are held, and no more than those', async ({
  page,
}) => {
  await enrolTablet(page, product);
  await beginVisit(page);
  const seen = await watchHeld(page);
  const keys = ['F1', 'F3', 'F5', 'F11', 'Control+p', 'Control+f', 'Control++', 'Alt+ArrowLeft'];
  for (const key of [...keys, 'a', 'Tab']) await page.keyboard.press(key);
  const heard = keys.map((key) => `keydown ${key.replace(/^(Control|Alt)\+/, '')} held`);
  const expectHeard = async (...more: string[]) => {
    heard.push(...more);
    await expect.poll(seen).toEqual(heard);
  };
  await expectHeard('keydown a let', 'keydown Tab let');
  await page.mouse.click(400, 200, { button: 'right' });
  await expectHeard('contextmenu held');
  await page.mouse.wheel(0, 100);
  await expectHeard('wheel let');
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expectHeard('wheel held');
  await spreadFingers(page, 1);
  await expectHeard('touchmove 1 let');
  await spreadFingers(page, 2);
  await expectHeard('touchmove 2 held');
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  await expect(page.getByRole('radiogroup')).toBeVisible();
});

test('break-out gestures leave the survey where it is', async ({ page }) => {
  await enrolTablet(page, product);
  // What the body says of overscrolling holds for the window, as no other element claims it.
  const styles = await page.evaluate(() => {
    const { overscrollBehaviorY, touchAction, userSelect } = getComputedStyle(document.body);
    return [overscrollBehaviorY, touchAction, userSelect];
  });
  expect(styles).toEqual(['none', 'manipulation', 'none']);
  await expectNoWayOut(page);
  await beginVisit(page);
  await answer(page, 'Hài lòng');
  await expectNoWayOut(page);
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.textContent();
  const address = page.url();
  // Two gestures at once, again and again; a person sees what became of them before the next.
  for (let i = 0; i < 4; i++) {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          addEventListener('popstate', () => resolve(), { once: true });
          history.back();
          history.back();
        }),
    );
  }
  await page.waitForTimeout(200); // the last gesture, if it led elsewhere
  expect(page.url()).toBe(address);
  await expect(heading).toHaveText(before ?? '');
});

test('after a visit nothing that can be read on the page holds anything of the person', async ({ page }) => {
  const canary = 'Câu góp ý không được để lại dấu vết';
  await enrolTablet(page, product);
  await beginVisit(page);
  for (let question = 0; question < 8; question++) await answer(page, 'Rất không hài lòng');
  for (let ending = 0; ending < 3; ending++) {
    await pause(page, 450);
    await page.getByRole('button', { name: 'Không trả lời câu này' }).click();
  }
  await pause(page, 450);
  await page.getByRole('textbox').fill(canary);
  expect(await readable(page)).toContain(canary);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await pause(page, 450);
  await page.getByRole('button', { name: 'Gửi' }).click();
  await expect(page.getByRole('heading', { name: 'Xin cảm ơn Ông/Bà' })).toBeVisible();
  expect(await readable(page)).not.toContain(canary);
  await waitForAttract(page);
  for (const text of [canary, 'aria-checked="true"']) expect(await readable(page)).not.toContain(text);
  await page.goBack().catch(() => null);
  await waitForAttract(page);
  expect(await readable(page)).not.toContain(canary);
});

test('a tab that is frozen and then discarded in a visit keeps what was kept, and the open visit is gone', async ({
  context,
  page,
}) => {
  await enrolTablet(page, product);
  await context.setOffline(true);
  await takePart(page, 'Hài lòng');
  await waitForAttract(page);
  const kept = await unsent(page);
  await beginVisit(page);
  for (let question = 0; question < 3; question++) await answer(page, 'Rất không hài lòng');
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.close();

  const next = await context.newPage();
  await next.goto(`${product.base}/kiosk/`);
  await waitForAttract(next);
  expect(await unsent(next)).toBe(kept);
  expect(await readable(next)).not.toContain('aria-checked="true"');
  await expect(next.getByRole('radio')).toHaveCount(0);
  await context.setOffline(false);
});
