import { parseArgs } from 'node:util';
import { BadCall } from './call-fault.ts';
import { type Command, type CommandName, COMMANDS, type OptionName, OPTIONS } from './commands.ts';

/** What was asked, as far as words and options go. */
export interface Call {
  /** Undefined: nothing but the help. */
  readonly name: CommandName | undefined;
  readonly words: readonly string[];
  readonly texts: Readonly<Partial<Record<OptionName, string>>>;
  readonly isAsked: (option: OptionName) => boolean;
}

/** The value of `--lang`, before anything else is looked at: faults are said in that language. */
export const languageAsked = (args: readonly string[]): string | undefined =>
  optionsOf(args).find(({ name }) => name === 'lang')?.value;

/** Throws `BadCall` for what no command knows: whatever it would have done is not begun. */
export function readCall(args: readonly string[]): Call {
  const { positionals } = parse(args);
  const given = optionsOf(args);
  const [first = 'help', ...rest] = positionals;
  const isHelp = first === 'help';
  const named = isHelp ? rest[0] : first;
  if (named !== undefined && !isCommand(named)) throw new BadCall(({ call }) => call.unknownCommand(named));
  const texts: Partial<Record<OptionName, string>> = {};
  for (const option of given) {
    const name = judged(option, named);
    if (Object.hasOwn(texts, name)) throw new BadCall(({ call }) => call.flagTwice(option.rawName));
    texts[name] = option.value ?? '';
  }
  const isAsked = (option: OptionName) => Object.hasOwn(texts, option);
  if (isHelp || isAsked('help'))
    return { name: named, words: [], texts, isAsked: (option) => option === 'help' };
  const command = named && (COMMANDS[named] as Command);
  if (command && rest.length > command.words) throw new BadCall(({ call }) => call.tooManyWords(named));
  return { name: named, words: rest, texts, isAsked };
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false, tokens: true });

type Given = ReturnType<typeof optionsOf>[number];
const optionsOf = (args: readonly string[]) =>
  parse(args).tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));

/** The option's name, where it stands as it must. */
function judged({ name, rawName, value, inlineValue }: Given, command: CommandName | undefined): OptionName {
  if (!isOption(name)) throw new BadCall(({ call }) => call.unknownFlag(rawName));
  const own: readonly OptionName[] = (command && (COMMANDS[command] as Command).options) ?? [];
  if (command && name !== 'lang' && name !== 'help' && !own.includes(name))
    throw new BadCall(({ call }) => call.foreignFlag(rawName, command));
  const isText = OPTIONS[name].type === 'string';
  // `--from --to …`: the second is no value of the first
  if (isText && (value === undefined || value === '' || (!inlineValue && value.startsWith('--'))))
    throw new BadCall(({ call }) => call.flagNeedsValue(rawName));
  if (!isText && inlineValue) throw new BadCall(({ call }) => call.flagTakesNone(rawName));
  if (name === 'lang' && value !== 'vi' && value !== 'en') throw new BadCall(({ call }) => call.language);
  return name;
}
