import { useMemo } from 'preact/hooks';
import '../../styles/alerts.css';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { AlertRules } from './alert-rules.tsx';
import { AlertsList } from './alerts-list.tsx';
import { alertsLink } from './alerts-link.ts';

/** Of the page where lines are set. */
export const RULES = 'rules';

/** What has been noticed; or the rules by which, and where it is mailed to. */
export function AlertsPage(props: SettingsPageProps) {
  const { server, page } = props;
  const link = useMemo(() => alertsLink(server), [server]);
  return page.id === RULES ? <AlertRules {...props} link={link} /> : <AlertsList {...props} link={link} />;
}
