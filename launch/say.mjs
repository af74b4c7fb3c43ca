// Everything these commands tell a person goes through here: plain sentences, what is being done on stdout,
// what went wrong (with the next step) on stderr. What an operator meets is said in both languages, Vietnamese first;
// commands of those who change the program speak English alone.

/** A failure that was foreseen: its message is a sentence that names the next step, so no stack is printed. */
export class Halt extends Error {
  /** @param {string[]} sentences one of them, or the Vietnamese and the English one */
  constructor(...sentences) {
    super(sentences.join('\n'));
  }
}

/** @param {string[]} sentences one of them, or the Vietnamese and the English one */
export const say = (...sentences) => console.log(sentences.join(' · '));

/** @param {string} title */
export const heading = (title) => console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 70 - title.length))}`);

/** Milliseconds for people: "0.4 s", "75 s". @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(ms < 9950 ? 1 : 0)} s`;

/** Runs a command's body; its number is the exit code. @param {() => Promise<number | void>} body */
export async function command(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof Halt ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
