/** Whether an address opens on the server's machine alone: no other tablet and no phone gets there. */
export const opensOnlyHere = (address: string): boolean =>
  /^https?:\/\/(localhost|127\.[\d.]+|\[::1\])([:/]|$)/.test(address);
