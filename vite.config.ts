import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Plugin, type ResolvedConfig, transformWithOxc, type UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { besidePage, builtApart, firstScreenModule } from './kiosk/build/build-beside.ts';
import { filesIn } from './kiosk/build/files-in.ts';
import { inlinePages } from './kiosk/build/inline-pages.ts';
import { precacheList } from './kiosk/build/precache-list.ts';
import { squeezed } from './kiosk/build/squeeze-script.ts';

/**
 * Builds one app by name, `SIPAS_APP=kiosk|phone|dashboard|design`, each on its own: no shared chunks, no lazy chunks on
 * the kiosk. Without a name this is only the configuration of the tests.
 */

const here = import.meta.dirname;
const inHere = (...path: string[]) => join(here, ...path);
/** Package version and a hash of everything an app is made of: two builds of the same sources carry the same name. */
function appVersion(folders: readonly string[]): string {
  const { version } = JSON.parse(readFileSync(inHere('package.json'), 'utf8')) as { version: string };
  const hash = createHash('sha256');
  for (const file of folders.flatMap((folder) => filesIn(inHere(folder)))) {
    if (!file.includes('.test.')) hash.update(relative(here, file)).update(readFileSync(file));
  }
  return `${version}+${hash.digest('hex').slice(0, 8)}`;
}

/**
 * `./setup-words.ts?words` is a dictionary as a JSON file beside the page: its words cost nothing until they are
 * loaded, and lie in the same offline copy.
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
      const fileName = `${basename(file, '.ts')}.json`;
      const isBuild = config.command === 'build';
      if (isBuild) this.emitFile({ type: 'asset', fileName, source: json });
      const address = isBuild ? config.base + fileName : `data:application/json,${encodeURIComponent(json)}`;
      return `export default ${JSON.stringify(address)}`;
    },
  };
}

/**
 * `./surroundings.tsx?beside` is a script beside the page: built by itself, so that the page is complete without it, loaded
 * once the first screen stands, and in the same offline copy. The name holds the hash of what it is in the end.
 */
function scriptBeside(config: (input: string) => UserConfig): Plugin {
  let page: ResolvedConfig;
  return {
    name: 'sipas-script-beside',
    configResolved: (resolved) => {
      page = resolved;
    },
    async load(id) {
      if (!id.endsWith('?beside')) return null;
      const input = id.slice(0, -'?beside'.length);
      const [chunk, ...others] = await builtApart(this, config(input));
      if (others.length > 0)
        this.error(`one script is expected, not ${others.map((o) => o.fileName).join()}`);
      for (const source of chunk.moduleIds) this.addWatchFile(source);
      const source = await squeezed(chunk.code);
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      const fileName = `assets/${basename(input).replace(/\.tsx?$/, '')}-${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source });
      return `const address = ${JSON.stringify(page.base + fileName)};
export default () => import(/* @vite-ignore */ address)`;
    },
  };
}

/** Hashes of the inline code of pages, for the server's Content-Security-Policy. */
function inlineHashes(pages: readonly string[]) {
  const html = pages.join('\n');
  const hashesOf = (tag: RegExp) =>
    [...html.matchAll(tag)].map(
      (match) => `sha256-${createHash('sha256').update(match[1]!).digest('base64')}`,
    );
  return {
    scripts: hashesOf(/<script(?![^>]*(?:\ssrc=|application\/json))[^>]*>([\s\S]*?)<\/script>/g),
    styles: hashesOf(/<style[^>]*>([\s\S]*?)<\/style>/g),
  };
}

/** Smaller blocks than Node's own choice: codes fit each stretch of a page better, 0.16 kB of the kiosk's. */
const GZIP = { level: 9, memLevel: 7 };

/** The manifest comes from a folder that no build looks into. */
function withoutSpaces(file: string): string {
  const json = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, json);
  return json;
}

/** After the files are written: `csp.json`, and compressed copies beside every text. */
function finishFolder(folder: string): Plugin {
  return {
    name: 'sipas-finish-folder',
    enforce: 'post',
    closeBundle() {
      const pages = filesIn(folder).filter((file) => file.endsWith('.html'));
      for (const file of filesIn(folder)) {
        if (!/\.(html|js|css|json|svg|webmanifest)$/.test(file)) continue;
        const data = file.endsWith('.webmanifest') ? withoutSpaces(file) : readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(data, GZIP));
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        );
      }
      writeFileSync(
        join(folder, 'csp.json'),
        JSON.stringify(inlineHashes(pages.map((page) => readFileSync(page, 'utf8')))),
      );
    },
  };
}

/** Elements by `h`: children are arguments and not properties, and no second runtime is loaded. */
const jsx: UserConfig = { oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } } };
const importsOfJsx = (from: string): Plugin => ({
  name: 'sipas-imports-of-jsx',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.tsx') ? `import { h, Fragment } from ${JSON.stringify(from)};${code}` : null,
});
/** Screens without state of their own are drawn by our own few lines, pages with state by preact. */
const OWN_DRAWING = inHere('kiosk', 'draw.ts');
const define = (folders: readonly string[]) => ({ __APP_VERSION__: JSON.stringify(appVersion(folders)) });
const proxy = { '/api': `http://localhost:${process.env['PORT'] ?? 8080}` };

function app(name: string, config: UserConfig, drawing = 'preact'): UserConfig {
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
    plugins: [importsOfJsx(drawing), ...(config.plugins ?? []), finishFolder(outDir)],
  };
}

/** What a tablet reads by. */
const LIGHT_SCHEMAS = inHere('kiosk', 'device', 'light-schemas.ts');
/** The tablet's browser floor: from here on there are synchronous file handles, which the journal writes through. */
const TABLET = ['chrome108', 'safari16.4'];

/** The own phone's: as old as the web views that people still scan codes with. */
const OWN_PHONE = ['chrome87', 'safari14'];

/** Every page and worker names each font: its own long name would be first load, and two names the same bytes twice. */
const assetFileNames = 'assets/[hash][extname]';

/** A page of staff beside the citizens', by its folder. */
const staffPage = (folder: 'staff' | 'interview') => (): UserConfig => ({
  ...jsx,
  root: inHere('kiosk'),
  base: '/kiosk/',
  publicDir: false,
  define: define(['kiosk', 'shared', 'public']),
  plugins: [importsOfJsx('preact'), wordsFiles(), scriptBeside(scriptOfTablet), inlinePages()],
  build: {
    target: TABLET,
    write: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: inHere('kiosk', folder, 'index.html'), output: { assetFileNames } },
  },
});

const scriptOfTablet = (input: string): UserConfig => ({
  ...jsx,
  publicDir: false,
  resolve: { alias: { valibot: LIGHT_SCHEMAS } },
  plugins: [importsOfJsx(OWN_DRAWING)],
  build: {
    target: TABLET,
    write: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input, preserveEntrySignatures: 'strict' },
  },
});

