import jsqr from 'jsqr';

/**
 * Reads a QR code in a picture by script, for browsers that cannot by themselves. For enrolment, which needs a network
 * anyway, it is a file of its own that is loaded when a camera is on; interviews, which need none, have it in their page.
 */
export function readQr({ data, width, height }: ImageData): string | undefined {
  // Our own codes are dark on light: looking for the inverse too would take twice the time.
  return jsqr(data, width, height, { inversionAttempts: 'dontInvert' })?.data || undefined;
}
