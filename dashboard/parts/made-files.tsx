import { useState } from 'preact/hooks';
import { saveFile } from '../save-file.ts';
import type { Answer, Refusal } from '../server-link.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useWords } from '../text/use-words.ts';

/** What the list says of a file: its name for the button, and what it is for. */
type SaidFile = readonly [name: string, what: string];

interface MadeFilesProps<F extends string> {
  readonly files: readonly F[];
  readonly own: {
    readonly file: Readonly<Record<F, SaidFile>>;
    readonly download: (name: string) => string;
    readonly making: string;
    readonly made: (name: string) => string;
  };
  readonly make: (file: F) => Promise<Answer<Blob>>;
  /** Without its ending. */
  readonly fileName: string;
  readonly ended: () => void;
}

/** Files that the server makes when they are asked for, one at a time. */
export function MadeFiles<F extends string>({ files, own, make, fileName, ended }: MadeFilesProps<F>) {
  const { words } = useWords();
  const [state, setState] = useState<
    | { readonly kind: 'making' | 'made'; readonly file: F }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
  >();
  async function take(file: F) {
    if (state?.kind === 'making') return;
    setState({ kind: 'making', file });
    const answer = await make(file);
    if (answer.kind === 'ok') {
      saveFile(answer.value, `${fileName}.${file}`);
      return setState({ kind: 'made', file });
    }
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    setState({ kind: 'refused', refusal: answer });
  }
  return (
    <>
      <ul class="made-files">
        {files.map((file) => {
          const [name, what] = own.file[file];
          return (
            <li key={file}>
              <button
                type="button"
                class="quiet-button"
                aria-disabled={state?.kind === 'making'}
                onClick={() => void take(file)}
              >
                {own.download(name)}
              </button>
              <span>{what}</span>
            </li>
          );
        })}
      </ul>
      <p role="status" class={state?.kind === 'refused' ? 'notice warning' : undefined}>
        {state?.kind === 'making' && own.making}
        {state?.kind === 'made' && own.made(own.file[state.file][0])}
        {state?.kind === 'refused' && sayRefusal(state.refusal, words)}
      </p>
    </>
  );
}
