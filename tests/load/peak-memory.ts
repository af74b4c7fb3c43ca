import { readFileSync } from 'node:fs';

/** The largest memory that a process has had, in kB; 0 when it has ended. Linux. */
export function peakOf(pid: string | number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** That of the largest of the processes that this one has started. */
export function peakOfChildren(): number {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  return Math.max(0, ...children.filter(Boolean).map(peakOf));
}
