/** Hands a file to the person's own machine. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the browser has to have taken it first
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
