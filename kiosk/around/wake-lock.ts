export interface WakeLock {
  /** Keeps the screen on, or lets the tablet turn it off. Asked again and again: the browser drops it with the page. */
  want(isOn: boolean): void;
}

export function wakeLock(): WakeLock {
  const locks = navigator.wakeLock as globalThis.WakeLock | undefined;
  let lock: WakeLockSentinel | undefined;
  let isAsked = false;
  async function ask(): Promise<void> {
    isAsked = true;
    // refused with a low battery or a hidden page: the next asking comes
    lock = await locks?.request('screen').catch(() => undefined);
    isAsked = false;
  }
  return {
    want(isOn) {
      const isHeld = lock?.released === false;
      if (!isOn && isHeld) void lock?.release();
      if (isOn && !isHeld && !isAsked && !document.hidden) void ask();
    },
  };
}
