import { figuresFileName } from '../../shared/figures-file-name.ts';
import type { Cut } from '../../shared/wire/cuts.ts';
import { COUNT_FILES } from '../../shared/wire/figure-counts.ts';
import { MadeFiles } from '../parts/made-files.tsx';
import type { ServerLink } from '../server-link.ts';
import { useDetailWords } from '../text/use-detail-words.ts';
import type { DetailChoice } from './detail-choice.ts';

interface CountFilesProps {
  readonly server: ServerLink;
  readonly choice: DetailChoice;
  readonly cut: Cut;
  readonly ended: () => void;
}

/** The table of the page as a file, closed until somebody wants one. */
export function CountFiles({ server, choice, cut, ended }: CountFilesProps) {
  const { own, language } = useDetailWords();
  const { group: _, ...asked } = choice;
  return (
    <details class="count-files">
      <summary class="quiet-button">{own.counts.title}</summary>
      <p class="note">{own.counts.hint}</p>
      <MadeFiles
        // another choice has files of its own
        key={JSON.stringify(asked)}
        files={COUNT_FILES}
        own={own.counts}
        make={(file) => server.ask<Blob>('POST', '/api/v1/counts/files', { ...asked, file, language })}
        fileName={figuresFileName('so-lieu-hai-long', cut, cut.by)}
        ended={ended}
      />
    </details>
  );
}
