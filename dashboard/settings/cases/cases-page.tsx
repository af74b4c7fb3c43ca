import { useMemo } from 'preact/hooks';
import '../../styles/cases.css';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { CaseListPage } from './case-list-page.tsx';
import { casesLink } from './cases-link.ts';
import { OneCasePage } from './one-case-page.tsx';
import { RepliesPage } from './replies-page.tsx';

/** In the place of the id of a case. */
export const REPLIES = 'replies';

/** Cases as a list, one case, or what is published of them. */
export function CasesPage(props: SettingsPageProps) {
  const { server, page } = props;
  const link = useMemo(() => casesLink(server), [server]);
  if (page.id === null) return <CaseListPage {...props} link={link} />;
  if (page.id === REPLIES) return <RepliesPage {...props} link={link} />;
  return <OneCasePage {...props} key={page.id} id={page.id} link={link} />;
}
