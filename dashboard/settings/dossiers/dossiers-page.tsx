import { useCallback, useMemo } from 'preact/hooks';
import { localDay } from '../../../shared/period.ts';
import {
  type DossierFile,
  type DossierOverview,
  isInWork,
  type Mapping,
} from '../../../shared/wire/dossier-requests.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import '../../styles/dossiers.css';
import { sayRefusal } from '../../text/say-refusal.ts';
import { useDossiersWords } from '../../text/use-dossiers-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { CheckedFile } from './checked-file.tsx';
import { type DossiersLink, dossiersLink } from './dossiers-link.ts';
import { FaultList } from './fault-list.tsx';
import { ImportList, MonthTable } from './import-list.tsx';
import { MappingForm } from './mapping-form.tsx';
import { StepHeading } from '../parts/step-heading.tsx';
import { UnknownWords } from './unknown-words.tsx';
import { type FileOnItsWay, useDossierFile } from './use-dossier-file.ts';

const EVERY_MS = 60_000;

/** Files of dossiers on their way in, and what came of those before. */
export function DossiersPage({ server, ended, moved, go, now }: SettingsPageProps) {
  const { own, words, language } = useDossiersWords();
  const link = useMemo(() => dossiersLink(server), [server]);
  const ask = useCallback((signal: AbortSignal) => link.overview(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, setSaid, sayAfter } = useSaid();
  const way = useDossierFile(link, {
    refused: (refusal) =>
      refusal.kind === 'problem' && refusal.code === 'no-session'
        ? ended()
        : setSaid({ text: sayRefusal(refusal, words), isFault: true }),
    lost: () => setSaid({ text: own.choose.lost, isFault: true }),
    taken: () => void fresh.refresh(),
  });
  const overview = fresh.value;
  return (
    <main id="main" class="manage dossiers">
      <SettingsHead title={own.title} moved={moved} go={go}>
        <p class="lead">{own.lead}</p>
        {overview && (
          <p class="note">
            {own.privacy(
              writeCount(overview.keeps.phoneDays, language),
              writeCount(overview.keeps.months, language),
            )}
          </p>
        )}
      </SettingsHead>
      <Said said={said} />
      <FreshNotice fresh={fresh} loading={own.loading} />
      {overview && (
        <>
          <WayIn
            way={way}
            link={link}
            overview={overview}
            today={localDay(now())}
            begin={() => setSaid(null)}
            stopped={() => setSaid({ text: own.choose.stopped })}
          />
          <MonthTable months={overview.months} />
          <ImportList
            imports={overview.imports}
            link={link}
            ended={ended}
            removed={() => sayAfter(fresh.refresh(), own.imports.removed)}
          />
        </>
      )}
    </main>
  );
}

interface WayInProps {
  readonly way: FileOnItsWay;
  readonly link: DossiersLink;
  readonly overview: DossierOverview;
  readonly today: string;
  readonly begin: () => void;
  readonly stopped: () => void;
}

function WayIn({ way, link, overview, today, begin, stopped }: WayInProps) {
  const { own } = useDossiersWords();
  const { file } = way;
  const check = (mapping: Mapping) => void way.ask(link.check(file!.id, mapping));
  const other = () => way.drop();
  if (way.sending)
    return (
      <p role="status" class="notice">
        {own.choose.sending}
      </p>
    );
  if (file && isInWork(file)) {
    return (
      <Progress
        file={file}
        stop={() => {
          way.drop();
          stopped();
        }}
      />
    );
  }
  if (file?.step === 'read')
    return (
      <MappingForm
        file={file}
        name={way.name}
        overview={overview}
        today={today}
        check={check}
        other={other}
      />
    );
  if (file?.step === 'checked' || file?.step === 'taken') {
    const { kind } = file.mapping!;
    const { faults } = file.checked!;
    const all = async () => {
      const answer = await link.faults(file.id);
      return answer.kind === 'ok' ? answer.value.faults : faults;
    };
    return (
      <>
        {file.step === 'taken' ? (
          <TakenFile file={file} other={other} />
        ) : (
          <CheckedFile
            key={JSON.stringify(file.checked)}
            file={file}
            take={(asked) => void way.ask(link.take(file.id, asked))}
            back={way.again}
            other={other}
          >
            <UnknownWords file={file} overview={overview} check={check} />
          </CheckedFile>
        )}
        <FaultList kind={kind} faults={faults} all={all} />
      </>
    );
  }
  const refused = way.fault ?? file?.refused;
  return (
    <section class="list-sources">
      <h2>{own.choose.title}</h2>
      <div role="status">
        {refused && (
          <p class="notice warning">
            {own.refused[refused]} {own.nothingTaken}
          </p>
        )}
      </div>
      <label class="pick">
        <span>{own.choose.file}</span>
        <input
          type="file"
          accept=".xlsx,.csv,.txt,text/csv"
          onChange={(change) => {
            const chosen = change.currentTarget.files?.[0];
            change.currentTarget.value = '';
            begin();
            if (chosen) void way.choose(chosen);
          }}
        />
      </label>
      <p class="help">{own.choose.help}</p>
    </section>
  );
}

/** How far a step is; rows are said now and then, because a screen reader would read each change. */
function Progress({ file, stop }: { readonly file: DossierFile; readonly stop: () => void }) {
  const { own, language } = useDossiersWords();
  const { step, done, look } = file;
  const name = own.steps[step as keyof typeof own.steps];
  const all = look ? writeCount(look.rows, language) : null;
  return (
    <section class="list-sources dossier-progress">
      <StepHeading key={step}>{name}</StepHeading>
      <progress aria-label={name} {...(look ? { max: Math.max(1, look.rows), value: done } : {})} />
      <p>{own.rowsDone(writeCount(done, language), all)}</p>
      <p class="act-buttons">
        <button type="button" class="quiet-button" onClick={stop}>
          {own.choose.stop}
        </button>
      </p>
    </section>
  );
}

function TakenFile({ file, other }: { readonly file: DossierFile; readonly other: () => void }) {
  const { own, language } = useDossiersWords();
  const words = own.taken;
  const { added, changed, same, left } = file.taken!;
  const count = (value: number) => writeCount(value, language);
  return (
    <section>
      <StepHeading>{words.title}</StepHeading>
      <p class="notice done">
        {added + changed === 0 ? words.nothing : words.counts(count(added), count(changed), count(same))}
        {left > 0 && ` ${words.left(count(left))}`}
      </p>
      <p class="act-buttons">
        <button type="button" class="act-go" onClick={other}>
          {own.choose.other}
        </button>
      </p>
    </section>
  );
}
