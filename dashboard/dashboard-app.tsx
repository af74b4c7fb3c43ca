import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Language } from '../shared/questionnaire.ts';
import type { Tree } from '../shared/wire/device.ts';
import type { Account, ScopeUnit } from '../shared/wire/overview.ts';
import type { OneTimeLink } from './one-time-link.ts';
import { ManagersBar } from './parts/managers-bar.tsx';
import { TreeMark } from './parts/tree-mark.tsx';
import { OneTimeDoor } from './screens/one-time-door.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { SignedIn } from './screens/signed-in.tsx';
import { LaterPage } from './parts/later-page.tsx';
import type { Answer, Refusal, ServerLink } from './server-link.ts';
import { sayRefusal } from './text/say-refusal.ts';
import { speak, type Spoken, SpokenContext } from './text/use-words.ts';

interface DashboardAppProps {
  readonly server: ServerLink;
  readonly now: () => number;
  readonly firstSpoken: Spoken;
  readonly rememberLanguage: (language: Language) => void;
  readonly link: OneTimeLink | undefined;
}

/** Which screen is true now follows from what is known, never from an address. */
type Screen =
  | { readonly kind: 'opening' }
  | { readonly kind: 'unopened'; readonly refusal: Refusal }
  | { readonly kind: 'link'; readonly link: OneTimeLink }
  | { readonly kind: 'door'; readonly notice?: 'ended' | 'signedOut' | 'passwordSet' }
  /** The first run of a real office: by its link, or by the account that it made. */
  | { readonly kind: 'set-up'; readonly secret?: string; readonly account?: Account }
  /** `back`: whom nobody obliges, and where they came from. */
  | { readonly kind: 'second-factor'; readonly back?: SignedInScreen }
  | SignedInScreen;

interface SignedInScreen {
  readonly kind: 'in';
  readonly account: Account;
  readonly units: readonly ScopeUnit[];
}

