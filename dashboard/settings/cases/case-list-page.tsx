import { useCallback, useState } from 'preact/hooks';
import { CASE_DAYS, NOTE_MOST } from '../../../shared/case-tags.ts';
import type { CaseList, CaseRow } from '../../../shared/wire/followed-cases.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import type { Page } from '../../read-page.ts';
import { useCasesWords } from '../../text/use-cases-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { SelectField } from '../parts/form-fields.tsx';
import { PickUnit } from '../parts/pick-unit.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { AreaField } from './area-field.tsx';
import { CaseFacts } from './case-facts.tsx';
import type { CasesLink } from './cases-link.ts';
import { REPLIES } from './cases-page.tsx';

const EVERY_MS = 60_000;

/** Open cases of a unit, those that have waited for more than fifteen days above the others. */
export function CaseListPage(props: SettingsPageProps & { readonly link: CasesLink }) {
  const { link, account, units, ended, go, moved } = props;
  const { cases: words, language } = useCasesWords();
  const [unit, setUnit] = useState(account.unit.id);
  const ask = useCallback((signal: AbortSignal) => link.list(unit, signal), [link, unit]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, setSaid, sayAfter } = useSaid();
  const list = fresh.value?.unit.id === unit ? fresh.value : null;
  const late = list?.open.filter(({ age }) => age > CASE_DAYS) ?? [];
  const others = list?.open.filter(({ age }) => age <= CASE_DAYS) ?? [];
  const count = (rows: readonly CaseRow[]) => writeCount(rows.length, language);
  return (
    <main id="main" class="manage cases">
      <PageHead title={words.title} moved={moved}>
        <p class="lead">{words.lead}</p>
      </PageHead>
      <PickUnit
        units={units}
        unit={unit}
        label={words.unit}
        pick={(id) => {
          setUnit(id);
          setSaid(null);
        }}
      />
      <h2 class="unseen">{words.todo}</h2>
      <div class="page-tools">
        <PageLink page={{ kind: 'cases', id: REPLIES }} go={go} look="act-go">
          {words.toReplies}
        </PageLink>
        {list && (
          <AddCase
            key={unit}
            {...{ list, link, ended }}
            done={() => sayAfter(fresh.refresh(), words.added)}
          />
        )}
      </div>
      <FreshNotice fresh={fresh} loading={words.loading} />
      <Said said={said} />
      {list && list.open.length === 0 && <p class="notice">{words.none}</p>}
      {list && late.length > 0 && (
        <Rows title={words.late(count(late))} rows={late} today={list.today} go={go} isLate />
      )}
      {list && others.length > 0 && (
        <Rows title={words.open(count(others))} rows={others} today={list.today} go={go} />
      )}
      {list && list.ended.length > 0 && (
        <details class="ended-cases">
          <summary>{words.ended(count(list.ended))}</summary>
          <Rows rows={list.ended} today={list.today} go={go} />
        </details>
      )}
    </main>
  );
}

interface RowsProps {
  readonly title?: string;
  readonly rows: readonly CaseRow[];
  readonly today: string;
  readonly go: (page: Page) => void;
  readonly isLate?: boolean;
}

function Rows({ title, rows, today, go, isLate = false }: RowsProps) {
  const { cases: words } = useCasesWords();
  return (
    <section class={isLate ? 'case-rows late' : 'case-rows'}>
      {title !== undefined && <h2>{title}</h2>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <article class="case-card">
              <CaseFacts row={row} today={today} />
              <p class="case-open">
                <PageLink page={{ kind: 'cases', id: row.id }} go={go}>
                  {words.see}
                  <span class="unseen">: {row.words ?? words.kinds[row.kind]}</span>
                </PageLink>
              </p>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AddCaseProps {
  readonly list: CaseList;
  readonly link: CasesLink;
  readonly ended: () => void;
  readonly done: () => void;
}

function AddCase({ list, link, ended, done }: AddCaseProps) {
  const { cases: words, say } = useCasesWords();
  const [text, setText] = useState('');
  const [point, setPoint] = useState('');
  return (
    <ConfirmAct
      open={words.add}
      what={<p>{words.addWhat}</p>}
      go={words.save}
      send={() => link.add({ unit: list.unit.id, point: point === '' ? null : point, words: text })}
      done={() => {
        setText('');
        done();
      }}
      ended={ended}
    >
      <AreaField label={words.addWords} name="words" most={NOTE_MOST} value={text} set={setText} />
      {list.points.length > 0 && (
        <SelectField
          label={words.addPoint}
          name="point"
          nothing={words.wholeUnit}
          options={list.points.map(({ id, name }) => ({ id, name: say(name) }))}
          value={point}
          set={setPoint}
        />
      )}
    </ConfirmAct>
  );
}
