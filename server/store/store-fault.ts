import { SaidFault } from '../said/said.ts';

/** A fault of the database that a person can mend; what it says names how. */
export class StoreFault extends SaidFault {}
