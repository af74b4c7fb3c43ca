import { useMemo, useState } from 'preact/hooks';
import type { NewCode } from '../../shared/wire/manage.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useManageWords } from '../text/use-manage-words.ts';
import { CodeSheet } from './code-sheet.tsx';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { HolderField } from './holder-field.tsx';
import { manageLink } from './manage-link.ts';
import type { ManagePagesProps } from './manage-pages.tsx';
import { faultOfName, NameField } from './name-field.tsx';
import { PageLink } from '../parts/page-link.tsx';
import { PointField, usePoints } from './point-field.tsx';
import { useAct } from './use-act.ts';

/** Name and place of a new device; what follows is its code. */
export function NewDevicePage({ server, ended, now, watch, moved, go }: ManagePagesProps) {
  const { manage } = useManageWords();
  const { actions } = manage;
  const link = useMemo(() => manageLink(server), [server]);
  const points = usePoints(link, ended);
  const { busy, error, send } = useAct(ended, actions.add.refused);
  const [name, setName] = useState('');
  const [point, setPoint] = useState('');
  const [holder, setHolder] = useState('');
  const [tried, setTried] = useState(false);
  const [code, setCode] = useState<NewCode | null>(null);
  const only = points.value?.length === 1 ? points.value[0]!.id : '';
  const chosen = point || only;
  const nameFault = faultOfName(name);

  function add(): void {
    setTried(true);
    if (busy || nameFault || chosen === '') return;
    void send(
      () => link.addDevice(name.trim(), chosen, holder || null),
      (made) => {
        setCode(made);
        void watch.devices.refresh();
      },
    );
  }

  if (code) {
    return (
      <CodeSheet
        link={link}
        code={code}
        name={name.trim()}
        pastStates={0}
        ended={ended}
        now={now}
        close={() => {
          void watch.devices.refresh();
          go({ kind: 'device', device: code.device });
        }}
      />
    );
  }
  return (
    <main id="main" class="manage narrow">
      <p class="way-back">
        <PageLink page={{ kind: 'devices', unit: null }} go={go}>
          <span aria-hidden="true">← </span>
          {manage.devices.detail.back}
        </PageLink>
      </p>
      <PageHead title={actions.add.title} moved={moved}>
        <p class="lead">{actions.add.lead}</p>
      </PageHead>
      <FreshNotice fresh={points} loading={manage.devices.loading} />
      {points.value?.length === 0 && <p class="notice">{actions.add.noPoints}</p>}
      {points.value && points.value.length > 0 && (
        <form
          class="sheet"
          noValidate
          onSubmit={(submission) => {
            submission.preventDefault();
            add();
          }}
        >
          {error !== null && (
            <p class="door-error" role="alert">
              {error}
            </p>
          )}
          <NameField value={name} setValue={setName} fault={tried ? nameFault : undefined} />
          <HolderField {...{ link, ended }} value={holder} setValue={setHolder} />
          <PointField
            points={points.value}
            value={chosen}
            setValue={setPoint}
            fault={tried && chosen === '' ? actions.pointMissing : undefined}
          />
          <button type="submit" class="act-go" aria-disabled={busy}>
            {busy ? actions.busy : actions.add.submit}
          </button>
        </form>
      )}
    </main>
  );
}
