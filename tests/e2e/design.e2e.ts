import { expect, test } from '@playwright/test';
import { place } from '../../kiosk/design/make-state.ts';
import { type Address, LANGUAGES, SIZES } from '../../kiosk/design/scenes.ts';
import { questionnaire } from '../fakes/kiosk-setup.ts';
import {
  addressesOf,
  itemAddresses,
  lookThrough,
  openScreens,
  showScene,
  TABLETS,
} from '../screens/design-pages.ts';
import {
  leastDifference,
  letterFaults,
  movements,
  roomFaults,
  scaleFaults,
  shapeFaults,
} from '../screens/seen.ts';
import { axeFaults, expectAccessible } from './accessible.ts';
import { type Product, startProduct } from './product.ts';

/** What holds of every screen and state of tablet and own phone, looked at on the design page, where they stand still. */
let product: Product;
test.beforeAll(async () => {
  product = await startProduct('empty');
});
test.afterAll(() => product.stop());

/** All parts on one sheet: no screen of a visit. */
const isOfVisit = ({ name }: Address) => name !== 'parts';
const words = Object.fromEntries(
  LANGUAGES.map((language) => [language, questionnaire.levels.map((level) => level[language])]),
);
const question = { name: 'question', language: 'vi', size: 'normal' } as const;

for (const device of ['tablet', 'phone'] as const) {
  test(`every screen of the ${device} is accessible, its shapes have contrast and its letters room (sentences 20 and 21)`, async ({
    page,
  }) => {
    await page.setViewportSize(device === 'tablet' ? TABLETS[1] : { width: 390, height: 844 });
    await openScreens(page, product.base, device);
    // What one language or size could break, its neighbour in the list has too: each screen is looked at twice.
    const pairs = addressesOf(device).filter(
      ({ language, size }) =>
        device === 'phone' || LANGUAGES.indexOf(language) % SIZES.length === SIZES.indexOf(size),
    );
    for (const address of pairs) {
      await showScene(page, device, address);
      await expectAccessible(page, `${address.name} ${address.language} ${address.size}`);
    }
    expect(await lookThrough(page, pairs, shapeFaults, undefined)).toEqual([]);
    expect(await lookThrough(page, pairs, letterFaults, undefined)).toEqual([]);

    await showScene(page, device, question);
    await page.evaluate(() => {
      const spoil = (what: string, style: Partial<CSSStyleDeclaration>) =>
        Object.assign(document.querySelector<HTMLElement>(what)!.style, style);
      spoil('.official', { color: '#bbb', lineHeight: '1' });
      spoil('.tile', { borderColor: '#eee' });
    });
    const found = [
      await axeFaults(page),
      await lookThrough(page, [question], shapeFaults, undefined),
      await lookThrough(page, [question], letterFaults, undefined),
    ];
    expect(
      found.map((faults) => faults.length > 0),
      'a fault would be found',
    ).toEqual([true, true, true]);
  });
}

test('no screen of a visit is scrolled, tiles and controls have their size, for all 39 items in both languages at every text size (sentences 2 and 5)', async ({
  page,
}) => {
  const addresses = [...addressesOf('tablet').filter(isOfVisit), ...itemAddresses(questionnaire)];
  await openScreens(page, product.base, 'tablet');
  for (const size of [TABLETS[0], TABLETS[1], TABLETS[3]]) {
    await page.setViewportSize(size);
    expect(await lookThrough(page, addresses, roomFaults, true), `at ${size.width}`).toEqual([]);
  }
  await page.setViewportSize({ width: 700, height: 400 });
  expect(await lookThrough(page, [question], roomFaults, true), 'a fault would be found').not.toEqual([]);

  await page.setViewportSize(TABLETS[1]);
  const listening = { ...question, name: 'listening' };
  await showScene(page, 'tablet', listening);
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll<HTMLElement>('.answer-speaker');
    first!.style.width = '46px';
    second!.style.left = '0';
    document.querySelector<SVGElement>('.tile.level-3 .face')!.style.transform = 'translate(-40px, -30px)';
  });
  expect(
    (await lookThrough(page, [listening], roomFaults, true)).map((fault) => fault.split(': ').at(-1)),
  ).toEqual([
    'speaker 2 lies on answer 1',
    'speaker 2 is not on its answer',
    'speaker 3 cuts its face',
    expect.stringMatching(/ is 46 × 64$/),
  ]);
});

