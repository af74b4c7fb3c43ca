/** Minutes and seconds that are left, `9:05`; never below zero. */
export function writeClock(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `ABCD 2345`: eight signs are read and typed in two fours. */
export function groupCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

/** `A B C D 2 3 4 5`, for a screen reader: a code is no word. */
export function spellCode(code: string): string {
  return code.replace(/(.)(?=.)/g, '$1 ');
}

/** The part of an address that a person types: no scheme, and nothing behind `#`. */
export function typedAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/#.*$/, '');
}
