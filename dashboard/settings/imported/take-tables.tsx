import { useState } from 'preact/hooks';
import type { TablesLook } from '../../../shared/wire/imported-results.ts';
import type { ServerLink } from '../../server-link.ts';
import { dossiersEn } from '../../text/dossiers-en.ts';
import { dossiersVi } from '../../text/dossiers-vi.ts';
import type { ImportedWords } from '../../text/imported-vi.ts';
import { sayRefusal } from '../../text/say-refusal.ts';
import { useWords } from '../../text/use-words.ts';
import { TableFaults, TablesPreview } from './tables-preview.tsx';

interface TakeTablesProps {
  readonly words: ImportedWords;
  readonly server: ServerLink;
  readonly ended: () => void;
  /** Another file is looked at: what was said before is over. */
  readonly begin: () => void;
  readonly done: (text: string) => void;
}
interface Looked {
  /** In base64. */
  readonly file: string;
  readonly look: TablesLook;
}

const ADDRESS = '/api/v1/imported-results';
const MOST_BYTES = 3 * 2 ** 20;

/** A file on its way in: read, looked at, and taken when somebody says so. */
export function TakeTables({ words, server, ended, begin, done }: TakeTablesProps) {
  const { words: all, language } = useWords();
  const own = words.choose;
  const whyRefused = (language === 'vi' ? dossiersVi : dossiersEn).refused;
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function send(file: string, write: boolean, reason: string | null): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const answer = await server.ask<TablesLook>('POST', ADDRESS, { file, write, reason });
    setBusy(false);
    if (answer.kind === 'ok') {
      const { refused, written, faults } = answer.value;
      if (refused !== null)
        return setFault(
          refused === 'too-many-rows' ? own.tooManyRows : `${whyRefused[refused]} ${own.nothingTaken}`,
        );
      if (!write || faults.length > 0) return setLooked({ file, look: answer.value });
      setLooked(null);
      return done(written ? words.preview.done : words.preview.same);
    }
    if (answer.kind === 'problem' && answer.code === 'no-session') return ended();
    setFault(sayRefusal(answer, all));
  }
  async function choose(file: File): Promise<void> {
    begin();
    setLooked(null);
    if (file.size > MOST_BYTES) return setFault(own.tooLarge);
    await send(base64Of(new Uint8Array(await file.arrayBuffer())), false, null);
  }
  const other = () => setLooked(null);
  return (
    <section class="sheet">
      <h2>{own.title}</h2>
      <div role="status">
        {busy && <p class="notice">{own.reading}</p>}
        {fault !== null && <p class="notice warning">{fault}</p>}
      </div>
      {!looked && (
        <>
          <label class="pick">
            <span>{own.file}</span>
            <input
              type="file"
              accept=".xlsx,.csv,.txt,text/csv"
              onChange={(change) => {
                const chosen = change.currentTarget.files?.[0];
                change.currentTarget.value = '';
                if (chosen) void choose(chosen);
              }}
            />
          </label>
          <p class="help">{own.help}</p>
        </>
      )}
      {looked && looked.look.faults.length > 0 && (
        <TableFaults words={words} faults={looked.look.faults} other={other} />
      )}
      {looked && looked.look.faults.length === 0 && (
        <TablesPreview
          words={words}
          tables={looked.look.tables}
          busy={busy}
          take={(reason) => void send(looked.file, true, reason)}
          other={other}
        />
      )}
    </section>
  );
}

/** In pieces: a whole file would be more arguments than a call may have. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
