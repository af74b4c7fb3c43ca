import * as v from 'valibot';
import type { Text } from '../questionnaire.ts';
import { TicketSchema } from './batch.ts';
import { idField } from './day-field.ts';

/**
 * The QR code that staff show on their own screen to whoever stands before them: a ticket for one answer, which lives for
 * a quarter of an hour.
 */
export const SCREEN_TICKET_MINUTES = 15;

/** `GET /api/v1/counter-screen` → where the account may show one. */
export interface CounterPlace {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text;
  readonly fields: readonly { readonly code: string; readonly name: Text }[];
}

/** `POST /api/v1/counter-screen/tickets` → `ScreenTicket`. The one that it replaces opens nothing from then on, unless somebody has it open. */
export const NewScreenTicketSchema = v.strictObject({
  point: idField,
  field: v.nullable(idField),
  replaces: v.nullable(TicketSchema),
});
export interface ScreenTicket {
  readonly ticket: string;
  /** What the code on the screen says. */
  readonly address: string;
}

/** `POST /api/v1/counter-screen/look` → `ScreenTicketState`. */
export const LookSchema = v.strictObject({ ticket: TicketSchema });
export interface ScreenTicketState {
  /**
   * `used`: a phone has opened it. Whether that person then answers, nobody at the counter is told. `gone`: its time is
   * up, or the server has started anew.
   */
  readonly state: 'waiting' | 'used' | 'gone';
}
