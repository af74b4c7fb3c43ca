/** The server checks the same rule; here it only spares people a round trip. */
export const PASSWORD_LEAST = 12;

/** Length in characters as people count them, not in UTF-16 units. */
export function isLongEnough(password: string): boolean {
  return [...password].length >= PASSWORD_LEAST;
}
