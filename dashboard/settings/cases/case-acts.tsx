import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { CASE_TAGS, NOTE_MOST } from '../../../shared/case-tags.ts';
import { type CaseAct, isOpenState, type OneCase } from '../../../shared/wire/followed-cases.ts';
import { useCasesWords } from '../../text/use-cases-words.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { DateField, SelectField, TickField } from '../parts/form-fields.tsx';
import { AreaField } from './area-field.tsx';
import type { CasesLink } from './cases-link.ts';

interface CaseActsProps {
  readonly one: OneCase;
  readonly link: CasesLink;
  readonly ended: () => void;
  readonly done: () => void;
}

/** What can be done about a case; once it has ended it can be opened again. */
export function CaseActs({ one, link, ended, done }: CaseActsProps) {
  const { cases: words } = useCasesWords();
  const { row } = one;
  const [note, setNote] = useState('');
  const [owner, setOwner] = useState(row.owner?.id ?? '');
  const [due, setDue] = useState(row.due);
  const [tags, setTags] = useState(() => new Set(row.tags ?? row.suggested.map(({ tag }) => tag)));
  const act = (asked: CaseAct, what: string, children?: ComponentChildren, primary = false) => (
    <ConfirmAct
      open={words.acts[asked.what]}
      what={<p>{what}</p>}
      go={words.save}
      send={() => link.act(row.id, asked)}
      done={done}
      ended={ended}
      staleWords={words.stale}
      primary={primary}
    >
      {children}
    </ConfirmAct>
  );
  const area = (label: string) => (
    <AreaField label={label} name="note" most={NOTE_MOST} value={note} set={setNote} />
  );
  if (!isOpenState(row.state))
    return <div class="act-list">{act({ what: 'reopened' }, words.reopenWhat)}</div>;
  return (
    <div class="act-list">
      {act({ what: 'answered', note }, words.answerWhat, area(words.answerLabel), true)}
      {act(
        { what: 'assigned', owner: owner === '' ? null : owner },
        '',
        <SelectField
          label={words.ownerLabel}
          name="owner"
          nothing={words.noOwner}
          options={one.owners}
          value={owner}
          set={setOwner}
        />,
      )}
      {act({ what: 'noted', note }, '', area(words.noteLabel))}
      {row.kind !== 'alert' &&
        act(
          { what: 'tags', tags: CASE_TAGS.filter((tag) => tags.has(tag)) },
          words.tagsWhat,
          <fieldset class="tag-choice">
            <legend class="unseen">{words.acts.tags}</legend>
            {CASE_TAGS.map((tag) => (
              <TickField
                key={tag}
                label={words.tags[tag]}
                name={`tags.${tag}`}
                value={tags.has(tag)}
                set={(isOn) =>
                  setTags(new Set(isOn ? [...tags, tag] : [...tags].filter((one) => one !== tag)))
                }
              />
            ))}
          </fieldset>,
        )}
      {act(
        { what: 'due', due },
        '',
        <DateField label={words.dueLabel} name="due" min={one.today} value={due} set={setDue} />,
      )}
      {act({ what: 'closed', note }, words.closeWhat, area(words.closeLabel))}
    </div>
  );
}
