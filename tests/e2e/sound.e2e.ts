import { expect, type Page, test } from '@playwright/test';
import { THANKS_MS } from '../../kiosk/visit/waits.ts';
import {
  beginVisit,
  driveClock,
  enrolTablet,
  expectAccessible,
  letIdle,
  nameNothing,
  passTime,
  passUntil,
  pause,
  waitForAttract,
  waitUntilSent,
} from './people.ts';
import { expectNoScrolling } from './room-on-screen.ts';
import { type Product, startProduct } from './product.ts';

/** Sound on a tablet of the demonstration: what is played and stopped is read off the platform's mixer. */
let product: Product;
test.afterEach(() => product.stop());

interface Mixer {
  /** Seconds of each recording that was begun. */
  readonly begun: number[];
  /** How many sound now. */
  sounding: number;
  loudness: () => number;
}
const mixer = (page: Page) =>
  page.evaluate(() => {
    const { begun, sounding, loudness } = (globalThis as unknown as { mixer: Mixer }).mixer;
    return { begun: begun.length, sounding, loudness: loudness() };
  });

async function hearMixer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const gains: GainNode[] = [];
    const heard: Mixer = { begun: [], sounding: 0, loudness: () => gains[0]?.gain.value ?? 0 };
    Object.assign(globalThis, { mixer: heard });
    const { start, stop } = AudioBufferSourceNode.prototype;
    const sounding = new Set<AudioBufferSourceNode>();
    const count = () => {
      heard.sounding = sounding.size;
    };
    // a recording goes on until it is stopped: how long one takes is nothing that a slow machine may miss
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode) {
      this.loop = true;
      heard.begun.push(this.buffer!.duration);
      sounding.add(this);
      this.addEventListener('ended', () => (sounding.delete(this), count()));
      count();
      start.call(this);
    };
    AudioBufferSourceNode.prototype.stop = function (this: AudioBufferSourceNode) {
      sounding.delete(this);
      count();
      stop.call(this);
    };
    const { createGain } = AudioContext.prototype;
    AudioContext.prototype.createGain = function (this: AudioContext) {
      const gain = createGain.call(this);
      gains.push(gain);
      return gain;
    };
  });
}

const speaker = (page: Page) => page.locator('.sound-ask');
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const sounding = async (page: Page) => (await mixer(page)).sounding;
const begun = async (page: Page) => (await mixer(page)).begun;

/** Touches something and tells how many recordings still sound before anything else can happen. */
const soundingAfter = (page: Page, selector: string) =>
  page.evaluate((touched) => {
    document.querySelector<HTMLElement>(touched)!.click();
    return (globalThis as unknown as { mixer: Mixer }).mixer.sounding;
  }, selector);

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
];
const fits = (page: Page, screen: string) => expectNoScrolling(page, screen, SIZES);

/** Packs come while nobody is at the screen. */
const waitForVoice = (page: Page) => expect(speaker(page)).toBeVisible({ timeout: 90_000 });

