/** Carries work out no more often than every `gapMs`; who asks in between hears what it found last, or is finding now. */
export function createMinimumGap<T>(gapMs: number, work: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly result: Promise<T> } | undefined;
  return () => {
    const at = performance.now();
    if (!last || at - last.at >= gapMs) last = { at, result: work() };
    return last.result;
  };
}
