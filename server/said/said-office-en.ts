import type { SaidOfficeWords } from './said-office-vi.ts';

export const saidOfficeEn: SaidOfficeWords = {
  office: {
    name: 'Name the office and its service point, each in quotation marks: npm run sipas -- office "UNIT" "SERVICE POINT"',
    kinds: (kinds) => `The kind of unit is one of: ${kinds.join(', ')}.`,
    made: (unit, point, id) => `Set up: ${unit}, ${point} (service point ${id}).`,
    code: (address) => `Walk-up code: ${address}`,
    account: (link) => `First account (one-time link, valid for a day): ${link}`,
    tablet: (point) => `Enrol a tablet: npm run sipas -- device ${point}`,
  },
  catalogue: {
    unknown: 'There is no province of that code ("npm run sipas -- catalogue" lists them).',
    taken: (province, added, there) => `${province}: ${added} units added, ${there} were there.`,
  },
  demo: {
    there:
      'The demo province Lâm Khê is there already. To make it anew: npm run sipas -- demo remove, then demo fill.',
    realAnswers: (forms) =>
      `This database holds ${forms} real forms. Invented ones are never put beside real ones, so nothing was filled. ` +
      'Fill the demo in a place of its own: DATA_DIR=./demo PORT=8090 npm start',
    filling:
      'Filling the demo province Lâm Khê (up to half a minute; a running server takes no forms meanwhile) …',
    filled: (submissions, unitCount, pointCount) =>
      `The demo province Lâm Khê is there: ${submissions} invented submissions, ${unitCount} units, ${pointCount} service points. ` +
      'Every page of it is marked "DỮ LIỆU MINH HỌA".',
    account: (link) => `An account of the demo (one-time link, valid for a day): ${link}`,
    howRemove: 'When it is not needed any more: npm run sipas -- demo remove',
    none: 'There is no demo province here. Nothing was to be removed.',
    removed: (submissions, accounts, devices) =>
      `The demo province is gone, with ${submissions} invented submissions, ${accounts} accounts and ${devices} devices of it. Real data were not touched.`,
  },
  rebuild: {
    equal: (submissions, cells) =>
      `${submissions} submissions counted anew: all ${cells} tallies are equal, byte for byte.`,
    differ: (count, cells, keys) =>
      `${count} of ${cells} tallies differ from a recount. Repair them: npm run sipas -- rebuild\n  ${keys.join('\n  ')}`,
    replaced: (count, submissions, keys) =>
      `${count} tallies differed from a recount of ${submissions} submissions and were replaced:\n  ${keys.join('\n  ')}`,
  },
  tallies: {
    name: 'Name a service point ("npm run sipas -- device" lists them).',
    none: 'There are no tallies of that service point.',
    line: (key, submissions, valid, partial) =>
      `${key}: ${submissions} submissions, ${valid} valid, ${partial} partial`,
  },
  fields: {
    done: (added, changed, ended, same) =>
      `${added} added, ${changed} changed, ${ended > 0 ? `${ended} ended with their field, ` : ''}${same} as they were.`,
    onlyChecked: 'Nothing was written (--check).',
    notUtf8: (file) => `${file} is not UTF-8. Save it as "CSV UTF-8".`,
    refused: 'Nothing was taken in:',
    tooLong: '  The list has more than 5000 lines.',
    head: '  line 1 must name the columns code, name_vi, field and no unknown ones',
    line: (line, column, why) => `  line ${line}${column ? `, ${column}` : ''} ${why}`,
    why: {
      needed: 'is empty',
      'too-long': 'is too long',
      wrong: 'is not of the form that is expected',
      unknown: 'names what is not there',
      taken: 'stands in the list twice',
      order: 'ends before it begins',
      'too-late': 'ends later than its field',
      'too-many': 'has too many cells',
    },
    more: (count) => `  … and ${count} more`,
    field: (code, name, procedures, until) =>
      `  ${code}  ${name}: ${procedures} procedures${until ? `, until ${until}` : ''}`,
    none: 'There are no fields yet: npm run sipas -- fields commune',
  },
  mail: {
    off: 'E-mail is off: MAIL_HOST is not set (docs/operations.md, "E-mail").',
    address: 'Name a plain address: npm run sipas -- mail test ADDRESS',
    sent: 'The mail server has taken the message.',
    refused: (word) =>
      `The message was not sent (${word}). The mail server refuses this address or MAIL_FROM.`,
    later: (word) => `The message was not sent (${word}). The mail server asks to try again later.`,
    trouble: (word) =>
      `The message was not sent (${word}). Check MAIL_HOST, MAIL_PORT, MAIL_TLS, MAIL_USER and the password.`,
    leaves: (host, port, tls, from) => `E-mail leaves by ${host}:${port} (${tls}) from ${from}.`,
    never: 'Nothing has been sent yet.',
    well: (at) => `Last round ${new Date(at).toISOString()}: all went well.`,
    met: (at, trouble) => `Last round ${new Date(at).toISOString()}: ${trouble}.`,
    counts: (waiting, failed) => `Waiting: ${waiting}, given up: ${failed}.`,
  },
};
