import type { Language, Questionnaire, Text } from '../questionnaire.ts';
import type { Place, Tree } from './device.ts';
import type { ShownReply } from './shown-replies.ts';

/** What the server writes into the own phone's page: all it knows, because it has no storage and asks nothing more. */
export interface PhoneVisit {
  readonly place: Place;
  /** Only the items drawn, so that the page stays light. */
  readonly questionnaire: Questionnaire;
  /** Drawn by the server, because the page stores nothing. */
  readonly items: readonly number[];
  /** The server's clock as it wrote the page. */
  readonly now: number;
  readonly languages: readonly Language[];
  /** The newest thing that the office has published of what people said; absent = nothing. */
  readonly reply?: ShownReply;
}

/** Offices that can be chosen: public names, and never a code. */
export interface Offices {
  readonly tree: Tree;
  /** What was searched for; empty where nothing was. */
  readonly find: string;
  /** The units above what is shown, the topmost first. */
  readonly above: readonly NamedUnit[];
  /** Units in which one can go on choosing. */
  readonly units: readonly NamedUnit[];
  /** Places, each with the name that it stands under. */
  readonly points: readonly { readonly id: string; readonly name: Text; readonly of: Text }[];
  /** There are more than are shown. */
  readonly isCut: boolean;
}
export interface NamedUnit {
  readonly id: string;
  readonly name: Text;
}

/** Why there is no visit: a code that nobody knows, that has ended or cannot be one, none yet, or too many tries. */
export type Sorry = 'unknown-code' | 'ended-code' | 'no-code' | 'bad-code' | 'busy';
export interface PhoneChoice {
  readonly sorry: Sorry;
  /** The code as it was typed: nothing is corrected silently. */
  readonly typed: string;
  /** Null where nobody can be asked anywhere. */
  readonly offices: Offices | null;
}

/** A visit, offices to choose from, or the page that has to read its ticket by itself. */
export type PhonePage = (PhoneVisit & { readonly code: string }) | PhoneChoice | { readonly sorry: 'ticket' };
