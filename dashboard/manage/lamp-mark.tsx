import type { Lamp } from '../../shared/wire/manage.ts';
import { useManageWords } from '../text/use-manage-words.ts';

/** How a device is: colour, shape and word say the same, so that none is needed alone. */
export function LampMark({ lamp }: { readonly lamp: Lamp }) {
  const { manage } = useManageWords();
  return (
    <span class={`lamp-mark ${lamp}`}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        {lamp === 'green' && (
          <>
            <circle cx="10" cy="10" r="9" />
            <path d="M5.5 10.5l3 3 6-7" />
          </>
        )}
        {lamp === 'amber' && (
          <>
            <path class="body" d="M10 1.2L18.8 18H1.2z" />
            <path d="M10 7.4v5M10 14.9v.4" />
          </>
        )}
        {lamp === 'red' && (
          <>
            <path class="body" d="M6.2 1h7.6L19 6.2v7.6L13.8 19H6.2L1 13.8V6.2z" />
            <path d="M6.6 6.6l6.8 6.8M13.4 6.6l-6.8 6.8" />
          </>
        )}
      </svg>
      <b>{manage.devices.lamps[lamp]}</b>
    </span>
  );
}
