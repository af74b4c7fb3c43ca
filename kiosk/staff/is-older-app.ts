const numbersOf = (version: string) =>
  version
    .replace(/[+-].*$/, '')
    .split('.')
    .map(Number);

/** Whether a version `1.2.3+hash` comes before another; what cannot be read is never older. */
export function isOlderApp(app: string, than: string): boolean {
  const [own, other] = [numbersOf(app), numbersOf(than)];
  for (let i = 0; i < 3; i++) {
    const difference = (own[i] ?? 0) - (other[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
