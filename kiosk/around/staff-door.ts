const HOLD_MS = 3_000;

/** The ways from the attract screen to the staff's page: a long press on the unit's name, or Ctrl + Alt + S. */
export function watchStaffDoor(isIdle: () => boolean, open: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tryOpen = () => isIdle() && open();
  addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && target.closest('.attract-unit')) timer = setTimeout(tryOpen, HOLD_MS);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) addEventListener(end, () => clearTimeout(timer));
  addEventListener('keydown', ({ ctrlKey, altKey, code }) => {
    if (ctrlKey && altKey && code === 'KeyS') tryOpen();
  });
}
