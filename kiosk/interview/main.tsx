import '../styles.css';
import '../kiosk.css';
import '../staff/staff.css';
import './interview.css';
import './calling.css';
import { render } from 'preact';
import { QUIET_MS, registerWorker } from '../offline/register.ts';
import { isWebView, thisSurround } from '../web-view/browser-address.ts';
import { WebViewNotice } from '../web-view/web-view-notice.tsx';
import { InterviewApp } from './interview-app.tsx';
import { interviewWords } from './interview-words.ts';
import { openInterviewDevice } from './open-interview-device.ts';
import { Panel } from './panel.tsx';

/** The page of a telephone of staff: interviews face to face. Citizens never load it. */

const root = document.getElementById('app')!;
const toStaff = () => location.assign(`${import.meta.env.BASE_URL}staff/`);
const { vi: words } = interviewWords;

/** A new version takes over when nobody has touched the telephone for a while and no interview is open. */
function takeUpdates(isFree: () => boolean): void {
  const updates = registerWorker(`${import.meta.env.BASE_URL}sw.js`);
  let touchedMs = performance.now();
  for (const sign of ['pointerdown', 'keydown'])
    addEventListener(sign, () => (touchedMs = performance.now()), { capture: true });
  setInterval(() => {
    updates.whileIdle(() => (isFree() ? performance.now() - touchedMs : 0), true);
  }, QUIET_MS / 6);
}

async function start(): Promise<void> {
  const device = await openInterviewDevice(__APP_VERSION__);
  if (device) {
    takeUpdates(() => document.querySelector('[data-asking]') === null);
    render(<InterviewApp device={device} toStaff={toStaff} />, root);
  } else
    render(
      <main class="interview">
        <Panel
          name="other"
          title={words.otherTitle}
          text={words.otherText}
          acts={[{ label: words.device, look: 'primary', onTouch: toStaff }]}
        />
      </main>,
      root,
    );
}

if (isWebView(thisSurround())) render(<WebViewNotice address={location.href} />, root);
else
  start().catch((error: unknown) => {
    console.error(error);
    render(
      <main class="interview">
        <Panel name="failed" title={words.failedTitle} text={words.failedText} acts={[]} />
      </main>,
      root,
    );
  });
