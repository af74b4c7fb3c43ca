import type { LanguagesWords } from './languages-vi.ts';

export const languagesEn: LanguagesWords = {
  title: 'Languages and voices',
  lead: 'Each language is a pack of texts and recordings. The texts of Vietnamese and English are built in; a pack adds their sound. In a real unit a language can be switched on only with all texts, all recordings by a human voice, and a reviewer.',
  loading: 'Loading the languages…',
  onlyTop:
    'Packs are looked after by administrators of the topmost unit. Here you can look at them and choose the order of languages at your own service points.',
  list: 'Languages',
  columns: { name: 'Language', state: 'State', texts: 'Texts', clips: 'Recordings' },
  share: (have, of) => `${have}/${of}`,
  builtIn: 'built in',
  states: {
    enabled: 'On',
    trial: 'On (trial)',
    unfit: 'On, but made for another questionnaire',
    ready: 'Can be switched on',
    begun: 'In preparation',
    silent: 'Texts only, no voice yet',
    empty: 'No contents yet',
  },
  unfit: (made, asked) =>
    `This pack was made for questionnaire ${made}. Campaigns ask questionnaire ${asked}, so tablets do not offer the language until there is a pack for it.`,
  trialNote:
    'This is a trial: a machine’s voice, or not reviewed. It is for demonstration and training only.',

  missing: {
    title: 'Still missing',
    nothing: 'Nothing is missing: this pack can be used in a real unit.',
    about: {
      reviewer: 'name of the reviewer',
      date: 'day of the review',
      province: 'province',
      dialect: 'dialect',
      voice: 'a human voice',
    },
    texts: (count) => `${count} of the texts`,
    clips: (count) => `${count} of the recordings`,
    keys: 'Show the key of everything that is missing',
    needed: (what) => `To switch it on in a real unit it lacks: ${what}.`,
    neededTrial: (what) =>
      `To switch the trial on it lacks: ${what}. A trial needs every text; recordings may be missing.`,
  },

  enable: {
    open: 'Switch this language on',
    what: 'The tablets of all service points fetch this pack at their next contact and offer the language once they hold all of it. A service point with an order of its own offers only what stands in that order.',
    go: 'Switch on',
    done: 'Switched on.',
  },
  disable: {
    open: 'Switch this language off',
    what: 'From their next contact on, tablets no longer offer the language (Vietnamese and English: no longer speak). Texts and recordings stay here. Submissions that were sent do not change.',
    go: 'Switch off',
    done: 'Switched off.',
  },
  carry: {
    open: (version) => `Carry over to questionnaire ${version}`,
    texts: (have, of) => `${have} of ${of} texts`,
    clips: (have, of) => `${have} of ${of} recordings`,
    what: (kept) =>
      `Keeps ${kept}: those whose source is word for word the same in the new questionnaire. The others are dropped and named as missing; export the pack first. It has to be reviewed and switched on anew, and no longer serves the old questionnaire.`,
    go: 'Carry over',
    done: 'Carried over. What is missing stands below.',
  },
  remove: {
    open: 'Remove the contents',
    what: (texts, clips) =>
      `Removes ${texts} texts and ${clips} recordings from the server; tablets no longer offer the language from their next contact on. They cannot be brought back unless the pack was exported. Submissions that were sent do not change.`,
    go: 'Remove',
    done: 'The contents have been removed.',
  },
  exportPack: 'Export the pack (ZIP)',
  exportHelp:
    'The ZIP holds the Vietnamese beside each text to translate, the list of recordings with their file names, and instructions (in Vietnamese).',
  acts: 'Actions',

  about: {
    title: 'Review and voice',
    lead: 'The reviewer speaks the language well, is not the translator, and has read and heard all of it. When a text or a recording changes, this has to be written down anew.',
    reviewer: 'Name of the reviewer',
    date: 'Day of the review',
    province: 'Province where it is spoken like this',
    dialect: 'Dialect, e.g. White Hmong',
    voice: 'Voice',
    voices: { human: 'A human voice', placeholder: 'A machine’s voice (trial)' },
    noVoice: 'None yet',
    name: 'Name of the language as its speakers write it',
    nameVi: 'Vietnamese name',
    done: 'Saved.',
  },

  take: {
    title: 'Import',
    whole: 'ZIP file of a pack',
    wholeHelp: 'With pack.json, texts.csv and the folder clips; a file exported here has that structure.',
    texts: 'Translation, texts.csv',
    textsHelp: 'Saved from a spreadsheet as CSV UTF-8, with the columns key and text.',
    clips: 'Folder of recordings',
    clipsHelp: 'Each MP3 is named by its key, e.g. item-1.mp3. On a phone you can choose several files.',
    files: 'Or choose MP3 files',
    checking: 'Checking…',
    preview: (name) => `Preview: ${name}`,
    textsAre: (added, changed, same) => `Texts: ${added} new, ${changed} changed, ${same} as before.`,
    clipsAre: (added, changed, same) => `Recordings: ${added} new, ${changed} replaced, ${same} as before.`,
    nothing: 'Nothing changes.',
    unknown: (count) => `${count} names that fit nothing; nothing is taken of them:`,
    stillMissing: (texts, clips) => `After this ${texts} texts and ${clips} recordings are still missing.`,
    losesReview: 'The contents change, so they have to be reviewed anew.',
    isDisabled: 'The language is on and will be switched off until it fulfils the conditions again.',
    write: 'Write into the pack',
    other: 'Choose another file',
    written: 'Written into the pack.',
    faulty: (count) => `${count} things are not right; nothing has been written.`,
    tooLarge: 'The file is too large: a pack has at most 20 MB.',
    notUtf8: 'This is no CSV in UTF-8. Please save it from the spreadsheet as CSV UTF-8.',
    faults: {
      file: 'This file is no ZIP, is damaged, or holds too much.',
      pack: 'pack.json is missing or not right.',
      'pack.questionnaire':
        'The pack was made for a version of the questionnaire that this server does not know.',
      texts: 'texts.csv is not right: it needs the columns key and text, in UTF-8.',
      clips: 'The recordings are too large together: at most 20 MB.',
      text: (key) => `Text “${key}”: keep the words in curly brackets, and do not make it too long.`,
      clip: (key) => `Recording “${key}”: it must be an MP3 of at most 1 MB.`,
    },
  },

  recordings: {
    title: 'Recordings',
    columns: { key: 'Key', says: 'What it says', clip: 'Recording' },
    play: 'Play',
    stop: 'Stop',
    of: (act, key) => `${act}: ${key}`,
    none: 'none yet',
    fault: 'This recording cannot be played.',
  },
  texts: {
    title: 'Texts',
    columns: { key: 'Key', vi: 'Vietnamese', text: 'Translation' },
    none: 'none yet',
  },

  add: {
    open: 'Add another language',
    what: 'A new language begins as an empty pack. Export it then for translating and recording.',
    code: 'Short code in plain small letters, e.g. “giay”',
    done: 'Added.',
  },
  order: {
    title: 'Order at a service point',
    lead: 'Tablets offer the languages in this order. One that is not switched on is left out until it is.',
    point: 'Service point',
    offered: (name) => `Offer ${name}`,
    up: (name) => `Move ${name} up`,
    down: (name) => `Move ${name} down`,
    asEverywhere: 'The default order: all languages that are switched on.',
    own: 'This service point has an order of its own.',
    save: 'Save the order',
    reset: 'Back to the default order',
    done: 'The order has been saved.',
  },
};
