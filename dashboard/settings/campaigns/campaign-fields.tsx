import type { CampaignList, CampaignView } from '../../../shared/wire/campaign-requests.ts';
import { AGGREGATIONS, STATISTICS } from '../../../shared/plan-choices.ts';
import type { FormKind } from '../../../shared/questionnaire.ts';
import type { Channel } from '../../../shared/submission.ts';
import { dayBefore } from '../../../shared/period.ts';
import type { ScopeUnit } from '../../../shared/wire/overview.ts';
import { unitsAsTree, unitsBelow } from '../../parts/units-as-tree.ts';
import type { CampaignWords } from '../../text/campaigns-vi.ts';
import type { Words } from '../../text/managers-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { DateField, PairField, SelectField, TickField } from '../parts/form-fields.tsx';
import { atUnit, type CampaignDraft, versionId } from './campaign-draft.ts';

export interface DraftProps {
  readonly words: CampaignWords;
  readonly list: CampaignList;
  readonly units: readonly ScopeUnit[];
  readonly draft: CampaignDraft;
  readonly set: (draft: CampaignDraft) => void;
}

/** The words name every channel and form there is; the lists themselves would bring the schemas of the wire along. */
export const channelsOf = (words: Words) => Object.keys(words.channels.names) as Channel[];
const formsOf = (words: CampaignWords) => Object.keys(words.formKinds) as FormKind[];

/** Pages collect by these today. */
const COLLECTED: readonly Channel[] = ['kiosk', 'qr'];

/** What makes the figures of a campaign: fixed once it has begun. */
export function CampaignFields(props: DraftProps & { readonly before: CampaignView | undefined }) {
  const { words, draft, set, before, list } = props;
  const { say } = useWords();
  const day = draft.starts === '' ? null : writeDate(dayBefore(draft.starts));
  return (
    <>
      <fieldset class="plan-part">
        <legend>{words.parts.who}</legend>
        <PairField
          label={words.name}
          name="name"
          help={words.nameHelp}
          value={draft.name}
          set={(name) => set({ ...draft, name })}
        />
        <ReachFields {...props} />
      </fieldset>
      <fieldset class="plan-part">
        <legend>{words.parts.when}</legend>
        <DateField
          label={words.starts}
          name="starts"
          help={words.startsHelp}
          min={list.today}
          value={draft.starts}
          set={(starts) => set({ ...draft, starts })}
        />
        <TickField
          label={words.endless}
          name="endless"
          value={draft.isEndless}
          set={(isEndless) => set({ ...draft, isEndless })}
        />
        {!draft.isEndless && (
          <DateField
            label={words.ends}
            name="ends"
            help={words.endsHelp}
            min={draft.starts}
            value={draft.ends}
            set={(ends) => set({ ...draft, ends })}
          />
        )}
        {before && (
          <TickField
            label={words.follows(say(before.name), day)}
            name="follows"
            help={words.followsHelp}
            value={draft.doesFollow}
            set={(doesFollow) => set({ ...draft, doesFollow })}
          />
        )}
      </fieldset>
      <AskedFields {...props} />
      <MethodFields {...props} />
    </>
  );
}

function ReachFields({ words, units, draft, set }: DraftProps) {
  const { language, say } = useWords();
  const tree = unitsAsTree(units, language);
  const inside = unitsBelow(units, draft.unit);
  const below = unitsAsTree(
    units.filter(({ id }) => id !== draft.unit && inside.has(id)),
    language,
  );
  return (
    <>
      {tree.length > 1 && (
        <ChooseMany
          one
          label={words.unit}
          name="unit"
          help={words.unitHelp}
          options={tree.map((row) => ({ id: row.unit.id, name: say(row.unit.name), depth: row.depth }))}
          value={[draft.unit]}
          set={([unit = '']) => set(atUnit(draft, unit))}
        />
      )}
      {below.length > 0 && (
        <ChooseMany
          one
          label={words.reach}
          name="reach"
          options={[
            { id: 'all', name: words.reachAll, more: words.reachAllMore },
            { id: 'some', name: words.reachSome, more: words.reachSomeMore },
          ]}
          value={[draft.isSome ? 'some' : 'all']}
          set={([reach]) => set({ ...draft, isSome: reach === 'some' })}
        />
      )}
      {draft.isSome && (
        <ChooseMany
          label={words.covers}
          name="covers"
          options={below.map((row) => ({
            id: row.unit.id,
            name: say(row.unit.name),
            depth: row.depth,
          }))}
          value={draft.covers}
          set={(covers) => set({ ...draft, covers })}
        />
      )}
    </>
  );
}

function AskedFields({ words, list, draft, set }: DraftProps) {
  const { say, words: common } = useWords();
  const formOf = (channel: Channel) => (
    <SelectField
      key={channel}
      label={common.channels.names[channel]}
      name={`forms.${channel}`}
      options={formsOf(words).map((form) => ({ id: form, name: words.formKinds[form] }))}
      value={draft.forms[channel]}
      set={(value) => {
        const form = formsOf(words).find((kind) => kind === value);
        if (form) set({ ...draft, forms: { ...draft.forms, [channel]: form } });
      }}
    />
  );
  return (
    <fieldset class="plan-part">
      <legend>{words.parts.what}</legend>
      <SelectField
        label={words.questionnaire}
        name="questionnaire"
        help={words.questionnaireHelp}
        options={list.questionnaires
          // what was chosen in time stays chosen
          .filter((one) => one.retired === null || versionId(one) === draft.questionnaire)
          .map((one) => ({ id: versionId(one), name: words.version(say(one.title), one) }))}
        value={draft.questionnaire}
        set={(questionnaire) => set({ ...draft, questionnaire })}
      />
      <p class="plan-label">{words.forms}</p>
      <p class="help">{words.formsHelp}</p>
      <div class="plan-grid">{COLLECTED.map(formOf)}</div>
      <details class="plan-more">
        <summary>{words.formsLater}</summary>
        <p class="help">{words.formsLaterHelp}</p>
        <div class="plan-grid">
          {channelsOf(common)
            .filter((channel) => !COLLECTED.includes(channel))
            .map(formOf)}
        </div>
      </details>
    </fieldset>
  );
}

function MethodFields({ words, draft, set }: DraftProps) {
  return (
    <fieldset class="plan-part">
      <legend>{words.parts.how}</legend>
      <ChooseMany
        one
        label={words.statistic}
        name="statistic"
        options={STATISTICS.map((id) => ({ id, ...words.statistics[id] }))}
        value={[draft.statistic]}
        set={([value]) => set({ ...draft, statistic: STATISTICS.find((one) => one === value) ?? 'top2' })}
      />
      <ChooseMany
        one
        label={words.aggregation}
        name="aggregation"
        options={AGGREGATIONS.map((id) => ({ id, ...words.aggregations[id] }))}
        value={[draft.aggregation]}
        set={([value]) =>
          set({ ...draft, aggregation: AGGREGATIONS.find((one) => one === value) ?? 'pooled' })
        }
      />
      {draft.statistic === 'top2' && draft.aggregation === 'mean_factors' && (
        <p class="notice warning">{words.narrow}</p>
      )}
    </fieldset>
  );
}
