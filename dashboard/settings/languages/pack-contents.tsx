import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LanguagePage } from '../../../shared/wire/manage-languages.ts';
import { useLanguagesWords } from '../../text/use-languages-words.ts';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';
import { clipAddress } from './languages-link.ts';

/** What is in a pack: recordings to listen to, texts beside their Vietnamese source. */
export function PackContents({ pack }: { readonly pack: LanguagePage }) {
  const { own } = useLanguagesWords();
  return (
    <>
      <h2>{own.recordings.title}</h2>
      <Recordings pack={pack} />
      {pack.lines.length > 0 && (
        <>
          <h2>{own.texts.title}</h2>
          <Lines pack={pack} />
        </>
      )}
    </>
  );
}

type Recording = LanguagePage['recordings'][number];

function Recordings({ pack }: { readonly pack: LanguagePage }) {
  const { own } = useLanguagesWords();
  const words = own.recordings;
  const { playing, fault, toggle } = usePlayer(pack.code);
  const columns = useMemo(
    (): readonly ListColumn<Recording>[] => [
      { key: 'key', title: words.columns.key, show: ({ key }) => <code>{key}</code> },
      { key: 'says', title: words.columns.says, show: ({ says }) => says },
      {
        key: 'clip',
        title: words.columns.clip,
        show: ({ key, clip }) => {
          if (!clip) return <span class="none-yet">{words.none}</span>;
          const act = playing === key ? words.stop : words.play;
          return (
            <button
              type="button"
              class="quiet-button"
              aria-label={words.of(act, key)}
              onClick={() => toggle(key)}
            >
              {act}
            </button>
          );
        },
      },
    ],
    [words, playing, toggle],
  );
  return (
    <>
      <div role="status">{fault && <p class="notice warning">{words.fault}</p>}</div>
      <SearchableList
        caption={words.title}
        rows={pack.recordings}
        keyOf={({ key }) => key}
        columns={columns}
        textOf={({ key, says, clip }) => `${key} ${says} ${clip ? '' : words.none}`}
        empty={words.none}
      />
    </>
  );
}

/** One sound at a time; leaving the page ends it. */
function usePlayer(code: string) {
  const audio = useRef<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState<string | null>(null);
  const [fault, setFault] = useState(false);
  useEffect(() => () => audio.current?.pause(), []);
  const toggle = (key: string) => {
    audio.current?.pause();
    setFault(false);
    if (playing === key) return setPlaying(null);
    const next = new Audio(clipAddress(code, key));
    audio.current = next;
    next.addEventListener('ended', () => setPlaying(null));
    next.play().catch(() => {
      // one that was stopped for another has no error
      if (next.error === null) return;
      setPlaying(null);
      setFault(true);
    });
    return setPlaying(key);
  };
  return { playing, fault, toggle };
}

type Line = LanguagePage['lines'][number];

function Lines({ pack }: { readonly pack: LanguagePage }) {
  const { own } = useLanguagesWords();
  const words = own.texts;
  const columns = useMemo(
    (): readonly ListColumn<Line>[] => [
      { key: 'key', title: words.columns.key, show: ({ key }) => <code>{key}</code> },
      { key: 'vi', title: words.columns.vi, show: ({ vi }) => <span lang="vi">{vi}</span> },
      {
        key: 'text',
        title: words.columns.text,
        show: ({ text }) => text ?? <span class="none-yet">{words.none}</span>,
      },
    ],
    [words],
  );
  return (
    <SearchableList
      caption={words.title}
      rows={pack.lines}
      keyOf={({ key }) => key}
      columns={columns}
      textOf={({ key, vi, en, text }) => `${key} ${vi} ${en} ${text ?? words.none}`}
      empty={words.none}
    />
  );
}
