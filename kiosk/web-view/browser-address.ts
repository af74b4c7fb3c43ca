/** What a page must know of where it stands, to tell whether it can keep anything. */
export interface Surround {
  readonly isSecure: boolean;
  readonly hasWorkers: boolean;
}

/**
 * Web views of other apps have no service worker: no page for a day without network, and a storage that the app empties
 * as it likes. A plain address has none either, and is refused with its own words at enrolment.
 */
export const isWebView = ({ isSecure, hasWorkers }: Surround): boolean => isSecure && !hasWorkers;

export const thisSurround = (): Surround => ({
  isSecure: isSecureContext,
  hasWorkers: 'serviceWorker' in navigator && navigator.serviceWorker !== undefined,
});

/**
 * The address under which Android hands a page to the person's browser; undefined elsewhere, where there is no such
 * address. What stands behind `#` travels along: Android reads the last `#Intent;` only.
 */
export function browserAddress(address: string, userAgent: string): string | undefined {
  if (!/Android/.test(userAgent)) return undefined;
  const { protocol, host, pathname, search, hash } = new URL(address);
  const scheme = protocol.replace(':', '');
  const view = 'action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE';
  return `intent://${host}${pathname}${search}${hash}#Intent;scheme=${scheme};${view};end`;
}
