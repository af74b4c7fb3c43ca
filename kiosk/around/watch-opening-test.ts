import type { Shelf } from '../device/shelf.ts';

/** Behind the kiosk's address when the staff's page has just run the test: not again today, whatever is stored. */
const TESTED = '#tested';
/** Longer than an update waits: a new version is tested by itself. */
const QUIET_MS = 120_000;

/**
 * The opening self-test of each local day: it runs on the staff's page, where its list can be read, as soon as nobody
 * has been at the screen for two minutes, and that page comes back by itself.
 */
export function watchOpeningTest(deps: {
  readonly shelf: Shelf;
  readonly today: () => string;
  readonly isIdle: () => boolean;
  readonly open: () => void;
}): void {
  const { shelf, today, isIdle, open } = deps;
  let testedOn: string | undefined = location.hash === TESTED ? today() : undefined;
  if (testedOn) history.replaceState(null, '', location.pathname);
  let touchedMs = performance.now();
  const isQuiet = () => isIdle() && performance.now() - touchedMs >= QUIET_MS;
  addEventListener('pointerdown', () => {
    touchedMs = performance.now();
  });
  setInterval(async () => {
    if (testedOn === today() || !isQuiet()) return;
    testedOn = ((await shelf.read('self-test').catch(() => {})) as { day?: string } | undefined)?.day;
    if (testedOn !== today() && isQuiet()) open();
  }, QUIET_MS / 4);
}
