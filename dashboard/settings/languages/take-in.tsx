import { useState } from 'preact/hooks';
import { PACK_BYTES_MOST } from '../../../shared/pack-limits.ts';
import type { FaultAt } from '../../../shared/wire/problem.ts';
import type { TakenIn } from '../../../shared/wire/manage-languages.ts';
import { sayRefusal } from '../../text/say-refusal.ts';
import { useLanguagesWords } from '../../text/use-languages-words.ts';
import { Said, type Sentence } from '../parts/said.tsx';
import type { Brought, LanguagesLink } from './languages-link.ts';
import { PackFaults, PackPreview } from './pack-preview.tsx';

interface TakeInProps {
  readonly link: LanguagesLink;
  /** Null: whole packs only, which say themselves what they are. */
  readonly code: string | null;
  readonly hasTexts?: boolean;
  readonly ended: () => void;
  readonly done: () => Promise<void>;
}
interface Looked {
  readonly brought: Brought;
  readonly found: TakenIn | readonly FaultAt[];
}

/** The ways into a pack. Everything is looked at before it is written, and written whole or not at all. */
export function TakeIn({ link, code, hasTexts = false, ended, done }: TakeInProps) {
  const { own, words } = useLanguagesWords();
  const { take } = own;
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Sentence | null>(null);

  async function send(brought: Brought, write: boolean): Promise<void> {
    if (busy) return;
    setSaid(null);
    if (sizeOf(brought) > PACK_BYTES_MOST) return setSaid({ text: take.tooLarge, isFault: true });
    setBusy(true);
    const answer = await link.take(code, brought, write);
    setBusy(false);
    if (answer.kind === 'ok' && write) {
      setLooked(null);
      await done();
      return setSaid({ text: take.written });
    }
    if (answer.kind === 'ok') return setLooked({ brought, found: answer.value });
    if (answer.kind === 'problem' && answer.faults) return setLooked({ brought, found: answer.faults });
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    return setSaid({ text: sayRefusal(answer, words), isFault: true });
  }
  async function readTexts(file: File): Promise<void> {
    try {
      const csv = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      await send({ kind: 'texts', csv }, false);
    } catch {
      setSaid({ text: take.notUtf8, isFault: true });
    }
  }
  const clips = (files: readonly File[]) => void send({ kind: 'clips', files }, false);
  return (
    <section class="take-in">
      <h2>{take.title}</h2>
      <Said said={said} />
      <div role="status">{busy && <p class="notice">{take.checking}</p>}</div>
      {!looked && (
        <div class="list-sources">
          <PickFiles
            label={take.whole}
            help={take.wholeHelp}
            accept=".zip,application/zip"
            pick={([file]) => file && void send({ kind: 'whole', file }, false)}
          />
          {code !== null && hasTexts && (
            <PickFiles
              label={take.texts}
              help={take.textsHelp}
              accept=".csv,text/csv"
              pick={([file]) => file && void readTexts(file)}
            />
          )}
          {code !== null && (
            <>
              <PickFiles label={take.clips} help={take.clipsHelp} isFolder pick={clips} />
              <PickFiles label={take.files} accept=".mp3,audio/mpeg" isMany pick={clips} />
            </>
          )}
        </div>
      )}
      {looked && !('written' in looked.found) && (
        <PackFaults faults={looked.found} other={() => setLooked(null)} />
      )}
      {looked && 'written' in looked.found && (
        <PackPreview
          taken={looked.found}
          busy={busy}
          write={() => void send(looked.brought, true)}
          other={() => setLooked(null)}
        />
      )}
    </section>
  );
}

const sizeOf = (brought: Brought) =>
  brought.kind === 'texts'
    ? brought.csv.length
    : (brought.kind === 'whole' ? [brought.file] : brought.files).reduce((sum, { size }) => sum + size, 0);

interface PickFilesProps {
  readonly label: string;
  readonly help?: string;
  readonly accept?: string;
  readonly isFolder?: boolean;
  readonly isMany?: boolean;
  readonly pick: (files: readonly File[]) => void;
}

function PickFiles({ label, help, accept, isFolder = false, isMany = false, pick }: PickFilesProps) {
  return (
    <label class="pick">
      <span>{label}</span>
      {help !== undefined && <small class="help">{help}</small>}
      <input
        type="file"
        accept={accept}
        multiple={isMany || isFolder}
        {...(isFolder && { webkitdirectory: true })}
        onChange={(change) => {
          const files = [...(change.currentTarget.files ?? [])];
          change.currentTarget.value = '';
          if (files.length > 0) pick(files);
        }}
      />
    </label>
  );
}
