import { useCallback, useState } from 'preact/hooks';
import type { ConsentKind } from '../../../shared/consent-script.ts';
import type { ConsentAsked, ConsentInForce, ConsentList } from '../../../shared/wire/consent-requests.ts';
import { DataTable } from '../../parts/data-table.tsx';
import type { Answer } from '../../server-link.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { consentEn } from '../../text/consent-en.ts';
import { consentVi } from '../../text/consent-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { useFresh } from '../../use-fresh.ts';
import '../../styles/plans.css';
import '../../styles/consent.css';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { PickUnit } from '../parts/pick-unit.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { ConsentAct, ReadOut } from './consent-act.tsx';

const CONSENT = '/api/v1/consent';
const EVERY_MS = 60_000;

/** What is read out before interviews in a unit, and who worded it. */
export function ConsentPage({ server, account, units, ended, go, moved }: SettingsPageProps) {
  const { language } = useWords();
  const words = language === 'vi' ? consentVi : consentEn;
  const [unit, setUnit] = useState(account.unit.id);
  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<ConsentList>('GET', `${CONSENT}?${new URLSearchParams({ unit })}`, undefined, signal),
    [server, unit],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, setSaid, sayAfter } = useSaid();
  const list = fresh.value?.unit.id === unit ? fresh.value : null;
  const send = (asked: ConsentAsked) => server.ask<ConsentList>('POST', CONSENT, asked);
  const done = (text: string) => sayAfter(fresh.refresh(), text);
  return (
    <main id="main" class="manage">
      <SettingsHead title={words.title} moved={moved} go={go}>
        <p class="lead">{words.lead}</p>
      </SettingsHead>
      <PickUnit
        units={units}
        unit={unit}
        label={words.unit}
        help={words.unitHelp}
        pick={(id) => {
          setUnit(id);
          setSaid(null);
        }}
      />
      <FreshNotice fresh={fresh} loading={words.loading} />
      <Said said={said} />
      {list?.inForce.map((one) => (
        <Kind
          key={`${unit} ${one.kind} ${one.version}`}
          {...{ list, one, ended, send }}
          done={(isReset) => done(isReset ? words.resetDone : words.done)}
        />
      ))}
      {list && list.own.length > 0 && <Earlier list={list} />}
    </main>
  );
}

interface KindProps {
  readonly list: ConsentList;
  readonly one: ConsentInForce;
  readonly ended: () => void;
  readonly send: (asked: ConsentAsked) => Promise<Answer<ConsentList>>;
  readonly done: (isReset: boolean) => void;
}

/** One kind of interview: what is read out now, as it sounds, and the way to other words. */
function Kind({ list, one, ended, send, done }: KindProps) {
  const { language, say } = useWords();
  const words = language === 'vi' ? consentVi : consentEn;
  const { kind, by, since } = one;
  const unit = list.unit.id;
  const source = by && since ? words.by(say(by.name), writeDate(since)) : words.usual;
  return (
    <section class="consent-kind" aria-labelledby={`consent-${kind}`}>
      <h2 id={`consent-${kind}`}>{words.kinds[kind]}</h2>
      <p>{`${source} ${words.version(one.version)}`}</p>
      <ReadOut {...{ kind }} words={one.words} unit={list.unit} />
      <div class="day-acts">
        <ConsentAct {...{ list, one, ended, send }} done={() => done(false)} />
        {one.isOwn && (
          <ConfirmAct
            open={words.reset}
            label={`${words.reset}: ${words.kinds[kind]}`}
            what={<p>{words.resetWhat}</p>}
            go={words.reset}
            send={() => send({ unit, kind, words: null })}
            done={() => done(true)}
            ended={ended}
          />
        )}
      </div>
    </section>
  );
}

/** Under which version people have agreed to what. */
function Earlier({ list }: { readonly list: ConsentList }) {
  const { language } = useWords();
  const words = language === 'vi' ? consentVi : consentEn;
  const kindOf = (kind: ConsentKind) => words.kinds[kind];
  return (
    <details class="plan-more">
      <summary>{words.earlier}</summary>
      <DataTable
        caption={words.earlierCaption}
        columns={words.columns}
        rows={list.own.map(({ kind, version, since, words: said }, i) => ({
          key: String(i),
          cells: [
            writeDate(since),
            kindOf(kind),
            version,
            `${said.vi.greeting} ${said.vi.more} ${said.vi.question}`,
          ],
        }))}
      />
    </details>
  );
}
