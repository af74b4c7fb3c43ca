import type { PlayerDeps } from './player.ts';

/**
 * Recordings through the platform's mixer rather than an audio element: an iPad gives an element no volume of its own,
 * and a stop is heard at once. The mixer is made at the first touch that wants sound; browsers allow it no earlier.
 */
export function openOutput(): PlayerDeps['output'] {
  let context: AudioContext | undefined;
  let gain: GainNode | undefined;
  let loudness = 1;
  return {
    async play(recording) {
      context ??= new AudioContext();
      if (!gain) {
        gain = context.createGain();
        gain.connect(context.destination);
      }
      gain.gain.value = loudness;
      await context.resume();
      // What cannot be decoded is left out; a copy, because decoding takes the bytes away.
      const buffer = await context.decodeAudioData(recording.slice(0)).catch(() => undefined);
      if (!buffer) return undefined;
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(gain);
      const over = new Promise<void>((resolve) => source.addEventListener('ended', () => resolve()));
      source.start();
      return { stop: () => source.stop(), over };
    },
    setLoudness(wanted) {
      loudness = wanted;
      if (gain) gain.gain.value = wanted;
    },
    rest: () => void context?.suspend(),
  };
}
