import { useState } from 'preact/hooks';
import type { ListImported } from '../../../shared/wire/manage-fields.ts';
import { LIST_MOST_BYTES, SHIPPED_LISTS } from '../../../shared/wire/shipped-lists.ts';
import type { FaultAt } from '../../../shared/wire/problem.ts';
import { sayRefusal } from '../../text/say-refusal.ts';
import { useFieldsWords } from '../../text/use-fields-words.ts';
import { Said, type Sentence } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { ListSource } from './fields-link.ts';
import type { FieldsProps } from './fields-page.tsx';
import { ListFaults, ListPreview } from './list-preview.tsx';

interface Looked {
  readonly source: ListSource;
  readonly name: string;
  /** What it would do, or what is wrong with it. */
  readonly found: ListImported | readonly FaultAt[];
}

/** A whole list, looked at before it is written. */
export function TakeListPage({ link, fresh, ended, moved, go }: FieldsProps) {
  const { own, words } = useFieldsWords();
  const { list } = own;
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Sentence | null>(null);

  async function send(source: ListSource, name: string, write: boolean): Promise<void> {
    if (busy) return;
    setBusy(true);
    setSaid(null);
    const answer = await link.takeList(source, write);
    setBusy(false);
    if (answer.kind === 'ok' && write) {
      setLooked(null);
      setSaid({ text: list.written });
      await fresh.refresh();
    } else if (answer.kind === 'ok') setLooked({ source, name, found: answer.value });
    else if (answer.kind === 'problem' && answer.faults) setLooked({ source, name, found: answer.faults });
    else if (answer.kind === 'problem' && answer.code === 'no-session') ended();
    else setSaid({ text: sayRefusal(answer, words), isFault: true });
  }
  async function readFile(file: File): Promise<void> {
    if (file.size > LIST_MOST_BYTES) return setSaid({ text: list.tooLarge, isFault: true });
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      await send({ from: 'file', text }, file.name, false);
    } catch {
      setSaid({ text: list.notUtf8, isFault: true });
    }
  }
  return (
    <main id="main" class="manage take-list">
      <SettingsHead title={list.title} moved={moved} go={go} back={{ kind: 'fields', name: own.title }}>
        <p class="lead">{list.lead}</p>
        <p class="note">{list.codeNote}</p>
      </SettingsHead>
      <Said said={said} />
      <div role="status">{busy && <p class="notice">{list.checking}</p>}</div>
      {!looked && (
        <div class="list-sources">
          <label class="pick">
            <span>{list.file}</span>
            <input
              type="file"
              accept=".csv,text/csv"
              onChange={(change) => {
                const file = change.currentTarget.files?.[0];
                change.currentTarget.value = '';
                if (file) void readFile(file);
              }}
            />
          </label>
          <div role="group" aria-label={list.shipped}>
            <p>{list.shipped}</p>
            <p class="act-buttons">
              {SHIPPED_LISTS.map((name) => (
                <button
                  key={name}
                  type="button"
                  class="quiet-button"
                  onClick={() => void send({ from: 'shipped', name }, list.lists[name], false)}
                >
                  {list.lists[name]}
                </button>
              ))}
            </p>
          </div>
        </div>
      )}
      {looked && !('steps' in looked.found) && (
        <ListFaults name={looked.name} faults={looked.found} other={() => setLooked(null)} />
      )}
      {looked && 'steps' in looked.found && (
        <ListPreview
          name={looked.name}
          steps={looked.found.steps}
          busy={busy}
          write={() => void send(looked.source, looked.name, true)}
          other={() => setLooked(null)}
        />
      )}
    </main>
  );
}
