import { timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Context, Hono } from 'hono';
import type { NotReady } from '../../shared/wire/problem.ts';
import { isFromThisMachine } from '../caller-address.ts';
import type { Deps } from '../deps.ts';
import { createMinimumGap } from '../minimum-gap.ts';
import { ProblemError } from '../problem.ts';
import { RELEASE } from '../release.ts';
import { hashSecret } from '../secrets.ts';
import type { Work } from './count-work.ts';
import { gauge, metricText, type Sample } from './metric-text.ts';
import { readState } from './read-state.ts';

/** The state of nights and devices is read no more often. */
const READ_MS = 15_000;

/**
 * Figures about the machine, for Prometheus. Without METRICS_TOKEN only a program of this machine gets them, and not through
 * the proxy; with it whoever shows the token. To everybody else the address does not exist.
 */
export function metricRoutes(
  deps: Deps,
  { work, notReady }: { readonly work: Work; readonly notReady: () => Promise<readonly NotReady[]> },
): Hono {
  const routes = new Hono();
  const state = createMinimumGap(
    () => READ_MS,
    () => readState(deps).catch((): Sample[] => []),
  );
  let delay: ReturnType<typeof monitorEventLoopDelay> | undefined;

  routes.get('/metrics', async (c) => {
    if (!mayRead(c, deps.metricsToken)) throw new ProblemError('not-found');
    const reasons = await notReady();
    if (!delay) {
      delay = monitorEventLoopDelay({ resolution: 20 });
      delay.enable();
    }
    const text = metricText([
      ...ofProcess(delay),
      ...ofReadiness(reasons),
      ...work.samples(),
      ...(await state()),
    ]);
    delay.reset();
    return c.body(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  return routes;
}

function mayRead(c: Context, token: string | undefined): boolean {
  if (token === undefined) return isFromThisMachine(c);
  const shown = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  // equal lengths, so that the time taken tells nothing
  return timingSafeEqual(Buffer.from(hashSecret(shown)), Buffer.from(hashSecret(token)));
}

function ofProcess(delay: ReturnType<typeof monitorEventLoopDelay>): Sample[] {
  const { user, system } = process.cpuUsage();
  return [
    gauge('sipas_build_info', 'The version that runs.', [{ labels: { version: RELEASE.version }, value: 1 }]),
    gauge('process_resident_memory_bytes', 'Memory of this process.', process.memoryUsage.rss()),
    {
      name: 'process_cpu_seconds_total',
      help: 'Time that this process has computed.',
      type: 'counter',
      values: [{ value: (user + system) / 1e6 }],
    },
    gauge('process_uptime_seconds', 'How long this process has run.', process.uptime()),
    gauge(
      'nodejs_eventloop_lag_p99_seconds',
      'So long work had to wait for its turn, but for one in a hundred, since metrics were last read.',
      delay.count === 0 ? [] : delay.percentile(99) / 1e9,
    ),
  ];
}

const REASONS: readonly NotReady[] = ['stopping', 'database', 'disk', 'clock'];

const ofReadiness = (reasons: readonly NotReady[]): Sample[] => [
  gauge('sipas_ready', 'Whether forms can be taken.', reasons.length === 0 ? 1 : 0),
  gauge(
    'sipas_not_ready',
    'Why forms cannot be taken.',
    REASONS.map((reason) => ({ labels: { reason }, value: reasons.includes(reason) ? 1 : 0 })),
  ),
];
