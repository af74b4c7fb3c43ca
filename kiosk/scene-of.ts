import type { VNode } from 'preact';
import { fillText, type Language, type Questionnaire, type Text } from '../shared/questionnaire.ts';
import type { Words } from '../shared/text/words.ts';
import type { Place } from '../shared/wire/device.ts';
import type { Button } from './parts/buttons.tsx';
import type { Move } from './visit/visit-states.ts';

/** What a page hands to whatever is drawn. */
export interface Show {
  readonly place: Place;
  readonly questionnaire: Questionnaire;
  /** A language comes when its words are there; Vietnamese always is. In the order of the service point. */
  readonly words: Readonly<Record<string, Words>> & { readonly vi: Words };
  /** The questionnaire in the texts of a language pack, by its code. */
  readonly packs?: Readonly<Record<string, Questionnaire>> | undefined;
  readonly send: (move: Move) => void;
  /** The dot of a device that needs somebody. */
  readonly lamp?: string | undefined;
  /** What a tablet has around its visits, as soon as that is loaded. */
  readonly around?: Around | undefined;
}

/** What is drawn of it: controls of how the screen is shown, and whose invitation stands; and what the start touch does. */
interface Around {
  tools(code: string): VNode;
  turn(): string | undefined;
  start(): void;
}

/** What every screen of a state is made with: the language and its words, official texts filled in, and buttons. */
export function sceneOf(show: Show, code: string) {
  const { place, send } = show;
  const questionnaire = show.packs?.[code] ?? show.questionnaire;
  // A pack says both texts in its own language; names of places stay Vietnamese.
  const language: Language = code === 'en' ? code : 'vi';
  const names = { point: place.point.name, kind: place.unit.kind };
  return {
    ...show,
    questionnaire,
    language,
    words: show.words[code] ?? show.words.vi,
    fill: (text: Text) => fillText(questionnaire, text, names, language),
    button: (label: string, move: Move, look?: Button['look']): Button => ({
      label,
      look,
      onTouch: () => send(move),
    }),
  };
}
export type Scene = ReturnType<typeof sceneOf>;
