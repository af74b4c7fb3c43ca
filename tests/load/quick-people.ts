import type { Page } from '@playwright/test';
import type { DrivenClock } from './driven-clock.ts';

/** People who touch what is on the screen, as fast as the page lets them, and what one of them saw and said. */
export interface Plan {
  /** One for each question that is answered; 0 = no opinion. */
  readonly levels: readonly number[];
  /** How the person leaves: sends all, ends, goes away, or is still there when the power goes. */
  readonly leaves: 'send' | 'end' | 'go' | 'stay';
}
export interface Took {
  /** Headlines of the questions that were shown. */
  readonly shown: readonly string[];
  readonly levels: readonly number[];
  readonly isThanked: boolean;
  /** What was written into the outbox meanwhile. */
  readonly written: readonly string[];
}

/** Runs in the page before its own code: what is put into the outbox is seen as it is put. */
function watchOutbox(): void {
  const written: string[] = [];
  Object.assign(globalThis, { written });
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
    if (this.name === 'outbox') written.push((given[0] as { p: string }).p);
    return put.apply(this, given);
  };
}

export const watchWrites = (page: Page): Promise<void> =>
  page.addInitScript(watchOutbox).then(() => undefined);

/** Runs in the page. */
async function takePart(plans: readonly Plan[]): Promise<Took[]> {
  const { clock, written } = globalThis as unknown as { clock: DrivenClock; written: string[] };
  const find = (what: string) => document.querySelector<HTMLElement>(`#app ${what}`);
  const touch = (what: string) => {
    clock.leap(450); // a second touch at once would be taken for a double tap
    const found = find(what);
    if (!found) throw new Error(`${what} is not on the screen: ${document.body.innerText.slice(0, 200)}`);
    found.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    found.click();
  };
  async function waitFor(what: string): Promise<void> {
    for (let tries = 0; !find(what); tries++) {
      if (tries > 2_000) throw new Error(`${what} does not come`);
      await clock.realPause(2);
    }
  }
  async function visit({ levels, leaves }: Plan): Promise<Took> {
    await waitFor('.attract-start');
    touch('.attract-start');
    while (find('.choice.other')) touch('.choice.other');
    const shown: string[] = [];
    for (const level of levels) {
      shown.push(find('h1')!.innerText);
      touch(level === 0 ? '.no-opinion' : `.level-${level}`);
      clock.leap(600);
    }
    if (leaves === 'send') {
      touch('.foot .primary');
      touch('.foot .primary');
    } else if (leaves === 'end') touch('.bar-end');
    else if (leaves === 'go') for (const ms of [30_000, 20_000]) clock.leap(ms);
    const isKept = levels.length > 0 && leaves !== 'stay';
    if (isKept) {
      await waitFor('.tick');
      clock.leap(6_000);
    }
    return { shown, levels, isThanked: isKept, written: written.splice(0) };
  }
  const took: Took[] = [];
  for (const plan of plans) took.push(await visit(plan));
  return took;
}

export const takePartQuickly = (page: Page, plans: readonly Plan[]): Promise<Took[]> =>
  page.evaluate(takePart, plans);
