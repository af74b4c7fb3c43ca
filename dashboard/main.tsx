import { render } from 'preact';
import type { Language } from '../shared/questionnaire.ts';
import { DashboardApp } from './dashboard-app.tsx';
import { readOneTimeLink } from './one-time-link.ts';
import { ADDRESSES } from './addresses.ts';
import { NO_LIVE, openLive } from './live-stream.ts';
import { speak } from './text/use-words.ts';
import { openServerLink } from './server-link.ts';
import './styles/dashboard.css';

const LANGUAGE_KEY = 'sipas-managers-language';

/** Storage may be forbidden by the browser; then the language is simply not remembered. */
function recallLanguage(): Language {
  try {
    return sessionStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}
function rememberLanguage(language: Language): void {
  try {
    sessionStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // see recallLanguage
  }
}

const chance = () => crypto.getRandomValues(new Uint8Array(1))[0]! / 255;
const live =
  'EventSource' in globalThis ? openLive(() => new EventSource(ADDRESSES.live), document, chance) : NO_LIVE;
const server = openServerLink((...call) => fetch(...call), live);
let visit = 0;

async function show(): Promise<void> {
  const link = readOneTimeLink(location.hash);
  // the secret leaves the address at once: neither history nor a shoulder should keep it
  if (link) history.replaceState(null, '', location.pathname + location.search);
  const firstSpoken = (await speak(recallLanguage())) ?? (await speak('vi'))!;
  render(
    <DashboardApp
      key={visit++}
      server={server}
      now={Date.now}
      firstSpoken={firstSpoken}
      rememberLanguage={rememberLanguage}
      link={link}
    />,
    document.getElementById('app')!,
  );
}

void show();
// a link pasted into a tab where the page is already open
globalThis.addEventListener('hashchange', () => {
  if (readOneTimeLink(location.hash)) void show();
});
