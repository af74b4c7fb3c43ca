/**
 * Whether a version of the app comes before another, by numbers: 0.10 comes after 0.9. What a build adds behind its number
 * changes nothing, and what cannot be read is never older.
 */
export const isOlderApp = (app: string, than: string): boolean =>
  app.localeCompare(than, 'en', { numeric: true }) < 0;
