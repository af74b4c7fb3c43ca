import type { FileFault } from '../../shared/wire/dossier-requests.ts';

/** Ends the reading of a file that is not taken. */
export class FileRefused extends Error {
  readonly why: FileFault;
  constructor(why: FileFault) {
    super(why);
    this.why = why;
  }
}
