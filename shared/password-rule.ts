/** Password rule of ASVS 6.2: at least twelve characters, any characters, no rule of composition. */
export const PASSWORD_LEAST = 12;

/** Length in characters as people count them, not in UTF-16 units. */
export function isLongEnough(password: string): boolean {
  return Array.from(password).length >= PASSWORD_LEAST;
}
