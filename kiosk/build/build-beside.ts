import { build, type Plugin, type Rolldown, type UserConfig } from 'vite';

/** What is built apart and laid beside a page: neither loads a byte of the other, and both are of one version. */

/** Builds with a configuration of its own while another build runs. */
export async function builtApart(context: Rolldown.PluginContext, config: UserConfig) {
  const built = await build({ ...config, configFile: false, logLevel: 'warn' });
  if (Array.isArray(built) || !('output' in built)) return context.error('one output is expected');
  return built.output;
}

/**
 * The staff's page beside the citizens': built by itself, so that neither loads a byte of the other, and laid into the
 * same folder, so that both are in one offline copy of one version.
 */
export function besidePage(config: () => UserConfig): Plugin {
  return {
    name: 'sipas-beside-page',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const output of await builtApart(this, config())) {
        if (output.fileName in bundle) continue;
        const source = output.type === 'chunk' ? output.code : output.source;
        this.emitFile({ type: 'asset', fileName: output.fileName, source });
      }
    },
  };
}

/**
 * The own phone's first screen as a module that the server calls to put it into its first response: made here of the
 * components with which the page's script draws, so that the script finds what it would have drawn.
 */
export function firstScreenModule(config: () => UserConfig): Plugin {
  return {
    name: 'sipas-first-screen-module',
    enforce: 'post',
    async generateBundle() {
      const [chunk, ...rest] = await builtApart(this, config());
      if (rest.length > 0) this.error('the first screen is one module and nothing beside it');
      this.emitFile({ type: 'asset', fileName: 'first-screen.cjs', source: chunk.code });
    },
  };
}
