import { useState } from 'preact/hooks';
import { useFirstFocus } from '../../parts/use-first-focus.ts';
import { type AlertRule, LINES, MAIL_TO, MEASURES } from '../../../shared/alert-rule.ts';
import type { RuleRow } from '../../../shared/wire/alert-list.ts';
import { useAlertsWords } from '../../text/use-alerts-words.ts';
import { writeTarget } from '../../text/write-number.ts';
import { ChooseMany } from '../parts/choose-many.tsx';
import { SelectField, TickField } from '../parts/form-fields.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import type { AlertsLink } from './alerts-link.ts';

interface RuleFormProps {
  readonly link: AlertsLink;
  readonly row: RuleRow;
  readonly ended: () => void;
  readonly close: () => void;
  readonly done: () => void;
}

/** The rule of one unit; what it has from above is where it begins. */
export function RuleForm({ link, row, ended, close, done }: RuleFormProps) {
  const { alerts, language, say } = useAlertsWords();
  const { rules: words } = alerts;
  const [rule, setRule] = useState<AlertRule>(row.rule);
  const heading = useFirstFocus<HTMLHeadingElement>();
  const unit = say(row.unit.name);
  return (
    <section class="act-panel" aria-labelledby="rule-form">
      <SettingsForm
        head={
          <>
            <h2 id="rule-form" tabIndex={-1} ref={heading}>
              {words.editOf(unit)}
            </h2>
            <p class="what">{words.what(unit)}</p>
          </>
        }
        go={words.go}
        send={() => link.setRule({ unit: row.unit.id, rule })}
        done={done}
        ended={ended}
        cancel={close}
      >
        <TickField
          label={words.isOn}
          name="rule.isOn"
          value={rule.isOn}
          set={(isOn) => setRule({ ...rule, isOn })}
        />
        {rule.isOn && (
          <>
            <SelectField
              label={words.line}
              name="rule.line"
              help={words.lineHelp}
              options={LINES.map((line) => ({ id: String(line), name: writeTarget(line, language) }))}
              value={String(rule.line)}
              set={(value) =>
                setRule({ ...rule, line: LINES.find((line) => String(line) === value) ?? rule.line })
              }
            />
            <ChooseMany
              one
              label={words.measure}
              name="rule.measure"
              options={MEASURES.map((id) => ({
                id,
                name: alerts.measures[id],
                more: words.measuresMore[id],
              }))}
              value={[rule.measure]}
              set={([value]) =>
                setRule({ ...rule, measure: MEASURES.find((one) => one === value) ?? rule.measure })
              }
            />
            <ChooseMany
              one
              label={words.mail}
              name="rule.mail"
              options={MAIL_TO.map((id) => ({ id, name: words.mails[id], more: words.mailsMore[id] }))}
              value={[rule.mail]}
              set={([value]) => setRule({ ...rule, mail: MAIL_TO.find((one) => one === value) ?? rule.mail })}
            />
          </>
        )}
      </SettingsForm>
    </section>
  );
}
