import { type FileCall, filesIn, type Folder, type JournalFiles } from './journal-files.ts';

/** The worker of the journal: carries out one call after another on the files of the folder `journal`. */
let before: Promise<unknown> = Promise.resolve();
let files: JournalFiles | undefined;
/** Closing a file takes as long as flushing it, so whoever waits for the flush is answered first. */
const toClose: (() => void)[] = [];

async function answer([name, ...given]: FileCall): Promise<unknown> {
  if (!files) {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('journal', { create: true });
    files = filesIn(folder as unknown as Folder, (close) => toClose.push(close));
  }
  return (files[name] as (...args: unknown[]) => Promise<unknown>)(...given);
}

async function carryOut(call: FileCall): Promise<void> {
  try {
    postMessage({ result: await answer(call) });
  } catch {
    postMessage({ error: 'failed' });
  }
  for (const close of toClose.splice(0)) close();
}

addEventListener('message', ({ data }: MessageEvent<FileCall>) => {
  before = before.then(() => carryOut(data));
});
