import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { CASE_TAGS, DID_MOST, SAID_MOST } from '../../../shared/case-tags.ts';
import type { Reply, ReplyList, ReplyWords } from '../../../shared/wire/followed-cases.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { namePeriod } from '../../text/name-period.ts';
import { useCasesWords } from '../../text/use-cases-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { SelectField, TickField } from '../parts/form-fields.tsx';
import { PickUnit } from '../parts/pick-unit.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { saveFile } from '../../save-file.ts';
import { AreaField } from './area-field.tsx';
import type { CasesLink } from './cases-link.ts';

const EVERY_MS = 60_000;

/** "Góp ý – đã xử lý": what is shown of a unit, and the way to publish more. */
export function RepliesPage(props: SettingsPageProps & { readonly link: CasesLink }) {
  const { link, account, units, ended, go, moved } = props;
  const { cases, language } = useCasesWords();
  const words = cases.replies;
  const [unit, setUnit] = useState(account.unit.id);
  const ask = useCallback((signal: AbortSignal) => link.replies(unit, signal), [link, unit]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, setSaid, sayAfter } = useSaid();
  const list = fresh.value?.unit.id === unit ? fresh.value : null;
  const done = (text: string) => sayAfter(fresh.refresh(), text);
  const shown = list?.replies.filter(({ withdrawn }) => withdrawn === null) ?? [];
  const gone = list?.replies.filter(({ withdrawn }) => withdrawn !== null) ?? [];
  return (
    <main id="main" class="manage cases">
      <SettingsHead title={words.title} moved={moved} go={go} back={{ kind: 'cases', name: cases.title }}>
        <p class="lead">{words.lead}</p>
      </SettingsHead>
      <PickUnit
        units={units}
        unit={unit}
        label={cases.unit}
        pick={(id) => {
          setUnit(id);
          setSaid(null);
        }}
      />
      <FreshNotice fresh={fresh} loading={cases.loading} />
      <Said said={said} />
      <h2 class="unseen">{cases.todo}</h2>
      {list && <Publish key={unit} {...{ list, link, ended }} done={() => done(words.published)} />}
      {list && (
        <div class="page-tools">
          <ConfirmAct
            open={words.print}
            what={<p>{words.printWhat}</p>}
            go={words.print}
            send={() => link.print(unit, language)}
            done={(pdf) => {
              saveFile(pdf, `gop-y-da-xu-ly-${unit}.pdf`);
              setSaid({ text: words.printed });
            }}
            ended={ended}
            staleWords={words.nothing}
          />
        </div>
      )}
      {list && (
        <section class="sheet">
          <h2>{words.list}</h2>
          {shown.length === 0 && <p>{words.none}</p>}
          {shown.map((reply) => (
            <OneReply key={reply.id} reply={reply}>
              <ConfirmAct
                open={words.withdraw}
                label={`${words.withdraw}: ${reply.vi.said}`}
                what={<p>{words.withdrawWhat}</p>}
                go={words.withdraw}
                send={() => link.withdraw(reply.id)}
                done={() => done(words.withdrawn)}
                ended={ended}
                danger
              />
            </OneReply>
          ))}
        </section>
      )}
      {gone.length > 0 && (
        <details class="ended-cases">
          <summary>{words.gone}</summary>
          {gone.map((reply) => (
            <OneReply key={reply.id} reply={reply} />
          ))}
        </details>
      )}
    </main>
  );
}

function OneReply({ reply, children }: { readonly reply: Reply; readonly children?: ComponentChildren }) {
  const { cases, language } = useCasesWords();
  const words = cases.replies;
  const { said, did } = (language === 'en' && reply.en) || reply.vi;
  return (
    <article class="reply">
      <p>
        <b>{cases.replies.said.replace(/ \(.*/, '')}:</b> {said}
      </p>
      <p>
        <b>{words.did.replace(/ \(.*/, '')}:</b> {did}
      </p>
      <p class="case-facts">
        <span>{namePeriod(reply.period, language)}</span>
        <span>{words.by(reply.author, writeDate(reply.withdrawn ?? reply.published))}</span>
      </p>
      {children}
    </article>
  );
}

interface PublishProps {
  readonly list: ReplyList;
  readonly link: CasesLink;
  readonly ended: () => void;
  readonly done: () => void;
}

const NOTHING: ReplyWords = { said: '', did: '' };

function Publish({ list, link, ended, done }: PublishProps) {
  const { cases, language } = useCasesWords();
  const words = cases.replies;
  const enough = list.periods.filter(({ remarks }) => remarks !== null);
  const [period, setPeriod] = useState(enough[0]?.id ?? '');
  const [vi, setVi] = useState(NOTHING);
  const [en, setEn] = useState<ReplyWords | null>(null);
  if (enough.length === 0) return <p class="notice">{words.few}</p>;
  const tags = enough.find(({ id }) => id === period)?.tags ?? {};
  const counted = CASE_TAGS.filter((tag) => (tags[tag] ?? 0) > 0);
  return (
    <ConfirmAct
      open={words.write}
      what={null}
      primary
      go={words.publish}
      send={() => link.publish({ unit: list.unit.id, period, vi, en })}
      done={() => {
        setVi(NOTHING);
        setEn(null);
        done();
      }}
      ended={ended}
      faultWords={{
        'vi.said not-allowed': words.names,
        'vi.did not-allowed': words.names,
        'en.said not-allowed': words.names,
        'en.did not-allowed': words.names,
      }}
      staleWords={words.few}
    >
      <SelectField
        label={words.period}
        name="period"
        options={enough.map(({ id, remarks }) => ({
          id,
          name: words.periodOf(namePeriod(id, language), writeCount(remarks ?? 0, language)),
        }))}
        value={period}
        set={setPeriod}
      />
      <p class="help">
        {words.counts}:{' '}
        {counted.length === 0
          ? words.noCounts
          : counted.map((tag) => `${cases.tags[tag]} ${writeCount(tags[tag] ?? 0, language)}`).join(', ')}
      </p>
      <AreaField
        label={words.said}
        name="vi.said"
        lang="vi"
        help={words.saidHelp}
        most={SAID_MOST}
        value={vi.said}
        set={(said) => setVi({ ...vi, said })}
      />
      <AreaField
        label={words.did}
        name="vi.did"
        lang="vi"
        help={words.didHelp}
        most={DID_MOST}
        value={vi.did}
        set={(did) => setVi({ ...vi, did })}
      />
      <TickField
        label={words.english}
        name="en"
        value={en !== null}
        set={(isOn) => setEn(isOn ? NOTHING : null)}
      />
      {en && (
        <>
          <AreaField
            label={words.saidEn}
            name="en.said"
            lang="en"
            most={SAID_MOST}
            value={en.said}
            set={(said) => setEn({ ...en, said })}
          />
          <AreaField
            label={words.didEn}
            name="en.did"
            lang="en"
            most={DID_MOST}
            value={en.did}
            set={(did) => setEn({ ...en, did })}
          />
        </>
      )}
    </ConfirmAct>
  );
}
