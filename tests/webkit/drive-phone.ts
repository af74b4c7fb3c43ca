import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { countSubmissions } from '../../server/store/submissions.ts';
import { startProduct } from '../e2e/product.ts';

/**
 * The citizen's own phone in WebKit, the engine of every browser of an iPhone, as Debian packs it (WebKitGTK): one visit
 * to its end and one that is left. No part of `npm test`: it needs `apt-get install webkit2gtk-driver xvfb`, then
 * `node tests/webkit/drive-phone.ts`. It is the engine only: Safari's own bars, storage rules and Zalo's web view on an
 * iPhone are tried by people.
 */
const PORT = 4454;
const DISPLAY = ':97';
const DRIVER = `http://127.0.0.1:${PORT}`;
const [binary] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
if (!binary)
  throw new Error('There is no WebKitGTK here. Next step: apt-get install webkit2gtk-driver xvfb.');

const screen = spawn('Xvfb', [DISPLAY, '-screen', '0', '800x900x24'], { stdio: 'ignore' });
await pause(1_500);
const driver = spawn('WebKitWebDriver', [`--port=${PORT}`], {
  stdio: 'ignore',
  // its own sandbox needs rights that a container does not give
  env: { ...process.env, DISPLAY, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
});
await pause(1_500);

async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
  const answer = await fetch(`${DRIVER}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as {
    value: T & { readonly error?: string; readonly message?: string };
  };
  if (value?.error) throw new Error(`${path}: ${value.error} ${value.message}`);
  return value;
}

const options = { binary, args: ['--automation'] };
const { sessionId, capabilities } = await ask<{
  readonly sessionId: string;
  readonly capabilities: { readonly browserName: string; readonly browserVersion: string };
}>('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } });
const page = `/session/${sessionId}`;
const open = (url: string) => ask('POST', `${page}/url`, { url });
const run = <T>(script: string) => ask<T>('POST', `${page}/execute/sync`, { script, args: [] });

/** Waits until something is there, and taps it where its name is given, as the browser's own driver does. */
async function until(what: string, found: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await found()) return;
    await pause(100);
  }
  throw new Error(
    `${what} did not come; the page says: ${await run<string>('return document.body.innerText')}`,
  );
}
const says = (text: string) =>
  until(text, () => run<boolean>(`return document.body.innerText.includes(${JSON.stringify(text)})`));
async function tap(name: string): Promise<void> {
  const xpath = `//button[normalize-space(.)='${name}']`;
  const found = await ask<Record<string, string>>('POST', `${page}/element`, {
    using: 'xpath',
    value: xpath,
  });
  await ask('POST', `${page}/element/${Object.values(found)[0]}/click`, {});
}

const product = await startProduct('real');
try {
  console.log(`${capabilities.browserName} ${capabilities.browserVersion}, ${binary}`);
  const stored = () => countSubmissions(product.store.read);
  await open(`${product.base}/q/${product.code}`);
  for (let question = 1; question <= 8; question++) {
    await says(`${question}/8`);
    await pause(450);
    await tap('Hài lòng');
  }
  await says('Câu hỏi thêm');
  await pause(450);
  await tap('Bỏ qua phần này');
  await pause(450);
  await tap('Gửi');
  await says('Xin cảm ơn Ông/Bà');
  console.log(`one visit to its end: ${await stored()} stored`);

  await open(`${product.base}/q/${product.code}?again`);
  await says('1/8');
  await pause(450);
  await tap('Bình thường');
  await says('2/8');
  await open(`${product.base}/`);
  await until('the partial submission', async () => (await stored()) === 2);
  await ask('POST', `${page}/back`, {});
  await says('Đã ghi nhận');
  console.log(`left behind the first answer: ${await stored()} stored, and the page stays closed on "back"`);

  await open(`${product.base}/q/2222222222`);
  await says('Không tìm thấy mã này');
  console.log('a code that opens nothing leads to the offices');
} finally {
  await ask('DELETE', page).catch(() => {});
  driver.kill();
  screen.kill();
  await product.stop();
}
