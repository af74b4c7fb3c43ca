import type { Language } from '../../shared/questionnaire.ts';

/** By `--lang`, else by the language of the terminal where it is English, else Vietnamese. */
export function languageOf(asked: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const named = asked || environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return named.toLowerCase().startsWith('en') ? 'en' : 'vi';
}
