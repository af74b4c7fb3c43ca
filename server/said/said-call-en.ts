import type { SaidCallWords } from './said-call-vi.ts';

export const saidCallEn: SaidCallWords = {
  unknownCommand: (name) => `There is no command "${name}". What there is: npm run sipas -- help`,
  unknownFlag: (flag) => `There is no option ${flag}.`,
  foreignFlag: (flag, command) =>
    `The command ${command} has no option ${flag}. How it is called: npm run sipas -- ${command} --help`,
  flagNeedsValue: (flag) => `Behind ${flag} stands a value.`,
  flagTakesNone: (flag) => `The option ${flag} takes no value.`,
  flagTwice: (flag) => `The option ${flag} stands twice.`,
  language: 'Behind --lang stands vi or en.',
  tooManyWords: (command) =>
    `There are too many words behind ${command}. A name with spaces stands in quotation marks. How it is called: npm run sipas -- ${command} --help`,
  sayOne: (calls) => (calls.length > 1 ? `Say one of: ${calls.join('; ')}.` : `Say: ${calls.join('')}.`),
  fileMissing: (file) => `There is no file ${file}.`,
  missing: (path) => `There is no ${path}.`,
  notReadable: (file) => `The file ${file} cannot be read. Check its path and the right to read it.`,
  fileThere: (file) => `${file} is there already. Name a new file.`,
  notWritable: (file) =>
    `${file} cannot be written. Check that its folder is there and may be written, or choose another place.`,
  writtenTo: (file) => `Written to ${file}.`,
  noUnit: (unit) => `There is no unit ${unit}. "npm run sipas -- invite" lists them.`,
  noPoint: (point) => `There is no service point ${point}. "npm run sipas -- device" lists them.`,
  noPoints: 'There is no service point yet. Set up an office first: npm run sipas -- set-up-link',
};
