import '../styles.css';
import '../kiosk.css';
import './staff.css';
import './staff-health.css';
import { render } from 'preact';
import { codeOf } from './code-requests.ts';
import { OpenFailed, StaffApp } from './staff-app.tsx';
import { openStaffDevice } from './open-staff-device.ts';
import { isWebView, thisSurround } from '../web-view/browser-address.ts';
import { WebViewNotice } from '../web-view/web-view-notice.tsx';

/** The staff's page of a tablet: enrolment, health, rescue. Citizens never load it. */

const root = document.getElementById('app')!;
const code = codeOf(location.hash);
const address = location.href;
// A code must not stay in the address, where the next person could read it.
const isOpening = location.hash === '#opening';
if (location.hash !== '') history.replaceState(null, '', location.pathname);
addEventListener('hashchange', () => codeOf(location.hash) && location.reload());

if (isWebView(thisSurround())) render(<WebViewNotice address={address} />, root);
else
  openStaffDevice(__APP_VERSION__)
    .then((device) => render(<StaffApp device={device} code={code} isOpening={isOpening} />, root))
    .catch((error: unknown) => {
      console.error(error);
      render(<OpenFailed />, root);
    });
