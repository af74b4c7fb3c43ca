import { useEffect, useRef } from 'preact/hooks';
import type { LiveKind } from '../shared/wire/live.ts';
import type { Live } from './live-stream.ts';

/** Calls `changed` when the server says that something of this kind has changed; `opened` as in `Live.listen`. */
export function useLive(
  live: Live,
  kind: LiveKind,
  changed: () => Promise<void>,
  opened: (isOpen: boolean) => void = nothing,
): void {
  // another question must not cost another stream
  const newest = useRef(changed);
  newest.current = changed;
  useEffect(() => live.listen(kind, () => void newest.current(), opened), [live, kind, opened]);
}

const nothing = () => {};
