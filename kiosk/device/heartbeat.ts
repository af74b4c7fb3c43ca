import type { Heartbeat } from '../../shared/wire/device.ts';
import type { ServerApi } from './server-api.ts';

/** Faults since the last heartbeat that arrived, each named once. */
export interface FaultLog {
  add(fault: string): void;
  list(): string[];
  forget(sent: readonly string[]): void;
}

const FAULTS_MOST = 20;
const FAULT_LENGTH_MOST = 40;

export function faultLog(): FaultLog {
  const faults = new Set<string>();
  return {
    add(fault) {
      if (faults.size < FAULTS_MOST) faults.add(fault.slice(0, FAULT_LENGTH_MOST));
    },
    list: () => [...faults],
    forget(sent) {
      for (const fault of sent) faults.delete(fault);
    },
  };
}

export interface HeartbeatFacts extends Omit<Heartbeat, 'faults'> {
  readonly faults: FaultLog;
  /** Faults that last: they are told each time. */
  readonly standing?: readonly string[];
}

/** The state of the device as it is now; a lost or doubled heartbeat changes nothing. */
export async function sendHeartbeat(api: ServerApi, facts: HeartbeatFacts): Promise<void> {
  const { faults, standing = [], ...rest } = facts;
  const told = [...new Set([...standing, ...faults.list()])].slice(0, FAULTS_MOST);
  const heartbeat: Heartbeat = { ...rest, faults: told };
  const reply = await api.post('/api/v1/heartbeats', JSON.stringify(heartbeat));
  if (reply.kind === 'answer' && reply.status < 300) faults.forget(told);
}
