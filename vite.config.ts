import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { type Plugin, type ResolvedConfig, transformWithOxc, type UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Builds one app by name, `SIPAS_APP=kiosk|phone|dashboard`, each on its own: no shared chunks, no lazy chunks on
 * the kiosk. Without a name this is only the configuration of the tests.
 */

const here = import.meta.dirname;
const inHere = (...path: string[]) => join(here, ...path);
const sha256 = (data: string | Uint8Array, digest: 'hex' | 'base64') =>
  createHash('sha256').update(data).digest(digest);
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Package version and a hash of everything an app is made of: two builds of the same sources carry the same name. */
function appVersion(folders: readonly string[]): string {
  const { version } = JSON.parse(readFileSync(inHere('package.json'), 'utf8')) as { version: string };
  const hash = createHash('sha256');
  for (const file of folders.flatMap((folder) => filesIn(inHere(folder)))) {
    if (!file.includes('.test.')) hash.update(relative(here, file)).update(readFileSync(file));
  }
  return `${version}+${hash.digest('hex').slice(0, 8)}`;
}

/** Writes what is used once where it is used, which the build's own minifier does not: 0.4 kB less of the kiosk. */
async function squeezed(code: string): Promise<string> {
  const result = await minify(code, {
    module: true,
    ecma: 2020,
    compress: { passes: 4, pure_getters: true },
    mangle: false,
  });
  return result.code!;
}

/** Puts the page's one script and one style into it: one request until the first question can be answered. */
function inlinePage(): Plugin {
  return {
    name: 'sipas-inline-page',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') return;
      let html = String(page.source);
      const takeOut = (file: string) => {
        const found = bundle[file.replace(/^\/(kiosk\/)?|^\.\//, '')];
        if (!found) this.error(`${file} is not in the bundle`);
        delete bundle[found.fileName];
        return found.type === 'chunk' ? found.code : String(found.source);
      };
      html = html.replace(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g, (_tag, file: string) => {
        return `<style>${takeOut(file).trim()}</style>`;
      });
      let script = '';
      html = html.replace(
        /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/g,
        (_tag, file: string) => {
          script += takeOut(file);
          return '';
        },
      );
      const left = Object.values(bundle).filter(
        (output) => output.type === 'chunk' && output.fileName !== 'sw.js',
      );
      if (left.length > 0)
        this.error(`one chunk a page, but ${left.map((chunk) => chunk.fileName).join()} is left`);
      // A closing tag inside a string would end the script early.
      const code = (await squeezed(script)).replaceAll('</script', '<\\/script');
      page.source = html
        .replace('</body>', () => `<script type="module">${code}</script></body>`)
        .replace(/\n\s*/g, '\n');
    },
  };
}

/**
 * `./en.ts?words` is a dictionary as a JSON file beside the page: a second language costs nothing until it is
 * loaded, and lies in the same offline copy.
 */
function wordsFiles(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'sipas-words-files',
    configResolved: (resolved) => {
      config = resolved;
    },
    async load(id) {
      if (!id.endsWith('?words')) return null;
      const file = id.slice(0, -'?words'.length);
      const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
      const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<
        string,
        object
      >;
      const json = JSON.stringify(Object.values(module)[0]);
      const fileName = `${basename(file, '.ts')}.words.json`;
      const isBuild = config.command === 'build';
      if (isBuild) this.emitFile({ type: 'asset', fileName, source: json });
      const address = isBuild ? config.base + fileName : `data:application/json,${encodeURIComponent(json)}`;
      return `export default ${JSON.stringify(address)}`;
    },
  };
}

/** Gives the service worker its list: every file of the kiosk with the hash that its content must have. */
function precacheList(publicFolder: string): Plugin {
  return {
    name: 'sipas-precache-list',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') return this.error('no service worker');
      const files: Record<string, string> = {};
      for (const [name, output] of Object.entries(bundle)) {
        if (output === worker) continue;
        // The page is asked for by its folder, as people do.
        const url = name === 'index.html' ? './' : name;
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

/** Hashes of the inline code of a page, for the server's Content-Security-Policy. */
function inlineHashes(html: string) {
  const hashesOf = (tag: RegExp) =>
    [...html.matchAll(tag)].map((match) => `sha256-${sha256(match[1]!, 'base64')}`);
  return {
    scripts: hashesOf(/<script(?![^>]*(?:\ssrc=|application\/json))[^>]*>([\s\S]*?)<\/script>/g),
    styles: hashesOf(/<style[^>]*>([\s\S]*?)<\/style>/g),
  };
}

/** After the files are written: `csp.json`, and compressed copies beside every text. */
function finishFolder(folder: string): Plugin {
  return {
    name: 'sipas-finish-folder',
    enforce: 'post',
    closeBundle() {
      const html = readFileSync(join(folder, 'index.html'), 'utf8');
      for (const file of filesIn(folder)) {
        if (!/\.(html|js|css|json|svg|webmanifest)$/.test(file)) continue;
        const data = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(data, { level: 9 }));
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        );
      }
      writeFileSync(join(folder, 'csp.json'), JSON.stringify(inlineHashes(html)));
    },
  };
}

/** Elements by `h`: children are arguments and not properties, and no second runtime is loaded. */
const jsx: UserConfig = { oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } } };
const importsOfJsx: Plugin = {
  name: 'sipas-imports-of-jsx',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith('.tsx') ? `import { h, Fragment } from 'preact';${code}` : null),
};
const define = (folders: readonly string[]) => ({ __APP_VERSION__: JSON.stringify(appVersion(folders)) });
const proxy = { '/api': `http://localhost:${process.env['PORT'] ?? 8080}` };

