/** What devices and own phones send: named here, and described where the protocol is (docs/protocol.md). */
export const DEVICE_ADDRESSES: readonly {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Opened by the token of a device; else by a code or ticket in the body. */
  readonly byToken: boolean;
  readonly summary: string;
}[] = [
  { method: 'post', path: '/batches', byToken: true, summary: 'Sends submissions; a receipt for each' },
  { method: 'post', path: '/seals', byToken: true, summary: 'Sends the signed statement over a group' },
  { method: 'post', path: '/heartbeats', byToken: true, summary: 'Tells how a device is' },
  { method: 'get', path: '/device', byToken: true, summary: 'What a device asks, and how' },
  { method: 'get', path: '/packs/:code', byToken: true, summary: 'A language pack' },
  { method: 'get', path: '/packs/clips/:sha256', byToken: true, summary: 'A recording' },
  { method: 'get', path: '/calls', byToken: true, summary: 'Calls that a telephone of staff may make' },
  { method: 'post', path: '/calls/attempts', byToken: true, summary: 'What calls ended in' },
  { method: 'post', path: '/devices/code', byToken: false, summary: 'Which device an enrolment code is for' },
  { method: 'post', path: '/devices/enrol', byToken: false, summary: 'Enrols a device by a code' },
  { method: 'post', path: '/phone', byToken: false, summary: 'A submission by a walk-up code or ticket' },
  { method: 'post', path: '/tickets/open', byToken: false, summary: 'What a ticket asks' },
];
