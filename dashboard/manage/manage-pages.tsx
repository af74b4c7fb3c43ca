import { assertNever } from '../../shared/assert.ts';
import type { Account, ScopeUnit } from '../../shared/wire/overview.ts';
import type { Page, SettingsPage } from '../read-page.ts';
import type { Watch } from '../use-watch.ts';
import type { ServerLink } from '../server-link.ts';
import '../styles/manage.css';
import '../styles/devices.css';
import '../styles/enrolment.css';
import { AuditLog } from './audit-log.tsx';
import { DevicePage } from './device-page.tsx';
import { DevicesPage } from './devices-page.tsx';
import { HeldPage } from './held-page.tsx';
import { NewDevicePage } from './new-device-page.tsx';
import { RescuePage } from './rescue-page.tsx';

export interface ManagePagesProps {
  readonly server: ServerLink;
  readonly account: Account;
  readonly units: readonly ScopeUnit[];
  readonly now: () => number;
  readonly ended: () => void;
  readonly watch: Watch;
  readonly page: Exclude<
    Page,
    { kind: 'figures' | 'detail' | 'trust' | 'on-time' | 'calendar' | 'counter' | 'exports' } | SettingsPage
  >;
  /** The reader came here from another page. */
  readonly moved: boolean;
  readonly go: (page: Page) => void;
}

export function ManagePages(props: ManagePagesProps) {
  const { page } = props;
  switch (page.kind) {
    case 'devices':
      return <DevicesPage {...props} unit={page.unit} />;
    case 'device':
      return <DevicePage {...props} key={page.device} id={page.device} />;
    case 'new-device':
      return <NewDevicePage {...props} />;
    case 'held':
      return <HeldPage {...props} />;
    case 'rescue':
      return <RescuePage {...props} />;
    case 'audit':
      return <AuditLog {...props} />;
    default:
      return assertNever(page);
  }
}