const firstScreen = (): UserConfig => ({
  ...jsx,
  publicDir: false,
  define: define(['kiosk', 'shared']),
  plugins: [importsOfJsx(OWN_DRAWING)],
  build: {
    ssr: inHere('kiosk', 'phone', 'first-screen.tsx'),
    write: false,
    rolldownOptions: { output: { format: 'cjs' } },
  },
});

const apps: Readonly<Record<string, () => UserConfig>> = {
  kiosk: () =>
    app(
      'kiosk',
      {
        root: inHere('kiosk'),
        base: '/kiosk/',
        resolve: { alias: { valibot: LIGHT_SCHEMAS } },
        publicDir: inHere('public'),
        define: define(['kiosk', 'shared', 'public']),
        plugins: [
          wordsFiles(),
          scriptBeside(scriptOfTablet),
          inlinePages(),
          besidePage(staffPage('staff')),
          besidePage(staffPage('interview')),
          precacheList(inHere('public')),
        ],
        build: {
          target: TABLET,
          rolldownOptions: {
            input: { index: inHere('kiosk', 'index.html'), sw: inHere('kiosk', 'offline', 'worker.ts') },
            output: {
              entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
              assetFileNames,
            },
          },
        },
      },
      OWN_DRAWING,
    ),
  phone: () =>
    app(
      'phone',
      {
        root: inHere('kiosk', 'phone'),
        define: define(['kiosk', 'shared']),
        plugins: [inlinePages(), firstScreenModule(firstScreen)],
        build: {
          target: OWN_PHONE,
          rolldownOptions: { input: inHere('kiosk', 'phone', 'index.html') },
        },
      },
      OWN_DRAWING,
    ),
  design: () =>
    app(
      'design',
      {
        root: inHere('kiosk', 'design'),
        base: '/design/',
        define: define(['kiosk', 'shared']),
        build: {
          target: TABLET,
          rolldownOptions: {
            input: ['', 'tablet', 'phone'].map((page) => inHere('kiosk', 'design', page, 'index.html')),
          },
        },
      },
      OWN_DRAWING,
    ),
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
