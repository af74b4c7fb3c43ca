import { useCallback, useMemo, useState } from 'preact/hooks';
import type { AuditLine, AuditPage } from '../../shared/wire/manage.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useManageWords } from '../text/use-manage-words.ts';
import { writeInstant } from '../text/write-date.ts';
import { writeCount } from '../text/write-number.ts';
import { useFresh } from '../use-fresh.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { manageLink } from './manage-link.ts';
import type { ManagePagesProps } from './manage-pages.tsx';
import { kindOfAct, sayAct, sayDetails } from './say-audit.ts';
import type { AuditKind } from './say-audit.ts';
import { useAct } from './use-act.ts';

const AUDIT_EVERY_MS = 60_000;
const KINDS = ['all', 'sign-in', 'device', 'review', 'export', 'other'] as const;

/** Who did what and when, newest first; older lines come on demand. */
export function AuditLog({ server, ended, moved }: ManagePagesProps) {
  const { manage, language } = useManageWords();
  const { audit } = manage;
  const link = useMemo(() => manageLink(server), [server]);
  const ask = useCallback((signal: AbortSignal) => link.audit(null, signal), [link]);
  const fresh = useFresh(ask, AUDIT_EVERY_MS, ended);
  const { busy, error, send } = useAct(ended);
  const [older, setOlder] = useState<AuditPage[]>([]);
  const [kind, setKind] = useState<AuditKind | 'all'>('all');
  // the newest page moves on with time; once older ones hang on it, what is shown stays as it is read
  const pages = older.length > 0 ? older : fresh.value ? [fresh.value] : [];
  const loaded = pages.flatMap(({ lines }) => lines);
  const shown = kind === 'all' ? loaded : loaded.filter(({ what }) => kindOfAct(what) === kind);
  const next = pages.at(-1)?.older ?? null;

  function more(): void {
    if (busy || next === null) return;
    void send(
      () => link.audit(next, new AbortController().signal),
      (page) => setOlder([...pages, page]),
    );
  }
  return (
    <main id="main" class="manage">
      <PageHead title={audit.title} moved={moved}>
        <p class="lead">{audit.lead}</p>
      </PageHead>
      <FreshNotice fresh={fresh} loading={audit.loading} />
      {loaded.length > 0 && (
        <div class="list-filter">
          <label class="pick kind">
            <span>{audit.kind}</span>
            <select
              value={kind}
              onChange={(change) =>
                setKind(KINDS.find((name) => name === change.currentTarget.value) ?? 'all')
              }
            >
              {KINDS.map((name) => (
                <option key={name} value={name}>
                  {audit.kinds[name]}
                </option>
              ))}
            </select>
          </label>
          <p class="shown-count" role="status">
            {audit.shown(writeCount(shown.length, language))}
          </p>
        </div>
      )}
      {fresh.value && loaded.length === 0 && <p class="notice">{audit.none}</p>}
      {loaded.length > 0 && shown.length === 0 && <p class="nothing">{audit.noneFits}</p>}
      <AuditLines lines={shown} />
      {error !== null && <p class="door-error">{error}</p>}
      {loaded.length > 0 && (
        <p class="act-buttons">
          {next === null ? (
            <span class="note">{audit.end}</span>
          ) : (
            <button type="button" class="quiet-button" aria-disabled={busy} onClick={more}>
              {busy ? manage.actions.busy : audit.older}
            </button>
          )}
        </p>
      )}
    </main>
  );
}

function AuditLines({ lines }: { readonly lines: readonly AuditLine[] }) {
  const { manage, language } = useManageWords();
  const { audit } = manage;
  const values = { ...manage.held.reasons, ...manage.devices.states, ...audit.roles, ...audit.values };
  const sayWho = (line: AuditLine) =>
    line.who ?? (kindOfAct(line.what) === 'sign-in' ? audit.stranger : audit.nobody);
  return (
    <ol class="audit-lines">
      {lines.map((line, index) => {
        const details = sayDetails(line, audit, values);
        return (
          <li key={`${line.at} ${index}`}>
            <time dateTime={new Date(line.at).toISOString()}>{writeInstant(line.at, language)}</time>
            <p class="who-did">
              {sayWho(line)}
              {line.role && <span> – {audit.roles[line.role]}</span>}
            </p>
            <p class="did">
              <b>{sayAct(line.what, audit)}</b>
              {details !== '' && <span>{details}</span>}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