export function DashboardApp({ server, now, firstSpoken, rememberLanguage, link }: DashboardAppProps) {
  const [spoken, setSpoken] = useState(firstSpoken);
  const [screen, setScreen] = useState<Screen>(() => firstScreen(link));
  const [shownTree, setShownTree] = useState<Tree | null>(null);
  const { language, words } = spoken;

  const enter = useCallback(
    async (account: Account) => {
      if (account.isSettingUp) return setScreen({ kind: 'set-up', account });
      const units = await server.units();
      if (units.kind === 'ok') setScreen({ kind: 'in', account, units: units.value });
      else setScreen(needsFactor(units) ? { kind: 'second-factor' } : { kind: 'unopened', refusal: units });
    },
    [server],
  );
  const unitsChanged = useCallback(async () => {
    const units = await server.units();
    if (units.kind !== 'ok') return;
    setScreen((shown) => (shown.kind === 'in' ? { ...shown, units: units.value } : shown));
  }, [server]);
  const open = useCallback(async () => {
    const answer = await server.session();
    if (answer.kind === 'ok') return enter(answer.value);
    if (needsFactor(answer)) return setScreen({ kind: 'second-factor' });
    const isOut = answer.kind === 'problem' && answer.code === 'no-session';
    setScreen(isOut ? { kind: 'door' } : { kind: 'unopened', refusal: answer });
  }, [server, enter]);
  const leave = useCallback((notice: 'ended' | 'signedOut' | 'passwordSet') => {
    setShownTree(null);
    setScreen({ kind: 'door', notice });
  }, []);
  const ended = useCallback(() => leave('ended'), [leave]);

  useEffect(() => {
    if (screen.kind === 'opening') void open();
  }, [open]);
  useEffect(() => {
    document.documentElement.lang = language;
    rememberLanguage(language);
    if (screen.kind !== 'in') document.title = words.brand;
  }, [language, screen.kind]);

  async function setLanguage(next: Language): Promise<void> {
    const spokenNext = await speak(next);
    // without a network the page goes on in the language that it has
    if (spokenNext) setSpoken(spokenNext);
  }
  async function leaveSetUp(unit?: string): Promise<void> {
    history.replaceState(null, '', unit === undefined ? location.pathname : `?unit=${unit}`);
    await open();
  }
  async function signOut(): Promise<void> {
    // even when the server cannot be told, this screen must not go on showing figures
    await server.signOut();
    leave('signedOut');
  }

  const account = screen.kind === 'in' || screen.kind === 'set-up' ? (screen.account ?? null) : null;
  return (
    <SpokenContext.Provider value={spoken}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <ManagersBar setLanguage={(next) => void setLanguage(next)}>
        {account && (
          <>
            <p class="who">
              <b>{account.name}</b>
              <span>{account.unit.name[language]}</span>
            </p>
            <button type="button" class="sign-out" onClick={() => void signOut()}>
              {words.signOut}
            </button>
          </>
        )}
      </ManagersBar>
      {account && <TreeMark tree={shownTree ?? account.unit.tree} />}
      {screen.kind === 'opening' && (
        <main id="main" class="door">
          <p role="status">{words.loading}</p>
        </main>
      )}
      {screen.kind === 'unopened' && (
        <main id="main" class="door">
          <div class="notice warning" role="alert">
            <p>{sayRefusal(screen.refusal, words)}</p>
            <button type="button" class="main-button" onClick={() => void open()}>
              {words.state.retry}
            </button>
          </div>
        </main>
      )}
      {screen.kind === 'link' && (
        <OneTimeDoor
          server={server}
          link={screen.link}
          entered={(entrant) => void enter(entrant)}
          leave={() => void open()}
          passwordSet={() => leave('passwordSet')}
        />
      )}
      {screen.kind === 'set-up' && (
        <LaterPage
          load={loadFirstRun}
          props={{
            server,
            now,
            secret: screen.secret,
            entered: (entrant: Account) => setScreen({ kind: 'set-up', account: entrant }),
            leave: (unit?: string) => void leaveSetUp(unit),
          }}
        />
      )}
      {screen.kind === 'door' && (
        <SignIn
          server={server}
          notice={screen.notice && words.signIn[screen.notice]}
          entered={(entrant) => void enter(entrant)}
        />
      )}
      {screen.kind === 'second-factor' && (
        <LaterPage
          load={loadSecondFactor}
          props={{
            server,
            entered: (entrant: Account) => void enter(entrant),
            isChosen: screen.back !== undefined,
            leave: () => (screen.back ? setScreen(screen.back) : void signOut()),
          }}
        />
      )}
      {screen.kind === 'in' &&
        (screen.units.length === 0 ? (
          <main id="main" class="door">
            <p class="notice">{words.state.noUnits}</p>
          </main>
        ) : (
          <SignedIn
            server={server}
            account={screen.account}
            units={screen.units}
            unitsChanged={unitsChanged}
            now={now}
            ended={ended}
            showTree={setShownTree}
          />
        ))}
      <footer class="page-foot">
        {screen.kind === 'in' && <p class="limits">{words.limits}</p>}
        <p>{words.local}</p>
        {screen.kind === 'in' && !screen.account.secondFactor && (
          <p>
            <button
              type="button"
              class="as-link"
              onClick={() => setScreen({ kind: 'second-factor', back: screen })}
            >
              {words.secondFactor}
            </button>
          </p>
        )}
      </footer>
    </SpokenContext.Provider>
  );
}

/** Once in the life of an account, with a QR encoder that nobody else pays for. */
const loadSecondFactor = () =>
  import('./screens/second-factor-screen.tsx').then(({ SecondFactorScreen }) => SecondFactorScreen);
const loadFirstRun = () => import('./first-run/first-run.tsx').then(({ FirstRun }) => FirstRun);

function firstScreen(link: OneTimeLink | undefined): Screen {
  if (link)
    return link.purpose === 'set-up' ? { kind: 'set-up', secret: link.secret } : { kind: 'link', link };
  return new URLSearchParams(location.search).get('page') === 'set-up'
    ? { kind: 'set-up' }
    : { kind: 'opening' };
}

const needsFactor = (refusal: Answer<unknown>) =>
  refusal.kind === 'problem' && refusal.code === 'second-factor';
