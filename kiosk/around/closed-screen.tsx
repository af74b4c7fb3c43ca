import type { Text } from '../../shared/questionnaire.ts';
import { closedWords } from '../text/closed-words.ts';
import type { NextOpening } from './next-opening.ts';
import { sayOpening } from './say-opening.ts';

/** A dark, still screen while the place is closed; it promises nothing and refuses nobody. */
export function ClosedScreen(props: {
  readonly point: Text;
  readonly unit: Text;
  readonly next: NextOpening | undefined;
}) {
  const { point, unit, next } = props;
  const { vi, en } = closedWords;
  return (
    <main class="asleep">
      {/* a long press here opens the staff's page, as on the attract screen */}
      <p class="attract-unit">{unit.vi}</p>
      <h1>{point.vi}</h1>
      <p class="asleep-closed">{vi.closed}</p>
      {next && <p class="asleep-next">{sayOpening(vi, next)}</p>}
      <p lang="en">
        {en.closed}
        {next && `. ${sayOpening(en, next)}`}
      </p>
      <p class="asleep-touch">
        {vi.touch} <span lang="en">· {en.touch}</span>
      </p>
    </main>
  );
}
