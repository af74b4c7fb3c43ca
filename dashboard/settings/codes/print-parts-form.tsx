import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { PRINT_MOST } from '../../../shared/code-limits.ts';
import type { Answer } from '../../server-link.ts';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { SettingsForm } from '../parts/settings-form.tsx';
import { saveFile } from '../../save-file.ts';

interface PrintPartsFormProps {
  /** What is printed: codes or tickets, in the order of the pages. */
  readonly all: readonly string[];
  /** What they are printed as; another paper begins with the first part again. */
  readonly of: string;
  readonly print: (part: readonly string[]) => Promise<Answer<Blob>>;
  readonly file: string;
  readonly head?: ComponentChildren;
  readonly ended: () => void;
  readonly staleWords?: string;
  readonly cancel?: () => void;
  readonly children?: ComponentChildren;
}

/** A PDF for each fifty: the button names the part, and what has not been printed is said until it has. */
export function PrintPartsForm(props: PrintPartsFormProps) {
  const { all, of, print, file, children, ...form } = props;
  const { codes, language } = useCodesWords();
  const words = codes.print;
  const [printed, setPrinted] = useState({ of, from: 0, to: 0 });
  const isBegun = printed.of === of && printed.to > 0;
  const start = isBegun && printed.to < all.length ? printed.to : 0;
  const end = Math.min(start + PRINT_MOST, all.length);
  const left = all.length - printed.to;
  const say = (count: number) => writeCount(count, language);
  return (
    <SettingsForm
      {...form}
      go={words.go(say(start + 1), say(end), say(all.length))}
      send={() => print(all.slice(start, end))}
      done={(pdf) => {
        saveFile(pdf, `${file}-${start + 1}-${end}.pdf`);
        setPrinted({ of, from: start, to: end });
      }}
    >
      {children}
      <div role="status">
        {isBegun && (
          <p class="notice done">
            {`${words.saved(say(printed.from + 1), say(printed.to))} ${left === 0 ? words.all : words.left(say(left))}`}
          </p>
        )}
      </div>
    </SettingsForm>
  );
}
