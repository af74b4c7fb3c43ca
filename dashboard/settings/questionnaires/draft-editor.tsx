import { useEffect, useMemo, useState } from 'preact/hooks';
import { judgeDraft } from '../../../shared/judge-draft.ts';
import type { Questionnaire } from '../../../shared/questionnaire.ts';
import {
  bareDraft,
  type Draft,
  type DraftItem,
  documentOf,
  newItem,
  nextNumber,
} from '../../../shared/questionnaire-draft.ts';
import { breakBetween } from '../../../shared/version-breaks.ts';
import type { DraftView } from '../../../shared/wire/questionnaire-versions.ts';
import { useQuestionnaireWords } from '../../text/use-questionnaire-words.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import { BreakTable } from './break-table.tsx';
import { DraftChecks } from './draft-checks.tsx';
import { FactorFields } from './factor-fields.tsx';
import { PublishAct } from './publish-act.tsx';
import type { QuestionnairesProps } from './questionnaires-page.tsx';
import { ScreenPreview } from './screen-preview.tsx';
import { HeadlineFields, TextFields } from './text-fields.tsx';
import { WeightTable } from './weight-table.tsx';

interface DraftEditorProps extends QuestionnairesProps {
  readonly view: DraftView;
  readonly base: Questionnaire;
  readonly saved: (view: DraftView) => void;
}

/** A draft while it is written: on one side what is asked and its words, on the other what follows from them. */
export function DraftEditor(props: DraftEditorProps) {
  const { view, base, saved, link, ended, arrive } = props;
  const { own } = useQuestionnaireWords();
  const words = own.draft;
  const [draft, setDraft] = useState(view.draft);
  const [editing, setEditing] = useState<number | null>(null);
  const isChanged = useMemo(() => JSON.stringify(draft) !== JSON.stringify(view.draft), [draft, view]);
  const becomes = useMemo(() => documentOf(base, bareDraft(draft), view.next), [base, draft, view.next]);
  const faults = useMemo(() => judgeDraft(base, bareDraft(draft)), [base, draft]);
  const breaks = useMemo(
    () =>
      [...breakBetween(base, becomes, [base, becomes]).groups].map(([group, state]) => ({ group, state })),
    [base, becomes],
  );

  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (leaving: BeforeUnloadEvent) => leaving.preventDefault();
    globalThis.addEventListener('beforeunload', warn);
    return () => globalThis.removeEventListener('beforeunload', warn);
  }, [isChanged]);

  const setItem = (item: DraftItem) =>
    setDraft({ ...draft, items: draft.items.map((one) => (one.number === item.number ? item : one)) });
  function addItem(factor: string): void {
    const number = nextNumber(draft, view.usedNumber);
    setDraft({ ...draft, items: [...draft.items, newItem(number, factor)] });
    setEditing(number);
  }
  /** Opens where something is missing. */
  function goTo(at: string): void {
    const item = /^items\.(\d+)\./.exec(at)?.[1];
    if (item !== undefined) setEditing(Number(item));
    // once what was opened has been drawn
    setTimeout(() => {
      const field = document.querySelector<HTMLElement>(`[name="${at}"], [name^="${at}."], [id="${at}"]`);
      (field ?? document.getElementById(`item-${item}`))?.focus();
    });
  }

  return (
    <>
      <div class="beside-preview">
        <div>
          <SettingsForm
            go={words.save}
            send={() => link.save(view, draft)}
            done={(after) => {
              saved(after);
              setDraft(after.draft);
              return words.saved;
            }}
            ended={ended}
            staleWords={words.stale}
          >
            <fieldset class="version-part">
              <legend>{words.name}</legend>
              <TextFields
                label={words.name}
                name="title"
                help={words.nameHelp}
                value={draft.title}
                set={(title) => setDraft({ ...draft, title })}
              />
              <TextFields
                label={words.source}
                name="source"
                help={words.sourceHelp}
                value={draft.source}
                set={(source) => setDraft({ ...draft, source })}
              />
            </fieldset>
            <fieldset class="version-part">
              <legend>{words.overall}</legend>
              <p class="help">{words.overallHelp}</p>
              <HeadlineFields
                name="overall.headline"
                value={draft.overall.headline}
                set={(headline) => setDraft({ ...draft, overall: { ...draft.overall, headline } })}
              />
              <TextFields
                label={words.text}
                name="overall.text"
                help={words.textHelp}
                value={draft.overall.text}
                set={(text) => setDraft({ ...draft, overall: { ...draft.overall, text } })}
              />
            </fieldset>
            <section class="version-part">
              <h2>{words.pick}</h2>
              <p class="help">{words.pickLead}</p>
              <AllFactors {...{ base, draft, view, editing, setEditing, setItem, addItem }} set={setDraft} />
            </section>
            {isChanged && <p class="notice">{words.unsaved}</p>}
          </SettingsForm>
          <WeightTable base={base} draft={draft} />
          <BreakTable questionnaire={becomes} breaks={breaks} />
        </div>
        <div class="what-follows">
          <DraftChecks base={base} faults={faults} goTo={goTo} />
          <ScreenPreview questionnaire={becomes} screen={editing} />
        </div>
      </div>
      <div class="act-list">
        <h2 class="unseen">{own.checks.title}</h2>
        <PublishAct {...props} isReady={faults.length === 0 && !isChanged} breaks={breaks} />
        <ConfirmAct
          danger
          open={words.drop}
          what={<p>{words.dropWhat}</p>}
          go={words.dropGo}
          send={() => link.drop(view.id)}
          done={() => arrive(null, words.dropped)}
          ended={ended}
        />
      </div>
    </>
  );
}

interface AllFactorsProps {
  readonly base: Questionnaire;
  readonly view: DraftView;
  readonly draft: Draft;
  readonly set: (draft: Draft) => void;
  readonly editing: number | null;
  readonly setEditing: (number: number | null) => void;
  readonly setItem: (item: DraftItem) => void;
  readonly addItem: (factor: string) => void;
}

function AllFactors({ base, draft, set, ...rest }: AllFactorsProps) {
  const { say } = useQuestionnaireWords();
  const drop = (number: number) =>
    set({ ...draft, items: draft.items.filter((item) => item.number !== number) });
  return (
    <>
      {base.areas.map((area) => (
        <div key={area.code} id={`areas.${area.code}`} tabIndex={-1}>
          <h3>{say(area.name)}</h3>
          {area.factors.map((factor) => (
            <FactorFields
              key={factor.code}
              {...rest}
              base={base}
              draft={draft}
              factor={factor}
              dropItem={drop}
              setLeftOut={(why) => set({ ...draft, leftOut: { ...draft.leftOut, [factor.code]: why } })}
            />
          ))}
        </div>
      ))}
    </>
  );
}
