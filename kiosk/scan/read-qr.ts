import jsqr from 'jsqr';

/**
 * Reads a QR code in a picture by script, for browsers that cannot by themselves. The build makes a file of its own of
 * it, which is loaded when a camera is on and at no other time.
 */
export function readQr({ data, width, height }: ImageData): string | undefined {
  // Our own codes are dark on light: looking for the inverse too would take twice the time.
  return jsqr(data, width, height, { inversionAttempts: 'dontInvert' })?.data || undefined;
}
