import { useCallback, useState } from 'preact/hooks';
import type { PublicPageState, PublicSwitch } from '../../../shared/wire/public-switch.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { QrMark } from '../../parts/qr-mark.tsx';
import { namePeriod } from '../../text/name-period.ts';
import { publicPageEn } from '../../text/public-page-en.ts';
import { publicPageVi } from '../../text/public-page-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import '../../styles/plans.css';
import '../../styles/public-switch.css';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { PickUnit } from '../parts/pick-unit.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';

const PAGES = '/api/v1/public-pages';
const EVERY_MS = 120_000;

/** Whether everybody may read the results of a unit: what they see, or would see, and the switch. */
export function PublicSwitchPage({ server, account, units, ended, go, moved }: SettingsPageProps) {
  const { language, say } = useWords();
  const words = language === 'vi' ? publicPageVi : publicPageEn;
  const [unit, setUnit] = useState(account.unit.id);
  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<PublicPageState>('GET', `${PAGES}?${new URLSearchParams({ unit })}`, undefined, signal),
    [server, unit],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, setSaid, sayAfter } = useSaid();
  const state = fresh.value?.unit.id === unit ? fresh.value : null;
  const send = (on: boolean) =>
    server.ask<PublicPageState>('POST', PAGES, { unit, on } satisfies PublicSwitch);
  const others = state?.others.filter(({ id }) => id !== unit) ?? [];
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
      {state && (
        <>
          <p class={state.on ? 'notice done' : 'notice'}>
            {state.on ? words.isOn(writeDate(state.on.since), state.on.by) : words.isOff}
          </p>
          {state.on && <Address address={state.address} />}
          <Shown state={state} />
          <div class="day-acts">
            {state.on ? (
              <ConfirmAct
                open={words.off}
                what={<p>{words.offWhat}</p>}
                go={words.off}
                send={() => send(false)}
                done={() => sayAfter(fresh.refresh(), words.offDone)}
                ended={ended}
                danger
              />
            ) : (
              <ConfirmAct
                open={words.on}
                what={
                  <>
                    <p>{words.onWhat(say(state.unit.name))}</p>
                    <p>{words.data}</p>
                  </>
                }
                go={words.onGo}
                send={() => send(true)}
                done={() => sayAfter(fresh.refresh(), words.onDone)}
                ended={ended}
                primary
              />
            )}
          </div>
        </>
      )}
      {others.length > 0 && (
        <section class="sheet">
          <h2>{words.others}</h2>
          <ul>
            {others.map(({ id, name }) => (
              <li key={id}>{say(name)}</li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function Address({ address }: { readonly address: string }) {
  const { language } = useWords();
  const words = language === 'vi' ? publicPageVi : publicPageEn;
  return (
    <section class="sheet public-address" aria-labelledby="public-address">
      <div>
        <h2 id="public-address">{words.address}</h2>
        <p>
          <code>{address}</code>
        </p>
        <p>
          <a href={address} target="_blank" rel="noreferrer">
            {words.open}
          </a>
        </p>
        <p class="help">{words.qrHelp}</p>
      </div>
      <QrMark text={address} label={words.qr} />
    </section>
  );
}

function Shown({ state }: { readonly state: PublicPageState }) {
  const { language } = useWords();
  const words = language === 'vi' ? publicPageVi : publicPageEn;
  const { quarters, replies } = state.shows;
  const list = quarters.map((id) => namePeriod(id, language)).join(', ');
  return (
    <div class="public-shown">
      <section class="sheet">
        <h2>{state.on ? words.shows : words.would}</h2>
        <ul>
          <li>{quarters.length > 0 ? words.quarters(list) : words.noQuarters}</li>
          <li>{words.replies(writeCount(replies, language))}</li>
          <li>{words.data}</li>
          <li>{words.contact}</li>
        </ul>
      </section>
      <section class="sheet">
        <h2>{words.never}</h2>
        <ul>
          {words.nevers.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
