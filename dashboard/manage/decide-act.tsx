import { useState } from 'preact/hooks';
import type { HeldCohort } from '../../shared/wire/manage.ts';
import { REASON_LEAST, REASON_MOST } from '../../shared/reason-length.ts';
import { useManageWords } from '../text/use-manage-words.ts';
import { writeCount } from '../text/write-number.ts';
import { ActPanel } from './act-panel.tsx';
import { Labelled } from '../parts/labelled.tsx';
import type { ManageLink } from './manage-link.ts';
import { useAct } from './use-act.ts';

interface DecideActProps {
  readonly cohort: HeldCohort;
  readonly decision: 'take' | 'refuse';
  readonly link: ManageLink;
  readonly ended: () => void;
  readonly cancel: () => void;
  readonly decided: (sentence: string) => void;
}

/** Take a group in or refuse it, with the reason that the record needs. */
export function DecideAct({ cohort, decision, link, ended, cancel, decided }: DecideActProps) {
  const { manage, language } = useManageWords();
  const { held } = manage;
  const { busy, error, send } = useAct(ended);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const takes = decision === 'take';
  const count = (value: number) => writeCount(value, language);
  const isShort = reason.trim().length < REASON_LEAST;
  return (
    <ActPanel
      title={takes ? held.take : held.refuse}
      what={takes ? held.takeWhat(count(cohort.count)) : held.refuseWhat(count(cohort.count))}
      error={error}
      go={takes ? held.takeGo : held.refuseGo}
      busy={busy}
      cancel={cancel}
      send={() => {
        setTried(true);
        if (isShort) return;
        void send(
          () => link.decide(cohort, decision, reason.trim()),
          (answer) => {
            const first = takes ? held.taken(count(answer.decided)) : held.refused(count(answer.decided));
            decided(answer.left > 0 ? `${first} ${held.left(count(answer.left))}` : first);
          },
        );
      }}
    >
      <Labelled
        label={held.note}
        help={held.noteHelp(REASON_LEAST)}
        fault={tried && isShort ? held.noteShort(REASON_LEAST) : undefined}
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxlength={REASON_MOST}
            value={reason}
            onInput={(input) => setReason(input.currentTarget.value)}
          />
        )}
      </Labelled>
    </ActPanel>
  );
}
