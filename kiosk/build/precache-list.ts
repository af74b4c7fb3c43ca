import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { filesIn } from './files-in.ts';
import { squeezed } from './squeeze-script.ts';

const sha256 = (data: string | Uint8Array, digest: 'hex' | 'base64') =>
  createHash('sha256').update(data).digest(digest);

/** Gives the service worker its list: every file of the kiosk with the hash that its content must have. */
export function precacheList(publicFolder: string): Plugin {
  return {
    name: 'sipas-precache-list',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') return this.error('no service worker');
      const files: Record<string, string> = {};
      for (const [name, output] of Object.entries(bundle)) {
        // The reader of codes is asked for at enrolment, where there is a network.
        if (output === worker || name.includes('/read-qr-')) continue;
        // A page is asked for by its folder, as people do.
        const url = name === 'index.html' ? './' : name.replace(/\/index\.html$/, '/');
        files[url] = `sha256-${sha256(output.type === 'chunk' ? output.code : output.source, 'base64')}`;
      }
      for (const file of filesIn(publicFolder)) {
        // The system takes icons and manifest when the app is installed; offline it does without them.
        if (/\.png$|\.webmanifest$|icon\.svg$/.test(file)) continue;
        files[relative(publicFolder, file).split(sep).join('/')] =
          `sha256-${sha256(readFileSync(file), 'base64')}`;
      }
      const version = sha256(worker.code + JSON.stringify(files), 'hex').slice(0, 12);
      worker.code = await squeezed(`const __PRECACHE__=${JSON.stringify({ version, files })};${worker.code}`);
    },
  };
}
