/** A fault of the database that a person can mend; the message is a sentence that says how. */
export class StoreFault extends Error {}