test('a tablet of the demonstration speaks offline, falls silent with its screen, waits while it speaks, and forgets who listened', async ({
  page,
  context,
}) => {
  product = await startProduct('demo');
  await hearMixer(page);
  await driveClock(page);
  await enrolTablet(page, product);
  await waitForVoice(page);
  await expect(speaker(page)).toContainText('giọng đọc thử');
  await expectAccessible(page, 'attract with a voice');
  await context.setOffline(true);
  expect(await begun(page)).toBe(0);

  await page.locator('.chip[lang=vi]').click();
  await expect.poll(() => sounding(page)).toBe(1);
  const usual = (await mixer(page)).loudness;
  for (let step = 4; step <= 5; step++) {
    await page.getByRole('button', { name: 'To hơn', exact: true }).click();
    await expect(page.getByRole('img', { name: `Âm lượng: mức ${step} trên 5` })).toBeVisible();
  }
  expect((await mixer(page)).loudness).toBeGreaterThan(2 * usual);
  await fits(page, 'attract with a voice');

  // whoever listens tries a touch first: nothing moves on before it, and what was tried is not asked again
  await page.getByRole('button', { name: /Chạm để góp ý/ }).click();
  await expect(title(page)).toHaveText('Hôm nay trời nóng hay mát?');
  await expect(title(page)).toBeFocused();
  await expect.poll(() => sounding(page)).toBe(1);
  await expectAccessible(page, 'practice');
  await fits(page, 'practice');
  await pause(page, 450);
  expect(await soundingAfter(page, '.choices .tile')).toBe(0);
  await expect(page.getByRole('radio', { name: 'Nóng', checked: true })).toBeVisible();
  await pause(page, 650);
  await nameNothing(page);
  await expect.poll(() => sounding(page)).toBe(1);
  await letIdle(page, 50_000);
  await expect(page.getByRole('radiogroup')).toBeVisible();
  expect(await sounding(page)).toBe(1);
  await expectAccessible(page, 'question that is read out');
  await fits(page, 'question that is read out');

  expect(await soundingAfter(page, '.sound-ask')).toBe(0);
  await letIdle(page, 35_000);
  await expect(title(page)).toHaveText('Ông/Bà còn ở đây không?');
  await page.getByRole('button', { name: 'Tôi vẫn ở đây' }).click();
  expect(await sounding(page)).toBe(0);

  await speaker(page).click();
  await expect.poll(() => sounding(page)).toBe(1);
  const before = await begun(page);
  await page.getByRole('button', { name: 'Nghe: Hài lòng', exact: true }).click();
  await expect.poll(() => begun(page)).toBe(before + 1);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await pause(page, 450);
  expect(await soundingAfter(page, '.tile.level-4')).toBe(0);
  await pause(page, 650);
  await expect.poll(() => sounding(page)).toBe(1);
  await pause(page, 450);
  expect(await soundingAfter(page, '.bar-end')).toBe(0);
  await expect(title(page)).toHaveText('Xin cảm ơn Ông/Bà');
  await expect.poll(() => sounding(page)).toBe(1);
  await passTime(page, THANKS_MS);
  await waitForAttract(page);

  expect(await sounding(page)).toBe(0);
  await expect(page.getByRole('button', { name: 'To hơn', exact: true })).toHaveCount(0);
  const all = await begun(page);
  await beginVisit(page);
  await page.waitForTimeout(300);
  expect(await begun(page)).toBe(all);
  await speaker(page).click();
  await expect(page.getByRole('img', { name: 'Âm lượng: mức 3 trên 5' })).toBeVisible();
  await pause(page, 450);
  await page.getByRole('button', { name: 'Kết thúc' }).click();

  const told: { heard?: number }[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/heartbeats')) told.push((request.postDataJSON() as { day: object }).day);
  });
  await context.setOffline(false);
  await waitUntilSent(page);
  await passUntil(page, () => told.at(-1)?.heard, 2);
});

test('a pack that somebody has changed on the tablet is not offered until it is whole again', async ({
  page,
  context,
}) => {
  product = await startProduct('demo');
  await driveClock(page);
  await enrolTablet(page, product);
  await waitForVoice(page);
  await page.evaluate(async () => {
    const cache = await caches.open('sipas-packs');
    const pack = (await (await cache.match('/api/v1/packs/vi'))!.json()) as {
      clips: Record<string, { sha256: string }>;
    };
    await cache.put(`/api/v1/packs/clips/${pack.clips['level-3']!.sha256}`, new Response('tampered'));
  });
  await context.setOffline(true);
  await page.reload();
  // the other language can be heard: what lies here has been looked at
  await page.locator('.chip[lang=en]').click();
  await expect(speaker(page)).toContainText('trial voice');
  await page.locator('.chip[lang=vi]').click();
  await expect(speaker(page)).toHaveCount(0);
  await page.goto(`${product.base}/kiosk/staff/`);
  const figure = (term: string) => page.locator('.figures dl > div').filter({ hasText: term });
  await expect(figure('Ngôn ngữ có giọng đọc')).toContainText('English');
  await expect(figure('Đang tải giọng đọc')).toContainText(/Tiếng Việt, từ \d/);
  await context.setOffline(false);
  await page.goto(`${product.base}/kiosk/`);
  await waitForVoice(page);
});
