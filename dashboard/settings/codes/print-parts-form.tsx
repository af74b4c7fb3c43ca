import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { PRINT_MOST } from '../../../shared/code-limits.ts';
import type { Answer } from '../../server-link.ts';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { SettingsForm } from '../parts/settings-form.tsx';
import { saveFile } from './save-file.ts';

interface PrintPartsFormProps {
  /** What is printed: codes or tickets, in the order of the pages. */
  readonly all: readonly string[];
  readonly print: (part: readonly string[]) => Promise<Answer<Blob>>;
  readonly file: string;
  readonly ended: () => void;
  readonly cancel?: () => void;
  readonly children?: ComponentChildren;
}

/** A PDF for each fifty: the button names the part, and what has not been printed is said until it has. */
export function PrintPartsForm({ all, print, file, ended, cancel, children }: PrintPartsFormProps) {
  const { codes, language } = useCodesWords();
  const words = codes.print;
  const [from, setFrom] = useState(0);
  const start = from >= all.length ? 0 : from;
  const end = Math.min(start + PRINT_MOST, all.length);
  const say = (count: number) => writeCount(count, language);
  return (
    <SettingsForm
      go={words.go(say(start + 1), say(end), say(all.length))}
      send={() => print(all.slice(start, end))}
      done={(pdf) => {
        saveFile(pdf, `${file}-${start + 1}-${end}.pdf`);
        setFrom(end);
        const left = all.length - end;
        return `${words.saved(say(start + 1), say(end))} ${left === 0 ? words.all : words.left(say(left))}`;
      }}
      ended={ended}
      {...(cancel && { cancel })}
    >
      {children}
    </SettingsForm>
  );
}
