import type { Context } from 'hono';

/**
 * Requests that bring a file of months from somebody who is signed in and may: `serve.ts` waits for them as long as their
 * bytes keep coming. A mark of the request and not of an address, so that nobody gains by calling one.
 */
const uploads = new WeakSet<object>();

/** From here on the body of this request may take its time. In tests without a socket there is nothing to wait for. */
export function awaitUpload(c: Context): void {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: object };
  if (incoming) uploads.add(incoming);
}

export const isUpload = (incoming: object): boolean => uploads.has(incoming);
