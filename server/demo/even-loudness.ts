/** Recordings of one loudness and without silence around them, from the samples of a mono WAV file of 16 bits. */

/** The samples of a WAV file: what follows the word `data` and its length, which a program that streams leaves open. */
export function samplesOf(wav: Buffer): Int16Array {
  const start = wav.indexOf('data', 12, 'latin1') + 8;
  const length = Math.floor((wav.length - start) / 2);
  return Int16Array.from({ length }, (_, i) => wav.readInt16LE(start + 2 * i));
}

/** Speech at a fifth of full scale on average; peaks stay below it. */
const AVERAGE = 0.2 * 32_767;
const PEAK = 0.97 * 32_767;
/** Below this a sample is silence, 1/100 of full scale. */
const SILENT = 328;
const AROUND_S = 0.06;

export function evenLoudness(samples: Int16Array, hz: number): Int16Array {
  const around = Math.round(AROUND_S * hz);
  const isSound = (sample: number) => Math.abs(sample) > SILENT;
  const from = Math.max(0, samples.findIndex(isSound) - around);
  const speech = samples.slice(from, samples.findLastIndex(isSound) + around);
  const sounding = speech.filter(isSound);
  const average = Math.sqrt(sounding.reduce((sum, sample) => sum + sample * sample, 0) / sounding.length);
  const highest = speech.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1);
  const factor = Math.min(AVERAGE / average, PEAK / highest);
  return speech.map((sample) => Math.round(sample * factor));
}