test('the five answers stand in their order with face and word, none chosen and all alike, on every question in both languages (sentences 3 and 4)', async ({
  page,
}) => {
  for (const device of ['tablet', 'phone'] as const) {
    await page.setViewportSize(device === 'tablet' ? TABLETS[0] : { width: 390, height: 844 });
    await openScreens(page, product.base, device);
    const items = [...itemAddresses(questionnaire), question];
    expect(await lookThrough(page, items, scaleFaults, words)).toEqual([]);
    const chosen = { ...question, name: 'chosen' };
    expect(await lookThrough(page, [chosen], scaleFaults, words), 'a fault would be found').not.toEqual([]);
  }
});

test('without colour the five faces differ from each other by their shapes, as small as on a phone (sentence 20)', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openScreens(page, product.base, 'phone');
  await showScene(page, 'phone', question);
  const faces: Buffer[] = [];
  for (const face of await page.locator('.tile .face').all()) faces.push(await face.screenshot());
  expect(faces).toHaveLength(5);
  // of the whole picture; what is drawn inside the circle is a fifteenth of it
  expect(await leastDifference(page, faces)).toBeGreaterThan(0.005);
  expect(await leastDifference(page, [faces[0]!, faces[0]!])).toBe(0);
});

test('with less motion wished for nothing moves, and otherwise no more than one thing on a screen (sentence 25)', async ({
  page,
}) => {
  const addresses = addressesOf('tablet', ['vi']);
  await openScreens(page, product.base, 'tablet');
  const moving = await lookThrough(page, addresses, movements, undefined);
  expect(moving).not.toEqual([]);
  const screens = moving.map((one) => one.split(':')[0]);
  expect(screens.filter((screen, i) => screens.indexOf(screen) < i)).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await lookThrough(page, addresses, movements, undefined)).toEqual([]);
});

test('the lower two thirds of the attract screen start the survey wherever they are touched (sentence 23)', async ({
  page,
}) => {
  await openScreens(page, product.base, 'tablet');
  for (const size of TABLETS) {
    await page.setViewportSize(size);
    await showScene(page, 'tablet', { ...question, name: 'attract' });
    const elsewhere = await page.evaluate(() => {
      const steps = Array.from({ length: 12 }, (_, i) => (i + 0.5) / 12);
      const points = steps.flatMap((x) =>
        steps.map((y) => [x * innerWidth, innerHeight * (1 / 3 + (y * 2) / 3)]),
      );
      const outside = points.filter(([x, y]) => {
        const hit = document.elementFromPoint(x!, y!);
        // what becomes of the answers is one tap away
        return !hit?.closest('.attract-start, .attract-notice');
      });
      return outside.map(String);
    });
    expect(elsewhere, `at ${size.width}`).toEqual([]);
    expect(await page.locator('.attract').innerText()).not.toMatch(/%|\d{2,}/);
  }
});

test('the number of the office stands where somebody may want to talk to it, and nowhere else', async ({
  page,
}) => {
  const holds = (text: string) => (document.body.textContent.includes(text) ? ['yes'] : []);
  const screens = {
    tablet: ['notice', 'closed', 'no-storage', 'remark', 'remark-written', 'fault'],
    // the first screen of a phone holds the privacy notice
    phone: ['field', 'question', 'chosen', 'no-opinion', 'remark', 'remark-written', 'fault'],
  };
  for (const device of ['tablet', 'phone'] as const) {
    await openScreens(page, product.base, device);
    for (const language of LANGUAGES) {
      const addresses = addressesOf(device, [language]).filter(({ size }) => size === 'normal');
      const found = await lookThrough(page, addresses, holds, place.contact!);
      expect(found, device).toEqual(screens[device].map((name) => `#${name}-${language}-normal: yes`));
    }
  }
});

test('at 320 pixels, which is 200 % of 640, nothing has to be moved sideways, in both languages (sentence 32)', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openScreens(page, product.base, 'phone');
  expect(await lookThrough(page, addressesOf('phone'), roomFaults, false)).toEqual([]);
});

test('the page to choose a screen shows it in a frame of its size, and is accessible itself', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 950 });
  await page.goto(`${product.base}/design/#phone/review-en-normal`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Your answers' })).toBeVisible();
  await expect(page.locator('iframe')).toHaveAttribute('width', '390');
  await page.getByRole('navigation', { name: 'Tablet' }).getByRole('link', { name: 'warning' }).click();
  await expect(frame.getByRole('heading', { name: 'Are you still there?' })).toBeVisible();
  await page.getByRole('link', { name: 'vi', exact: true }).click();
  await expect(frame.getByRole('heading', { name: 'Ông/Bà còn ở đây không?' })).toBeVisible();
  await expectAccessible(page, 'design page');
});
