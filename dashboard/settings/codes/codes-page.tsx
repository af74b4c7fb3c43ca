import { localDay } from '../../../shared/period.ts';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import '../../styles/codes.css';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { Said, type Sentence } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { CodeActs } from './chosen-code-acts.tsx';
import { CodeList, isUsable } from './code-list.tsx';
import { codesLink } from './codes-link.ts';
import { MakeCodes } from './make-codes.tsx';
import { MakeTickets } from './make-tickets.tsx';
import { TicketBatch } from './ticket-batch.tsx';
import { TicketList } from './ticket-list.tsx';

const EVERY_MS = 60_000;
/** `id` of the page: a form, the list of tickets, or one batch of them; null is the list of codes. */
const NEW = 'new';
const TICKETS = 'tickets';
const NEW_TICKETS = 'new-tickets';

/** Codes at the counters and one-time tickets, and what is printed of them. */
export function CodesPage(props: SettingsPageProps) {
  const { page, go, moved, server, ended } = props;
  const { codes } = useCodesWords();
  const link = useMemo(() => codesLink(server), [server]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<Sentence | null>(null);
  const shared = { ...props, link };
  if (page.id === NEW)
    return (
      <MakeCodes
        {...shared}
        done={(text, made) => {
          setSaid({ text });
          setChosen(made);
          go({ kind: 'codes', id: null });
        }}
      />
    );
  if (page.id === NEW_TICKETS) return <MakeTickets {...shared} />;
  const isTickets = page.id !== null;
  return (
    <main id="main" class="manage">
      <SettingsHead title={codes.title} moved={moved} go={go}>
        <p class="lead">{isTickets ? codes.tickets.lead : codes.lead}</p>
      </SettingsHead>
      <nav class="code-tabs" aria-label={codes.title}>
        {([null, TICKETS] as const).map((id) => (
          <PageLink
            key={id}
            page={{ kind: 'codes', id }}
            go={(next) => {
              setSaid(null);
              go(next);
            }}
            isCurrent={isTickets === (id === TICKETS)}
          >
            {id === null ? codes.tabs.codes : codes.tabs.tickets}
          </PageLink>
        ))}
      </nav>
      {page.id === null ? (
        <Codes
          {...shared}
          chosen={chosen}
          choose={setChosen}
          said={said}
          say={(text, made) => {
            setSaid({ text });
            setChosen(made);
          }}
        />
      ) : page.id === TICKETS ? (
        <TicketList link={link} ended={ended} go={go} />
      ) : (
        <TicketBatch id={page.id} link={link} ended={ended} />
      )}
    </main>
  );
}

interface CodesProps extends SettingsPageProps {
  readonly link: ReturnType<typeof codesLink>;
  readonly chosen: readonly string[];
  readonly choose: (chosen: readonly string[]) => void;
  readonly said: Sentence | null;
  readonly say: (text: string, chosen: readonly string[]) => void;
}

function Codes({ link, ended, go, now, chosen, choose, said, say }: CodesProps) {
  const { codes, language } = useCodesWords();
  const ask = useCallback((signal: AbortSignal) => link.codes(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const rows = fresh.value ?? [];
  async function done(text: string, made: readonly string[]): Promise<void> {
    await fresh.refresh();
    say(text, made);
  }
  const picked = rows.filter((row) => isUsable(row) && chosen.includes(row.code));
  return (
    <>
      <p class="act-buttons">
        <PageLink page={{ kind: 'codes', id: NEW }} go={go} look="act-go">
          {codes.add}
        </PageLink>
      </p>
      <Said said={said} />
      <FreshNotice fresh={fresh} loading={codes.loading} />
      {fresh.value && (
        <>
          <section class="code-bar" aria-label={codes.chosen(writeCount(picked.length, language))}>
            {picked.length === 0 ? (
              <p class="help">{codes.actsHint}</p>
            ) : (
              <>
                <h2 class="code-chosen">{codes.chosen(writeCount(picked.length, language))}</h2>
                <CodeActs
                  rows={picked}
                  today={localDay(now())}
                  link={link}
                  ended={ended}
                  done={(text, made) => void done(text, made)}
                />
              </>
            )}
          </section>
          <CodeList rows={rows} chosen={chosen} choose={choose} />
        </>
      )}
    </>
  );
}
