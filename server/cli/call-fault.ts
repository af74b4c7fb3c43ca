/** A call that cannot be carried out; the message says what to do. */
export class CallFault extends Error {}
