import { type Reply, SEND_TIMEOUT_MS } from '../../kiosk/device/reply.ts';
import type { Timeline } from './timeline.ts';

/** What a network does to a request, and how often (of a hundred). */
const FAULTS = [
  ['lost', 12], // the request never arrives
  ['answer-lost', 12], // the server has committed, its answer never comes
  ['twice', 8], // delivered again, at once
  ['again-later', 8], // delivered again minutes later, after other batches
  ['portal', 6], // a login page says 200
  ['portal-json', 4], // some JSON that is not ours says 200
  ['broken', 6], // 502 from a proxy
  ['cut', 6], // half of the answer arrives
] as const;

export interface Line {
  /** Posts over the bad line; the server may see the request not at all, once or twice. */
  readonly post: (body: string) => Promise<Reply>;
  /** From now on the line does what it should. */
  mend(): void;
}

export function badLine(
  deliver: (body: string) => Promise<Reply>,
  chance: () => number,
  time: Timeline,
): Line {
  let isMended = false;
  const fault = () => {
    let dice = chance() * 100;
    for (const [name, share] of FAULTS) if ((dice -= share) < 0) return name;
    return undefined;
  };
  const silence = async (): Promise<Reply> => {
    await time.sleep(SEND_TIMEOUT_MS);
    return { kind: 'timeout' };
  };
  return {
    mend: () => {
      isMended = true;
    },
    async post(body) {
      await time.sleep(Math.floor(chance() * 2_000));
      if (isMended) return deliver(body);
      switch (fault()) {
        case 'lost':
          return chance() < 0.5 ? silence() : { kind: 'unreachable' };
        case 'answer-lost':
          await deliver(body);
          return silence();
        case 'twice': {
          const [first, second] = await Promise.all([deliver(body), deliver(body)]);
          return chance() < 0.5 ? first : second;
        }
        case 'again-later':
          time.later(60_000 + chance() * 600_000, () => void deliver(body));
          return deliver(body);
        case 'portal':
          return { kind: 'answer', status: 200, body: '<!doctype html><title>Welcome</title>' };
        case 'portal-json':
          return { kind: 'answer', status: 200, body: '{"ok":true,"receipts":[]}' };
        case 'broken':
          return { kind: 'answer', status: 502, body: 'Bad gateway' };
        case 'cut': {
          const reply = await deliver(body);
          return reply.kind === 'answer'
            ? { ...reply, body: reply.body.slice(0, reply.body.length >> 1) }
            : reply;
        }
        default:
          return deliver(body);
      }
    },
  };
}
