import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import type { Questionnaire } from '../../../shared/questionnaire.ts';
import type { VersionRow } from '../../../shared/wire/questionnaire-versions.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { BreakTable } from './break-table.tsx';
import { pageIdOf } from './questionnaires-link.ts';
import type { QuestionnairesProps } from './questionnaires-page.tsx';
import { ScreenPreview } from './screen-preview.tsx';
import { StateChip } from './version-list.tsx';

/** Its bytes never change: it is asked for once. */
const EVERY_MS = 3_600_000;

interface VersionPageProps extends QuestionnairesProps {
  readonly version: VersionRow;
  readonly said: ComponentChildren;
}

/** A published version: what it asks, where, what stands between it and the one before, and what can be made of it. */
export function VersionPage(props: VersionPageProps) {
  const { version, said, link, ended, go, moved, list } = props;
  const { own } = useQuestionnaireWords();
  const key = pageIdOf(version);
  const ask = useCallback((signal: AbortSignal) => link.document(version, signal), [link, key]);
  const document = useFresh(ask, EVERY_MS, ended);
  return (
    <main id="main" class="manage questionnaires">
      <SettingsHead
        title={own.nameOf(version)}
        moved={moved}
        go={go}
        back={{ kind: 'questionnaires', name: own.title }}
      >
        <p class="lead">
          <StateChip version={version} />
        </p>
      </SettingsHead>
      {said}
      <VersionActs {...props} mayChange={list.value?.mayChange === true} />
      <FreshNotice fresh={document} loading={own.loading} />
      {document.value && (
        <div class="beside-preview">
          <div>
            <VersionFacts {...props} questionnaire={document.value} />
            <BreakTable questionnaire={document.value} breaks={version.breaks} />
            <VersionContent questionnaire={document.value} />
          </div>
          <ScreenPreview questionnaire={document.value} screen={null} />
        </div>
      )}
    </main>
  );
}

function VersionActs(props: VersionPageProps & { readonly mayChange: boolean }) {
  const { version, link, ended, arrive, go, mayChange } = props;
  const { own, say } = useQuestionnaireWords();
  const { retired, campaigns } = version;
  const going = campaigns.filter(({ state }) => state !== 'ended').map(({ name }) => say(name));
  return (
    <>
      {retired !== null && (
        <p class="notice warning">
          {own.retired(writeDate(retired))} {going.length > 0 && own.goesOn(going.join('; '))}
        </p>
      )}
      {mayChange && (
        <div class="act-list">
          <h2 class="unseen">{own.columns.state}</h2>
          <ConfirmAct
            primary
            open={own.begin}
            what={<p>{own.beginWhat}</p>}
            go={own.beginGo}
            send={() => link.begin(version)}
            done={({ id }) => arrive(id, own.begun)}
            ended={ended}
          />
          <ConfirmAct
            open={retired === null ? own.retire : own.reinstate}
            what={<p>{retired === null ? own.retireWhat : own.reinstateWhat}</p>}
            go={retired === null ? own.retireGo : own.reinstate}
            send={() => link.retire(version, retired === null)}
            done={() => arrive(pageIdOf(version), retired === null ? own.retiredDone : own.reinstated)}
            ended={ended}
            staleWords={own.oneLeft}
          />
          <PageLink page={{ kind: 'campaigns', id: null }} go={go}>
            {own.toCampaigns}
          </PageLink>
        </div>
      )}
    </>
  );
}

function VersionFacts({
  version,
  questionnaire,
  go,
}: VersionPageProps & { readonly questionnaire: Questionnaire }) {
  const { own, say, language } = useQuestionnaireWords();
  const { changes, former, published, campaigns, sha256 } = version;
  const count = (value: number) => writeCount(value, language);
  const changed =
    changes &&
    (Object.keys(own.changes) as (keyof typeof own.changes)[])
      .filter((kind) => changes[kind] > 0)
      .map((kind) => own.changes[kind](count(changes[kind])))
      .join('; ');
  const facts: (readonly [string, ComponentChildren])[] = [
    [own.draft.name, say(questionnaire.title)],
    [own.facts.source, say(questionnaire.source)],
    [own.facts.published, published === null ? own.withProgram : writeDate(published)],
    ...(former ? [[own.facts.former, own.nameOf(former)] as const] : []),
    ...(changed ? [[own.facts.changes, changed] as const] : []),
    ...(questionnaire.leftOut ?? []).map(
      ({ name, why }) => [own.facts.leftOut, `${say(name)}: ${say(why)}`] as const,
    ),
    [
      own.facts.campaigns,
      campaigns.length === 0
        ? own.asksNowhere
        : campaigns.map(({ id, name, unit }) => (
            <div key={id}>
              <PageLink page={{ kind: 'campaigns', id }} go={go}>
                {own.campaign(say(name), say(unit))}
              </PageLink>
            </div>
          )),
    ],
    [own.facts.sha256, <code>{sha256}</code>],
  ];
  return (
    <section class="sheet">
      <h2>{own.facts.title}</h2>
      <dl class="version-facts">
        {facts.map(([term, fact], i) => (
          <div key={i}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every item in both languages of the page's reader: the one that is read, as it was published. */
function VersionContent({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { own, say, language } = useQuestionnaireWords();
  return (
    <section class="sheet">
      <h2>{own.content}</h2>
      <details class="version-items">
        <summary>{own.draft.overall}</summary>
        <p>{say(questionnaire.overall.text)}</p>
      </details>
      {questionnaire.areas.map((area) => (
        <div key={area.code}>
          <h3>{say(area.name)}</h3>
          {area.factors.map(({ code, name, items }) => (
            <details class="version-items" key={code}>
              <summary>
                {say(name)}{' '}
                <span class="help">
                  {own.items(writeCount(items.length, language))},{' '}
                  {own.weight(writeCount(items[0]!.weight.express, language))}
                </span>
              </summary>
              <ol>
                {items.map(({ number, headline, text, note }) => (
                  <li key={number} value={number}>
                    <b>{say(headline)}</b>
                    <br />
                    {say(text)}
                    {note && <small> ({say(note)})</small>}
                  </li>
                ))}
              </ol>
            </details>
          ))}
        </div>
      ))}
    </section>
  );
}
