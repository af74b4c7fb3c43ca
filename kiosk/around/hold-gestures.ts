/** What leads out of the survey or carries something of one person to the next; each is held where the browser lets us. */
const HELD = ['contextmenu', 'dragstart', 'copy', 'cut', 'gesturestart'];

/** Keys of the browser: help, search, reload, full screen, print, save, zoom, another page. The staff's door has Alt. */
const isBrowsers = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  /^F\d+$/.test(key) || ((ctrlKey || metaKey) && !altKey) || (altKey && /^Arrow|^Home$/.test(key));

export function holdGestures(): void {
  const hold = (event: Event) => event.preventDefault();
  const holdIf = (is: boolean, event: Event) => is && hold(event);
  for (const name of HELD) addEventListener(name, hold);
  addEventListener('keydown', (event) => holdIf(isBrowsers(event), event));
  addEventListener('wheel', (event) => holdIf(event.ctrlKey, event), { passive: false });
  addEventListener('touchmove', (event) => holdIf(event.touches.length > 1, event), { passive: false });
}

/** A tablet at a counter is no page to leave. Several steps deep: two quick gestures go back twice before one is heard of. */
export function stayOnPage(): void {
  const stay = () => {
    for (let steps = 3; steps--; ) history.pushState(null, '');
  };
  stay();
  addEventListener('popstate', stay);
}
