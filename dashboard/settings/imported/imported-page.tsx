import { useCallback } from 'preact/hooks';
import { localDay } from '../../../shared/period.ts';
import type { ImportedTables } from '../../../shared/wire/imported-results.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import '../../styles/imported.css';
import '../../styles/made-files.css';
import '../../styles/plans.css';
import { importedEn } from '../../text/imported-en.ts';
import { importedVi } from '../../text/imported-vi.ts';
import { useWords } from '../../text/use-words.ts';
import { useFresh } from '../../use-fresh.ts';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import { ImportedList } from './imported-list.tsx';
import { TakeTables } from './take-tables.tsx';
import { TemplatePart } from './template-part.tsx';

const BASE = '/api/v1/imported-results';
const EVERY_MS = 120_000;

/** Tables of former years: a template, a file that is looked at before it is taken, and what is there. */
export function ImportedPage({ server, account, units, ended, go, moved, now }: SettingsPageProps) {
  const { language } = useWords();
  const words = language === 'vi' ? importedVi : importedEn;
  const ask = useCallback(
    (signal: AbortSignal) => server.ask<ImportedTables>('GET', `${BASE}/tables`, undefined, signal),
    [server],
  );
  const fresh = useFresh(ask, EVERY_MS, ended);
  const { said, setSaid, sayAfter } = useSaid();
  const there = fresh.value;
  return (
    <main id="main" class="manage imported">
      <SettingsHead title={words.title} moved={moved} go={go}>
        <p class="lead">{words.lead}</p>
        <p class="note">{words.noInterval}</p>
      </SettingsHead>
      <Said said={said} />
      <FreshNotice fresh={fresh} loading={words.loading} />
      {there && (
        <>
          <TemplatePart
            words={words}
            server={server}
            units={units}
            home={account.unit.id}
            forms={there.forms}
            today={localDay(now())}
            ended={ended}
          />
          <TakeTables
            words={words}
            server={server}
            ended={ended}
            begin={() => setSaid(null)}
            done={(text) => sayAfter(fresh.refresh(), text)}
          />
          <ImportedList
            words={words}
            tables={there.tables}
            remove={(file) => server.ask<ImportedTables>('POST', `${BASE}/remove`, { file })}
            removed={() => sayAfter(fresh.refresh(), words.there.removed)}
            ended={ended}
          />
        </>
      )}
    </main>
  );
}
