import type { UnitProgress } from '../../../shared/wire/campaign-progress.ts';

/**
 * Received forms on a line up to the number wanted, with the interval in which the forecast lies. All of it stands beside
 * it in words, so it is hidden from screen readers.
 */
export function ProgressBar({ progress }: { readonly progress: UnitProgress }) {
  const { wanted, received, forecast } = progress;
  if (received === null) return null;
  const end = Math.max(wanted ?? 0, forecast?.high ?? 0, received);
  if (end === 0) return null;
  const at = (count: number) => `${(100 * count) / end}%`;
  return (
    <div class="progress-bar" aria-hidden="true">
      <span class="has" style={{ width: at(received) }} />
      {forecast && (
        <span class="to-come" style={{ left: at(forecast.low), width: at(forecast.high - forecast.low) }} />
      )}
      {wanted !== null && <span class="aim" style={{ left: at(wanted) }} />}
    </div>
  );
}
