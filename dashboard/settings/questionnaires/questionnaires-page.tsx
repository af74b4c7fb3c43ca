import { useCallback, useMemo, useState } from 'preact/hooks';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import '../../styles/questionnaires.css';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { type Fresh, useFresh } from '../../use-fresh.ts';
import type { QuestionnaireList } from '../../../shared/wire/questionnaire-versions.ts';
import { Said } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { DraftPage } from './draft-page.tsx';
import { pageIdOf, type QuestionnairesLink, questionnairesLink } from './questionnaires-link.ts';
import { VersionList } from './version-list.tsx';
import { VersionPage } from './version-page.tsx';

const EVERY_MS = 60_000;

export interface QuestionnairesProps extends SettingsPageProps {
  readonly link: QuestionnairesLink;
  readonly list: Fresh<QuestionnaireList>;
  /** Goes to another page of these once the list has been read anew, and says there what was done. */
  readonly arrive: (id: string | null, sentence: string) => void;
}

/** The versions of the questionnaire; `id` is one of them (`sp39 1`), or a draft. */
export function QuestionnairesPage(props: SettingsPageProps) {
  const { server, page, ended, go, moved } = props;
  const { own } = useQuestionnaireWords();
  const link = useMemo(() => questionnairesLink(server), [server]);
  const ask = useCallback((signal: AbortSignal) => link.list(signal), [link]);
  const list = useFresh(ask, EVERY_MS, ended);
  const [said, setSaid] = useState<{ readonly id: string | null; readonly text: string } | null>(null);
  async function arrive(id: string | null, text: string): Promise<void> {
    await list.refresh();
    setSaid({ id, text });
    if (id !== page.id) go({ kind: 'questionnaires', id });
  }
  const version = list.value?.versions.find((one) => pageIdOf(one) === page.id);
  const draft = list.value?.drafts.find(({ id }) => id === page.id);
  const shared = { ...props, link, list, arrive: (id: string | null, text: string) => void arrive(id, text) };
  const sentence = <Said said={said?.id === page.id ? said : null} />;
  if (version) return <VersionPage key={page.id} {...shared} version={version} said={sentence} />;
  if (draft) return <DraftPage key={page.id} {...shared} id={draft.id} said={sentence} />;
  return (
    <main id="main" class="manage questionnaires">
      <SettingsHead title={own.title} moved={moved} go={go}>
        <p class="lead">{own.lead}</p>
      </SettingsHead>
      <FreshNotice fresh={list} loading={own.loading} />
      {sentence}
      {list.value && <VersionList list={list.value} go={go} />}
    </main>
  );
}
