import { useCallback, useMemo, useState } from 'preact/hooks';
import { SCOPE_WORDS } from '../../../shared/scope-words.ts';
import type { NewToken, TokenRow } from '../../../shared/wire/api-tokens.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import '../../styles/people.css';
import '../../styles/tokens.css';
import { tokensEn } from '../../text/tokens-en.ts';
import { tokensVi } from '../../text/tokens-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { MakeToken } from './make-token.tsx';
import { TokenSheet } from './token-sheet.tsx';
import { tokensLink } from './tokens-link.ts';

const EVERY_MS = 60_000;

/** Access codes of programs: made, shown once, listed with the day of their last use, revoked. */
export function TokensPage({ server, units, ended, go, moved }: SettingsPageProps) {
  const { language, say } = useWords();
  const words = language === 'vi' ? tokensVi : tokensEn;
  const link = useMemo(() => tokensLink(server), [server]);
  const ask = useCallback((signal: AbortSignal) => link.list(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, setSaid, sayAfter } = useSaid();
  const [made, setMade] = useState<NewToken | null>(null);
  const [withEnded, setWithEnded] = useState(false);
  const list = fresh.value;
  const ofState = ({ state }: TokenRow) => words.states[state];
  const columns: ListColumn<TokenRow>[] = [
    {
      key: 'name',
      title: words.columns.name,
      show: ({ name, maker, made: day }) => (
        <>
          <b>{name}</b>
          <small class="token-by">{words.by(maker ?? '–', writeDate(day))}</small>
        </>
      ),
      sortBy: ({ name }) => name,
    },
    {
      key: 'unit',
      title: words.columns.unit,
      show: ({ unit }) => say(unit.name),
      sortBy: ({ unit }) => say(unit.name),
    },
    {
      key: 'scopes',
      title: words.columns.scopes,
      show: ({ scopes }) => (
        <ul class="token-scopes">
          {scopes.map((scope) => (
            <li key={scope}>{say(SCOPE_WORDS[scope])}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'until',
      title: words.columns.until,
      show: ({ until }) => <span class="one-word">{writeDate(until)}</span>,
      sortBy: ({ until }) => until,
    },
    {
      key: 'used',
      title: words.columns.used,
      show: ({ lastUsed }) => (
        <span class="one-word">{lastUsed === null ? words.never : writeDate(lastUsed)}</span>
      ),
      sortBy: ({ lastUsed }) => lastUsed ?? '',
    },
    { key: 'state', title: words.columns.state, show: ofState, sortBy: ofState },
    {
      key: 'act',
      title: words.columns.act,
      show: ({ id, name, state }) =>
        state === 'active' && (
          <ConfirmAct
            danger
            open={words.revoke.open}
            label={words.revoke.of(name)}
            what={<p>{words.revoke.what(name)}</p>}
            go={words.revoke.go}
            send={() => link.revoke(id)}
            done={() => sayAfter(fresh.refresh(), words.revoke.done(name))}
            ended={ended}
          />
        ),
    },
  ];
  const all = list?.tokens ?? [];
  const over = all.filter(({ state }) => state !== 'active').length;
  return (
    <main id="main" class="manage">
      <SettingsHead title={words.title} moved={moved} go={go}>
        <p class="lead">{words.lead}</p>
        <p class="api-about">
          <a href={language === 'vi' ? '/api' : '/api?lang=en'}>{words.about}</a>
        </p>
      </SettingsHead>
      <FreshNotice fresh={fresh} loading={words.loading} />
      <Said said={said} />
      {made && (
        <TokenSheet
          words={words.made}
          made={made}
          close={() => {
            setMade(null);
            setSaid({ text: words.made.gone });
          }}
        />
      )}
      {list && (
        <>
          <h2 class="unseen">{words.title}</h2>
          {!made && (
            <div class="act-list">
              <MakeToken
                words={words}
                link={link}
                list={list}
                units={units}
                ended={ended}
                done={(answer) => {
                  setSaid(null);
                  setMade(answer);
                  void fresh.refresh();
                }}
              />
            </div>
          )}
          <SearchableList
            caption={words.title}
            rows={all.filter(({ state }) => withEnded || state === 'active')}
            keyOf={({ id }) => id}
            columns={columns}
            textOf={({ name, unit }) => `${name} ${say(unit.name)}`}
            empty={words.none}
          >
            {over > 0 && (
              <label class="tick">
                <input
                  type="checkbox"
                  checked={withEnded}
                  onChange={(change) => setWithEnded(change.currentTarget.checked)}
                />
                <span>{words.withEnded(writeCount(over, language))}</span>
              </label>
            )}
          </SearchableList>
        </>
      )}
    </main>
  );
}
