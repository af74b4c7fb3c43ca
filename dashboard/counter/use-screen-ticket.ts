import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ScreenTicket, ScreenTicketState } from '../../shared/wire/counter-requests.ts';
import type { Answer, Refusal, ServerLink } from '../server-link.ts';

/** Whoever has scanned looks up again after some seconds: by then the next code must stand there. */
const LOOK_EVERY_MS = 3_000;
/** After a refusal that goes by: no network, or too many codes. */
const AGAIN_MS = 15_000;

/** Why the code on the screen is another one than before. */
export type Change = 'used' | 'renewed' | 'fresh';
export interface Shown {
  readonly address: string | null;
  readonly change: Change | null;
  readonly refusal: Refusal | null;
}

/** The code for the next person at a service point: another one as soon as it was opened, has run out, or somebody asks. */
export function useScreenTicket(
  server: ServerLink,
  wanted: { readonly point: string; readonly field: string | null } | null,
  ended: () => void,
): Shown & { readonly next: () => void } {
  const [shown, setShown] = useState<Shown>({ address: null, change: null, refusal: null });
  const ticket = useRef<string | null>(null);
  const { point, field } = wanted ?? { point: null, field: null };

  const fetchNext = useCallback(
    async (change: Change | null) => {
      if (point === null) return;
      const asked = { point, field, replaces: ticket.current };
      const answer = await server.ask<ScreenTicket>('POST', '/api/v1/counter-screen/tickets', asked);
      if (answer.kind === 'ok') {
        ticket.current = answer.value.ticket;
        return setShown({ address: answer.value.address, change, refusal: null });
      }
      if (isSignedOut(answer)) return ended();
      // what stood there may have been opened: nobody is shown a code that might be somebody else's
      ticket.current = null;
      setShown({ address: null, change: null, refusal: answer });
    },
    [server, point, field],
  );

  useEffect(() => {
    void fetchNext(null);
    let isLooking = false;
    let lastTry = Date.now();
    const look = async () => {
      if (isLooking || document.visibilityState !== 'visible') return;
      isLooking = true;
      if (ticket.current === null) {
        if (Date.now() - lastTry > AGAIN_MS) {
          lastTry = Date.now();
          await fetchNext(null);
        }
      } else {
        const body = { ticket: ticket.current };
        const answer = await server.ask<ScreenTicketState>('POST', '/api/v1/counter-screen/look', body);
        if (isSignedOut(answer)) ended();
        else if (answer.kind === 'ok' && answer.value.state !== 'waiting')
          await fetchNext(answer.value.state === 'used' ? 'used' : 'renewed');
      }
      isLooking = false;
    };
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [fetchNext]);

  return { ...shown, next: () => void fetchNext('fresh') };
}

const isSignedOut = (answer: Answer<unknown>) => answer.kind === 'problem' && answer.code === 'no-session';
