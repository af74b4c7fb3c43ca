import type { Outlook } from '../../../shared/forecast.ts';
import { useProgressWords } from '../../text/use-progress-words.ts';

interface OutlookMarkProps {
  readonly outlook: Outlook;
  /** The cut-off has passed: short is no forecast any more. */
  readonly isOver: boolean;
}

/** Whether the plan will be kept: shape, word and colour say the same, so that none is needed alone. */
export function OutlookMark({ outlook, isOver }: OutlookMarkProps) {
  const { own } = useProgressWords();
  const { outlooks, missed } = own.progress;
  return (
    <span class={`outlook ${outlook}`}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        {(outlook === 'reached' || outlook === 'enough') && (
          <>
            <circle cx="10" cy="10" r="9" />
            <path d={outlook === 'reached' ? 'M5.5 10.5l3 3 6-7' : 'M5 12l4-4 2.5 2.5 4-5'} />
          </>
        )}
        {outlook === 'at-risk' && (
          <>
            <path class="body" d="M10 19L.8 3h18.4z" />
            <path d="M10 6.4v5M10 13.8v.6" />
          </>
        )}
        {outlook === 'short' && (
          <>
            <rect x="1" y="1" width="18" height="18" rx="2" />
            <path d="M5 6l4 5 2.5-2.5L15.5 14" />
          </>
        )}
        {outlook === 'unknown' && (
          <>
            <rect x="1" y="1" width="18" height="18" rx="4" />
            <path d="M5 8.2h10M5 12h10" stroke-dasharray="3 2" />
          </>
        )}
      </svg>
      <b>{outlook === 'short' && isOver ? missed : outlooks[outlook]}</b>
    </span>
  );
}
