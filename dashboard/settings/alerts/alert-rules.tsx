import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { AlertSettings, RuleRow } from '../../../shared/wire/alert-list.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { unitsAsTree } from '../../parts/units-as-tree.ts';
import { useAlertsWords } from '../../text/use-alerts-words.ts';
import { writeTarget } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { SettingsPageProps } from '../settings-pages.tsx';
import type { AlertsLink } from './alerts-link.ts';
import { MailSection } from './mail-section.tsx';
import { RuleForm } from './rule-form.tsx';

const EVERY_MS = 60_000;

interface AlertRulesProps extends SettingsPageProps {
  readonly link: AlertsLink;
}

/** The rule in force at each unit, with the form that changes it; and e-mail. */
export function AlertRules({ link, units, ended, go, moved }: AlertRulesProps) {
  const { alerts, language, say } = useAlertsWords();
  const { rules: words } = alerts;
  const ask = useCallback((signal: AbortSignal) => link.settings(signal), [link]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const [editing, setEditing] = useState<RuleRow | null>(null);
  const { said, sayAfter } = useSaid();
  const opener = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    // whoever came by keyboard goes on where they were when the form closes
    if (editing === null && document.activeElement === document.body) opener.current?.focus();
  }, [editing]);
  const settings = fresh.value;
  const done = (text: string) => {
    setEditing(null);
    sayAfter(fresh.refresh(), text);
  };

  const columns: ListColumn<RuleRow>[] = [
    {
      key: 'unit',
      title: words.columns.unit,
      show: ({ unit }) => say(unit.name),
      sortBy: ({ unit }) => say(unit.name),
    },
    {
      key: 'line',
      title: words.columns.line,
      show: ({ rule }) => <b>{rule.isOn ? words.below(writeTarget(rule.line, language)) : words.off}</b>,
      sortBy: ({ rule }) => (rule.isOn ? rule.line : 0),
    },
    {
      key: 'measure',
      title: words.columns.measure,
      show: ({ rule }) => (rule.isOn ? alerts.measures[rule.measure] : ''),
      sortBy: ({ rule }) => alerts.measures[rule.measure],
    },
    {
      key: 'mail',
      title: words.columns.mail,
      show: ({ rule }) => (rule.isOn ? words.mails[rule.mail] : ''),
      sortBy: ({ rule }) => words.mails[rule.mail],
    },
    {
      key: 'from',
      title: words.columns.from,
      show: ({ unit, from }) =>
        from === null ? words.usual : from.id === unit.id ? words.own : say(from.name),
      sortBy: ({ unit, from }) => (from === null ? '' : from.id === unit.id ? words.own : say(from.name)),
    },
    {
      key: 'act',
      title: words.columns.act,
      show: (row) => (
        <div class="day-acts">
          <button
            type="button"
            class="as-link"
            aria-label={words.editOf(say(row.unit.name))}
            onClick={(click) => {
              opener.current = click.currentTarget;
              setEditing(row);
            }}
          >
            {words.edit}
          </button>
          {row.from?.id === row.unit.id && (
            <ConfirmAct
              open={words.reset}
              label={words.resetOf(say(row.unit.name))}
              what={<p>{words.resetWhat(say(row.unit.name))}</p>}
              go={words.reset}
              send={() => link.setRule({ unit: row.unit.id, rule: null })}
              done={() => done(words.resetDone)}
              ended={ended}
            />
          )}
        </div>
      ),
    },
  ];
  return (
    <main id="main" class="manage alerts">
      <SettingsHead title={words.title} moved={moved} go={go} back={{ kind: 'alerts', name: alerts.title }}>
        <p class="lead">{words.lead}</p>
      </SettingsHead>
      <FreshNotice fresh={fresh} loading={alerts.loading} />
      <Said said={said} />
      {settings && (
        <>
          <MailSection settings={settings} link={link} ended={ended} refresh={fresh.refresh} />
          <section>
            <h2>{words.list}</h2>
            {editing && (
              <RuleForm
                key={editing.unit.id}
                link={link}
                row={editing}
                ended={ended}
                close={() => setEditing(null)}
                done={() => done(words.done)}
              />
            )}
            <SearchableList
              caption={words.list}
              rows={inTree(
                settings,
                unitsAsTree(units, language).map(({ unit }) => unit.id),
              )}
              keyOf={({ unit }) => unit.id}
              columns={columns}
              textOf={({ unit }) => `${unit.name.vi} ${unit.name.en}`}
              empty={alerts.none}
            />
          </section>
        </>
      )}
    </main>
  );
}

/** In the order of the tree: a rule holds for what stands below it. */
function inTree({ rules }: AlertSettings, order: readonly string[]): RuleRow[] {
  return rules.toSorted((a, b) => order.indexOf(a.unit.id) - order.indexOf(b.unit.id));
}
