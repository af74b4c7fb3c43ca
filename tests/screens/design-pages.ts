import type { Page } from '@playwright/test';
import { itemsOf, type Language, type Questionnaire } from '../../shared/questionnaire.ts';
import { type Address, type Device, hashOf, LANGUAGES, scenes, SIZES } from '../../kiosk/design/scenes.ts';

/** The screens of the design page one after another in one page of a browser, which is fast: nothing is loaded anew. */
export const TABLETS = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 800, height: 1280 },
  { width: 768, height: 1024 },
] as const;
export const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const;
export const viewportsOf = (device: Device) => (device === 'tablet' ? TABLETS : PHONES);

/** Opens the page of a device, for `showScene`. */
export async function openScreens(page: Page, base: string, device: Device): Promise<void> {
  await page.goto(`${base}/design/${device}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Shows one screen; settles when it is drawn. */
export async function showScene(page: Page, device: Device, address: Address): Promise<void> {
  const { name, language, size } = address;
  await page.evaluate(
    ([hash, title]) =>
      new Promise<void>((resolve) => {
        if (document.title === title && location.hash === hash) return resolve();
        addEventListener('hashchange', () => setTimeout(resolve), { once: true });
        location.hash = hash;
      }),
    [hashOf(address), `${device} ${name} ${language} ${size}`] as const,
  );
}

/** Shows one screen after another and gathers what a look at them finds, all inside the page, which is quick. */
export function lookThrough<T>(
  page: Page,
  addresses: readonly Address[],
  look: (given: T) => string[],
  given: T,
): Promise<string[]> {
  // Written out as text: a page's policy lets nobody make a function of one there.
  return page.evaluate(`(async () => {
    const look = ${look.toString()};
    const faults = [];
    for (const hash of ${JSON.stringify(addresses.map(hashOf))}) {
      await new Promise((resolve) => {
        if (location.hash === hash) return resolve();
        addEventListener('hashchange', () => setTimeout(resolve), { once: true });
        location.hash = hash;
      });
      for (const fault of look(${JSON.stringify(given)})) faults.push(hash + ': ' + fault);
    }
    return faults;
  })()`);
}

/** Every address of a device's screens, in the order of the list. */
export function addressesOf(device: Device, languages: readonly Language[] = LANGUAGES): Address[] {
  return [...scenes[device].keys()].flatMap((name) =>
    languages.flatMap((language) => sizesOf(device).map((size) => ({ name, language, size }))),
  );
}

/** Own phones have a text size of their own. */
const sizesOf = (device: Device) => (device === 'tablet' ? SIZES : SIZES.slice(0, 1));

/** Each item of the questionnaire, where a visit asks it. */
export const itemAddresses = (questionnaire: Questionnaire): Address[] =>
  itemsOf(questionnaire).flatMap(({ number }) =>
    LANGUAGES.flatMap((language) => SIZES.map((size) => ({ name: `item-${number}`, language, size }))),
  );
