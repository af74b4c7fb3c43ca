import { daysOfHalfMonth } from '../../../shared/period.ts';
import { useCallback, useState } from 'preact/hooks';
import { hasRight } from '../../../shared/role-rights.ts';
import { UNUSABLE } from '../../../shared/wire/paper.ts';
import type { PaperBatchView } from '../../../shared/wire/paper.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { nameDatedPeriod } from '../../text/name-period.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { BatchFacts } from '../parts/batch-facts.tsx';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { NumberField } from '../parts/form-fields.tsx';
import { Said } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { saveFile } from '../../save-file.ts';
import { DrawnForms } from './drawn-forms.tsx';
import type { PaperPageProps } from './paper-link.ts';
import { periodOf } from './paper-link.ts';

const EVERY_MS = 30_000;

/** One batch: how many came back, what is to be done, what was drawn for a second entry. */
export function PaperBatchPage({ id, ...props }: PaperPageProps & { readonly id: string }) {
  const { link, go, moved, ended, said } = props;
  const { paper } = usePaperWords();
  const ask = useCallback((signal: AbortSignal) => link.batch(id, signal), [link, id]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const isGone = fresh.refusal?.kind === 'problem' && fresh.refusal.code === 'not-found';
  return (
    <main id="main" class="manage paper-forms">
      <SettingsHead
        title={paper.batch.title(id)}
        moved={moved}
        go={go}
        back={{ kind: 'paper', name: paper.title }}
      />
      <Said said={said} />
      {isGone ? <p class="nothing">{paper.gone}</p> : <FreshNotice fresh={fresh} loading={paper.loading} />}
      {fresh.value && (
        <>
          <Acts {...props} batch={fresh.value} refresh={fresh.refresh} />
          <Counts batch={fresh.value} />
          {(fresh.value.drawnForms.length > 0 || fresh.value.twice > 0 || fresh.value.closed === null) && (
            <DrawnForms batch={fresh.value} go={go} />
          )}
          <Facts batch={fresh.value} />
        </>
      )}
    </main>
  );
}

interface ActsProps extends PaperPageProps {
  readonly batch: PaperBatchView;
  readonly refresh: () => Promise<void>;
}

function Acts({ batch, link, account, go, ended, setSaid, refresh }: ActsProps) {
  const { paper, language } = usePaperWords();
  const words = paper.batch;
  const [printed, setPrinted] = useState<number | null>(batch.printed);
  const after = async (text: string) => {
    await refresh();
    setSaid({ text });
  };
  if (batch.closed !== null) return null;
  const open = batch.drawnForms.filter(({ state }) => state !== 'done').length;
  const times = writeCount(Math.ceil(batch.printed / batch.sets), language);
  return (
    <>
      <h2 class="unseen">{words.acts}</h2>
      {!batch.mayKey && <p class="notice">{words.notYet}</p>}
      <div class="act-buttons code-acts">
        {batch.mayKey && (
          <PageLink page={{ kind: 'paper', id: `${batch.id}.key` }} go={go} look="act-go">
            {words.key}
          </PageLink>
        )}
        {hasRight(account, 'organise') && (
          <>
            <ConfirmAct
              open={words.print.open}
              what={<p>{batch.form === 'full' ? words.print.full : words.print.express(times)}</p>}
              go={words.print.open}
              send={() => link.print(batch.id)}
              done={(pdf) => {
                saveFile(pdf, `${words.print.file}-${batch.id}.pdf`);
                setSaid({ text: words.print.done });
              }}
              ended={ended}
            />
            <ConfirmAct
              open={words.change.open}
              what={<p>{words.change.what}</p>}
              go={words.change.go}
              send={() => link.setPrinted(batch.id, printed)}
              done={() => void after(words.change.done)}
              ended={ended}
              faultWords={{ printed: words.change.tooFew }}
            >
              <NumberField label={words.change.field} name="printed" value={printed} set={setPrinted} />
            </ConfirmAct>
            <ConfirmAct
              danger
              open={words.close.open}
              what={
                <>
                  <p>{words.close.what}</p>
                  {open > 0 && <p>{words.close.left(writeCount(open, language))}</p>}
                </>
              }
              go={words.close.go}
              send={() => link.close(batch.id)}
              done={() => void after(words.close.done)}
              ended={ended}
            />
          </>
        )}
      </div>
    </>
  );
}

function Counts({ batch }: { readonly batch: PaperBatchView }) {
  const { paper, language } = usePaperWords();
  const words = paper.batch;
  const waiting = batch.drawnForms.filter(({ state }) => state !== 'done').length;
  const unusable = UNUSABLE.map((why) => [words.unusable[why], batch.unusable[why]] as const);
  const invalid: readonly (readonly [string, number])[] = [[words.underHalf, batch.underHalf], ...unusable];
  const none = invalid.reduce((sum, [, count]) => sum + count, 0);
  const big: readonly (readonly [string, number])[] = [
    [words.printed, batch.printed],
    [words.returned, batch.returned],
    [words.valid, batch.valid],
    [words.invalid, none],
    ...(waiting > 0 ? [[words.waiting, waiting] as const] : []),
  ];
  return (
    <section aria-labelledby="paper-counts">
      <h2 id="paper-counts">{words.counts}</h2>
      <dl class="paper-counts">
        {big.map(([term, count]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{writeCount(count, language)}</dd>
          </div>
        ))}
      </dl>
      {none > 0 && (
        <ul class="paper-reasons">
          {invalid
            .filter(([, count]) => count > 0)
            .map(([term, count]) => (
              <li key={term}>
                {term}: <b>{writeCount(count, language)}</b>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}

function Facts({ batch }: { readonly batch: PaperBatchView }) {
  const { paper, language } = usePaperWords();
  const { make, batch: words } = paper;
  const { halfMonth } = batch;
  const period = { id: periodOf(halfMonth), ...daysOfHalfMonth(halfMonth) };
  const facts: readonly (readonly [string, string])[] = [
    [make.point, batch.point.name[language]],
    [make.halfMonth, nameDatedPeriod(period, language)],
    [make.campaign, batch.campaign.name[language]],
    [make.form, `${paper.forms[batch.form]} · ${paper.languages[batch.language]}`],
    [make.field, batch.field?.name[language] ?? make.anyField],
    ...(batch.note === '' ? [] : [[make.note, batch.note] as const]),
    [words.made, writeDate(batch.made)],
    [paper.columns.state, batch.closed === null ? paper.open : paper.closed(writeDate(batch.closed))],
    [words.keyers, batch.keyers.length > 0 ? batch.keyers.join(', ') : words.nobody],
  ];
  return (
    <section aria-labelledby="paper-facts">
      <h2 id="paper-facts">{words.facts}</h2>
      <BatchFacts facts={facts} />
    </section>
  );
}
