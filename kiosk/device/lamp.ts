/** The dot on the attract screen: what somebody should look at, and what somebody must mend today. */
export type Lamp = 'amber' | 'red';

const RED = /-lost|(?:outbox|journal)-fails|-dead|-full|-corrupt|-old/;

/** The worst of these faults; undefined when there is none. */
export function lampOf(faults: readonly string[]): Lamp | undefined {
  if (faults.some((fault) => RED.test(fault))) return 'red';
  return faults.length > 0 ? 'amber' : undefined;
}
