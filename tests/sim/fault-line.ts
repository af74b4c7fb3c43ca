import { type Reply, SEND_TIMEOUT_MS } from '../../kiosk/device/reply.ts';
import type { Timeline } from '../flow/timeline.ts';

/** What a network does to a request, and how often (of a thousand) in bad weather. */
const FAULTS = [
  ['lost', 90], // the request never arrives
  ['answer-lost', 100], // the server has committed, its answer never comes
  ['twice', 70], // delivered twice in parallel
  ['again-later', 70], // delivered again minutes later, after other requests
  ['overtaken', 50], // the device gives up waiting, and then it arrives
  ['portal', 50], // a login page says 200
  ['portal-json', 30], // some JSON that is not ours says 200
  ['storm', 60], // 500, 502, 503 or 429 from whatever stands before the server
  ['cut', 50], // half of the answer arrives
  ['truncated', 30], // half of the request arrives
  ['slow', 50], // the answer takes its time
] as const;
export type LineFault = (typeof FAULTS)[number][0];

export type Deliver = (path: string, body: string) => Promise<Reply>;
export interface FaultLine {
  post(path: string, body: string): Promise<Reply>;
  /** `down` reaches nobody, `captive` is a portal, `fair` does what it should. */
  weather: 'fair' | 'bad' | 'down' | 'captive';
  /** Batches that somebody has recorded on the way, newest last. */
  readonly captured: readonly string[];
}

const PORTAL: Reply = { kind: 'answer', status: 200, body: '<!doctype html><title>Welcome</title>' };
const PORTAL_JSON: Reply = { kind: 'answer', status: 200, body: '{"ok":true,"epoch":"x","receipts":[]}' };
const STORM = [500, 502, 503, 429];

export function faultLine(
  deliver: Deliver,
  deps: {
    readonly time: Timeline;
    readonly chance: () => number;
    readonly onFault: (fault: LineFault) => void;
  },
): FaultLine {
  const { time, chance } = deps;
  const captured: string[] = [];

  function draw(): LineFault | undefined {
    let dice = chance() * 1_000;
    for (const [name, share] of FAULTS) if ((dice -= share) < 0) return name;
    return undefined;
  }
  async function silence(): Promise<Reply> {
    await time.sleep(SEND_TIMEOUT_MS);
    return { kind: 'timeout' };
  }
  async function badly(fault: LineFault | undefined, path: string, body: string): Promise<Reply> {
    switch (fault) {
      case 'lost':
        return chance() < 0.5 ? silence() : { kind: 'unreachable' };
      case 'answer-lost':
        void deliver(path, body);
        return silence();
      case 'twice': {
        const [first, second] = await Promise.all([deliver(path, body), deliver(path, body)]);
        return chance() < 0.5 ? first : second;
      }
      case 'again-later':
        time.later(60_000 + chance() * 900_000, () => void deliver(path, body));
        return deliver(path, body);
      case 'overtaken':
        time.later(SEND_TIMEOUT_MS + chance() * 600_000, () => void deliver(path, body));
        return silence();
      case 'portal':
        return PORTAL;
      case 'portal-json':
        return PORTAL_JSON;
      case 'storm':
        return { kind: 'answer', status: STORM[Math.floor(chance() * 4)]!, body: 'try later' };
      case 'cut': {
        const reply = await deliver(path, body);
        return reply.kind === 'answer'
          ? { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length * chance())) }
          : reply;
      }
      case 'truncated':
        return deliver(path, body.slice(0, Math.floor(body.length * chance())));
      case 'slow': {
        const reply = await deliver(path, body);
        const ms = chance() * 1.5 * SEND_TIMEOUT_MS;
        if (ms > SEND_TIMEOUT_MS) return silence();
        await time.sleep(ms);
        return reply;
      }
      default:
        return deliver(path, body);
    }
  }

  return {
    weather: 'bad',
    captured,
    async post(path, body) {
      await time.sleep(20 + Math.floor(chance() * 1_500));
      if (this.weather === 'down') return chance() < 0.3 ? silence() : { kind: 'unreachable' };
      if (this.weather === 'captive') return PORTAL;
      if (path.endsWith('/batches')) {
        captured.push(body);
        if (captured.length > 20) captured.shift();
      }
      const fault = this.weather === 'fair' ? undefined : draw();
      if (fault) deps.onFault(fault);
      return badly(fault, path, body);
    },
  };
}
