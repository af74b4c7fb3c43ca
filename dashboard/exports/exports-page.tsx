import { useCallback, useState } from 'preact/hooks';
import { localDay, periodsUpTo } from '../../shared/period.ts';
import { type ExportChoices, ROW_FILES, type RowFile } from '../../shared/wire/row-exports.ts';
import type { Account, ScopeUnit } from '../../shared/wire/overview.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import type { ServerLink } from '../server-link.ts';
import '../styles/manage.css';
import '../styles/row-exports.css';
import { nameDatedPeriod } from '../text/name-period.ts';
import { sayRefusal } from '../text/say-refusal.ts';
import { useExportsWords } from '../text/use-exports-words.ts';
import { useFresh } from '../use-fresh.ts';
import { ExportState } from './export-state.tsx';
import { isOver, useRowExport } from './use-row-export.ts';

/** What an account may take changes with its role alone. */
const EVERY_MS = 3_600_000;
/** Three years, as long as forms are kept. */
const MONTHS_BACK = 37;
const ALL = '';

interface ExportsPageProps {
  readonly server: ServerLink;
  readonly account: Account;
  readonly units: readonly ScopeUnit[];
  readonly now: () => number;
  readonly ended: () => void;
  readonly moved: boolean;
}

/** Forms, one a row, for the auditor; each export is written to the audit log before it leaves. */
export function ExportsPage({ server, account, units, now, ended, moved }: ExportsPageProps) {
  const { own, words, language } = useExportsWords();
  const ask = useCallback(
    (signal: AbortSignal) => server.ask<ExportChoices>('GET', '/api/v1/exports', undefined, signal),
    [server],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const rows = useRowExport(server, ended);
  const [unit, setUnit] = useState(account.unit.id);
  const [period, setPeriod] = useState(ALL);
  const [file, setFile] = useState<RowFile>('csv');
  const files = ROW_FILES.filter((one) => one !== 'package' || fresh.value?.mayTakePackage);
  const isPackage = file === 'package';
  const isBusy = rows.shown !== null && !isOver(rows.shown);
  function begin(): void {
    if (isBusy) return;
    const whole = { unit: account.unit.id, period: null };
    const part = { unit, period: period === ALL ? null : period };
    void rows.begin({ ...(isPackage ? whole : part), file, language });
  }
  return (
    <main id="main" class="manage narrow row-exports">
      <PageHead title={own.title} moved={moved}>
        <p class="lead">{own.lead}</p>
      </PageHead>
      <FreshNotice fresh={fresh} loading={own.loading} />
      {fresh.value && (
        <section class="sheet" aria-label={own.what}>
          <fieldset class="export-files">
            <legend>{own.what}</legend>
            {files.map((one) => {
              const [name, about] = own.files[one];
              return (
                <label key={one}>
                  <input type="radio" name="file" checked={file === one} onChange={() => setFile(one)} />
                  <span>
                    <b>{name}</b>
                    <small>{about}</small>
                  </span>
                </label>
              );
            })}
          </fieldset>
          {!isPackage && (
            <div class="export-part">
              <UnitSelect label={words.choose.unit} units={units} unit={unit} choose={setUnit} />
              <label class="pick">
                <span>{words.choose.period}</span>
                <select value={period} onChange={({ currentTarget }) => setPeriod(currentTarget.value)}>
                  <option value={ALL}>{own.all}</option>
                  {periodsUpTo(localDay(now()), MONTHS_BACK).map((one) => (
                    <option key={one.id} value={one.id}>
                      {nameDatedPeriod(one, language)}
                    </option>
                  ))}
                </select>
              </label>
            </div>
          )}
          <p class="note">{isPackage ? own.whole : own.left}</p>
          <p class="act-buttons">
            <button type="button" class="act-go" aria-disabled={isBusy} onClick={begin}>
              {own.begin}
            </button>
          </p>
          {rows.refusal && (
            <p class="notice warning" role="alert">
              {sayRefusal(rows.refusal, words)}
            </p>
          )}
          {rows.shown && <ExportState shown={rows.shown} cancel={() => void rows.cancel()} />}
        </section>
      )}
    </main>
  );
}
