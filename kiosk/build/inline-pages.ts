import type { Plugin } from 'vite';
import { squeezed } from './squeeze-script.ts';

/** Puts a page's one script and one style into it: one request until the first question can be answered. */
export function inlinePages(): Plugin {
  return {
    name: 'sipas-inline-pages',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const takeOut = (file: string) => {
        const found = bundle[file.replace(/^\/(kiosk\/)?|^(\.\.?\/)+/, '')];
        if (!found) this.error(`${file} is not in the bundle`);
        return found;
      };
      const taken = new Set<string>();
      const contentOf = (file: string) => {
        const found = takeOut(file);
        taken.add(found.fileName);
        return found.type === 'chunk' ? found : String(found.source);
      };
      for (const page of Object.values(bundle)) {
        if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue;
        // what a page explains about its own code stays in the source
        let html = String(page.source).replace(/^\s*\/\/ .*\n/gm, '');
        html = html.replace(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g, (_tag, file: string) => {
          return `<style>${(contentOf(file) as string).trim()}</style>`;
        });
        let script = '';
        html = html.replace(
          /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/g,
          (_tag, file: string) => {
            const chunk = contentOf(file);
            if (typeof chunk === 'string') return '';
            if (chunk.imports.length > 0)
              this.error(`one chunk a page, but ${file} imports ${chunk.imports.join()}`);
            script += chunk.code;
            return '';
          },
        );
        // A closing tag inside a string would end the script early.
        const code = (await squeezed(script)).replaceAll('</script', '<\\/script');
        page.source = html
          .replace('</body>', () => `<script type="module">${code}</script></body>`)
          .replace(/\n\s*/g, '\n');
      }
      for (const file of taken) delete bundle[file];
      for (const file of Object.values(bundle)) {
        const isWorker = file.type === 'asset' && file.fileName.endsWith('.js');
        if (isWorker) file.source = await squeezed(String(file.source));
      }
    },
  };
}
