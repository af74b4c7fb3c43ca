import type { QuestionnaireList, VersionRow } from '../../../shared/wire/questionnaire-versions.ts';
import { PageLink } from '../../parts/page-link.tsx';
import type { Page } from '../../read-page.ts';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { SearchableList } from '../parts/searchable-list.tsx';
import { pageIdOf } from './questionnaires-link.ts';

export type VersionState = 'asked' | 'chosen' | 'free' | 'retired';

export function stateOf({ retired, campaigns }: VersionRow): VersionState {
  if (retired !== null) return 'retired';
  if (campaigns.some(({ state }) => state === 'running')) return 'asked';
  return campaigns.some(({ state }) => state === 'planned') ? 'chosen' : 'free';
}

const LOOKS: Readonly<Record<VersionState, string>> = {
  asked: 'running',
  chosen: 'planned',
  free: '',
  retired: 'ended',
};

export function StateChip({ version }: { readonly version: VersionRow }) {
  const { own } = useQuestionnaireWords();
  const state = stateOf(version);
  return <span class={`state-chip ${LOOKS[state]}`}>{own.states[state]}</span>;
}

/** Drafts where they may be changed, then all versions, the newest first. */
export function VersionList({
  list,
  go,
}: {
  readonly list: QuestionnaireList;
  readonly go: (page: Page) => void;
}) {
  const { own, say, language } = useQuestionnaireWords();
  const link = (id: string, text: string) => (
    <PageLink page={{ kind: 'questionnaires', id }} go={go}>
      {text}
    </PageLink>
  );
  const asked = ({ campaigns }: VersionRow) =>
    campaigns
      .filter(({ state }) => state === 'running')
      .map(({ id, name, unit }) => <div key={id}>{own.campaign(say(name), say(unit))}</div>);
  return (
    <>
      {!list.mayChange && <p class="notice">{own.readOnly}</p>}
      {list.drafts.length > 0 && (
        <section>
          <h2>{own.drafts}</h2>
          <p class="note">{own.draftsLead}</p>
          <SearchableList
            caption={own.drafts}
            rows={list.drafts}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'title',
                title: own.draftColumns.title,
                show: ({ id, title }) => link(id, say(title) || own.drafts),
              },
              { key: 'from', title: own.draftColumns.from, show: ({ base }) => own.nameOf(base) },
              {
                key: 'changed',
                title: own.draftColumns.changed,
                show: ({ changed, by }) => own.savedBy(writeDate(changed), by),
              },
            ]}
            textOf={({ title }) => `${title.vi} ${title.en}`}
            empty=""
          />
        </section>
      )}
      <section>
        {list.drafts.length > 0 && <h2>{own.published}</h2>}
        <SearchableList
          caption={own.title}
          rows={list.versions.toReversed()}
          keyOf={pageIdOf}
          columns={[
            {
              key: 'version',
              title: own.columns.version,
              show: (version) => (
                <>
                  {link(pageIdOf(version), own.nameOf(version))}
                  <small class="version-title">{say(version.title)}</small>
                </>
              ),
            },
            {
              key: 'state',
              title: own.columns.state,
              show: (version) => <StateChip version={version} />,
            },
            {
              key: 'items',
              title: own.columns.items,
              show: ({ items }) => writeCount(items, language),
            },
            {
              key: 'published',
              title: own.columns.published,
              show: ({ published }) => (published === null ? own.withProgram : writeDate(published)),
            },
            {
              key: 'asked',
              title: own.columns.asked,
              show: (version) => (asked(version).length > 0 ? asked(version) : '–'),
            },
          ]}
          textOf={({ title, id }) => `${id} ${title.vi} ${title.en}`}
          empty=""
        />
      </section>
    </>
  );
}
