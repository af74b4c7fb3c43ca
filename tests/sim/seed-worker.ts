import { parentPort, workerData } from 'node:worker_threads';
import { makeTemplate } from './sim-server.ts';
import { installBrowser } from './sim-browser.ts';
import { simulateSeed } from './simulate-seed.ts';

/** A thread of `run-seeds.ts`: simulates the seeds it is sent, one after another. */
const { submissions } = workerData as { readonly submissions: number };
const port = parentPort!;
installBrowser();
const template = await makeTemplate();

async function simulate(seed: number): Promise<void> {
  try {
    port.postMessage({ seed, ...(await simulateSeed(template, seed, submissions)) });
  } catch (error) {
    const { name, message, stack } = error as Error;
    const why = name === 'LawBroken' ? message : (stack ?? message);
    port.postMessage({ seed, submissions: 0, faults: new Map(), why });
  }
}
port.on('message', (seed: number) => void simulate(seed));
port.postMessage('ready');
