import type { Opening } from './wire/device.ts';

/** Offices' usual hours; every office sets its own. */
export const USUAL_OPENING: readonly Opening[] = [
  { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' },
  { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
];
