import { type Player, VOLUMES } from '../audio/player.ts';
import type { SceneSound } from './scenes.ts';

const nothing = () => {};

/** Looks as the player does in a scene, and is silent. */
export function stillPlayer(sound: () => SceneSound | undefined): Player {
  const speaking = () => {
    const now = sound();
    return now === 'offered' || now === 'listening' ? undefined : now;
  };
  return {
    get isListening() {
      return sound() !== undefined && sound() !== 'offered';
    },
    get speaking() {
      return speaking();
    },
    get isSpeaking() {
      return speaking() !== undefined;
    },
    volume: Math.ceil(VOLUMES / 2),
    open: nothing,
    greet: nothing,
    ask: nothing,
    say: nothing,
    hush: nothing,
    turn: nothing,
    forget: nothing,
  };
}
