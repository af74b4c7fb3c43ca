import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { DraftView } from '../../../shared/wire/questionnaire-versions.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { useFresh } from '../../use-fresh.ts';
import { SettingsHead } from '../parts/settings-head.tsx';
import { DraftEditor } from './draft-editor.tsx';
import type { QuestionnairesProps } from './questionnaires-page.tsx';

/** What somebody writes must not be read anew under their hands. */
const EVERY_MS = 3_600_000;

/** A version that is being written. */
export function DraftPage(
  props: QuestionnairesProps & { readonly id: string; readonly said: ComponentChildren },
) {
  const { id, said, link, ended, go, moved } = props;
  const { own } = useQuestionnaireWords();
  const askDraft = useCallback((signal: AbortSignal) => link.draft(id, signal), [link, id]);
  const fresh = useFresh(askDraft, EVERY_MS, ended);
  const [saved, setSaved] = useState<DraftView | null>(null);
  const view = saved ?? fresh.value;
  const base = view?.base;
  const askBase = useCallback(
    (signal: AbortSignal) => link.document(base!, signal),
    [link, base?.id, base?.version],
  );
  const document = useFresh(base ? askBase : null, EVERY_MS, ended);
  return (
    <main id="main" class="manage questionnaires">
      <SettingsHead
        title={own.draft.title}
        moved={moved}
        go={go}
        back={{ kind: 'questionnaires', name: own.title }}
      >
        {view && <p class="lead">{own.draft.lead(own.nameOf(view.base), own.nameOf(view.next))}</p>}
      </SettingsHead>
      {said}
      <FreshNotice fresh={view ? document : fresh} loading={own.loading} />
      {view && document.value && (
        <DraftEditor {...props} view={view} base={document.value} saved={setSaved} />
      )}
    </main>
  );
}