function app(name: string, config: UserConfig): UserConfig {
  const outDir = inHere('dist', name);
  const build = {
    outDir,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    ...config.build,
  };
  return {
    ...jsx,
    publicDir: false,
    server: { proxy },
    ...config,
    build,
    plugins: [importsOfJsx, ...(config.plugins ?? []), finishFolder(outDir)],
  };
}

/**
 * At its start idb gives every database shortcuts and every store an iterator. The kiosk works through transactions
 * alone, and the type of its database knows no shortcuts either.
 */
const UNUSED_OF_IDB = ['replaceTraps'];

const apps: Readonly<Record<string, () => UserConfig>> = {
  kiosk: () =>
    app('kiosk', {
      root: inHere('kiosk'),
      base: '/kiosk/',
      publicDir: inHere('public'),
      define: define(['kiosk', 'shared', 'public']),
      plugins: [wordsFiles(), inlinePage(), precacheList(inHere('public'))],
      build: {
        target: ['chrome108', 'safari16.4'],
        rolldownOptions: {
          treeshake: { manualPureFunctions: UNUSED_OF_IDB },
          input: { index: inHere('kiosk', 'index.html'), sw: inHere('kiosk', 'offline', 'worker.ts') },
          output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
        },
      },
    }),
  phone: () =>
    app('phone', {
      root: inHere('kiosk', 'phone'),
      define: define(['kiosk', 'shared']),
      plugins: [inlinePage()],
      build: {
        target: ['chrome87', 'safari14'],
        rolldownOptions: { input: inHere('kiosk', 'phone', 'index.html') },
      },
    }),
  dashboard: () =>
    app('dashboard', {
      root: inHere('dashboard'),
      base: '/dashboard/',
      define: define(['dashboard', 'shared']),
      build: { rolldownOptions: { input: inHere('dashboard', 'index.html') } },
    }),
};

export default defineConfig(() => {
  const name = process.env['SIPAS_APP'];
  if (name === undefined) {
    const test = {
      include: ['{shared,kiosk,server,dashboard,tests,launch}/**/*.test.{ts,tsx}'],
      exclude: ['**/node_modules/**', 'tests/e2e/**'],
    };
    return { ...jsx, define: { __APP_VERSION__: '"0.0.0-test"' }, test };
  }
  const make = apps[name];
  if (!make) throw new Error(`SIPAS_APP is ${Object.keys(apps).join(', ')}; not ${name}`);
  return make();
});
