import { useId, useState } from 'preact/hooks';
import { REASON_MOST } from '../../shared/reason-length.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { writeCount } from '../text/write-number.ts';
import { ActPanel } from './act-panel.tsx';
import type { ActProps } from './device-actions.tsx';
import { Labelled } from '../parts/labelled.tsx';
import { useAct } from './use-act.ts';

const STATE_AFTER = { stop: 'inactive', start: 'active', retire: 'retired' } as const;

/** Out of service, back, or retired for good; retiring needs a reason and a tick. */
export function StateAct({
  name,
  link,
  device,
  cancel,
  done,
  ended,
}: ActProps & { readonly name: keyof typeof STATE_AFTER }) {
  const { manage, language } = useManageWords();
  const { busy, error, send } = useAct(ended);
  const [note, setNote] = useState('');
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const sureId = useId();
  const { actions } = manage;
  const isFinal = name === 'retire';
  const noteFault = isFinal && note.trim() === '' ? actions.noteMissing : undefined;
  const { waiting } = device.ledger;
  return (
    <ActPanel
      title={actions[name].open}
      what={
        <>
          <p>{actions[name].what}</p>
          {isFinal && waiting > 0 && (
            <p class="hold-on">{actions.retire.waiting(writeCount(waiting, language))}</p>
          )}
        </>
      }
      error={error}
      go={actions[name].go}
      busy={busy}
      danger={isFinal}
      cancel={cancel}
      send={() => {
        setTried(true);
        if (noteFault || (isFinal && !sure)) return;
        void send(
          () => link.setState(device.id, STATE_AFTER[name], note.trim()),
          () => done(actions[name].done),
        );
      }}
    >
      <Labelled label={actions.note} fault={tried ? noteFault : undefined}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            autocomplete="off"
            maxlength={REASON_MOST}
            value={note}
            onInput={(input) => setNote(input.currentTarget.value)}
          />
        )}
      </Labelled>
      {isFinal && (
        <>
          <label class="tick">
            <input
              type="checkbox"
              checked={sure}
              aria-invalid={tried && !sure}
              {...(tried && !sure ? { 'aria-describedby': sureId } : {})}
              onChange={(change) => setSure(change.currentTarget.checked)}
            />
            <span>{actions.retire.sure}</span>
          </label>
          {tried && !sure && (
            <p class="help broken" id={sureId} role="alert">
              {actions.retire.sureMissing}
            </p>
          )}
        </>
      )}
    </ActPanel>
  );
}
