import type { SaidNationWords } from './said-nation-vi.ts';

export const saidNationEn: SaidNationWords = {
  exportName: 'Name a period and a new file: npm run sipas -- export-tallies report-2026-q1 FILE',
  noProvince: 'At the top of this database stands no province of the bundled list: it hands nothing up.',
  noCampaign: (province, period) => `No campaign of ${province} ran in ${period}.`,
  stillOpen: (period, to) => `${period} runs until ${to}: only a period that has closed is handed up.`,
  exported: (file, province, period, bytes) =>
    `Written to ${file}: what the report of ${province} tells of ${period}, ${bytes} bytes, signed.\n` +
    'It holds nothing that the report withholds. The key by which it is known, for the list of the nation:',
  key: (code, key) => `  ${code} ${key}`,
  name: "Name a period, the list of the provinces' keys and the folder of their files: npm run sipas -- nation report-2026-q1 KEYS FOLDER",
  ending: 'The file ends with .csv, .json or .xlsx.',
  noFiles: (folder) => `There is no file in ${folder}.`,
  notFolder: (folder) => `${folder} is no folder.`,
  period:
    'The period is one such as report-2026-q1, report-2026-h1, report-2026-year, quarter-2026-3 or month-2026-11.',
  keyLine: (line, file) => `Line ${line} of ${file} is not a code and a key.`,
  nothingAdded: (faults) =>
    `${faults.join('\n')}\nNothing was added up. Ask the province for its file anew, or take the file out of the folder: the province is then named as missing.`,
  form: (form, questionnaire, version) => `${form} form, ${questionnaire} ${version}:`,
  area: { I: 'I, public policy', II: 'II, public services' },
  figure: (area, figure, provinces, withheld) =>
    `  ${area}: ${figure}; ${provinces} provinces${withheld.length > 0 ? `; withheld by ${withheld.join(', ')}` : ''}`,
  noFigure: 'no figure',
  share: (share, from, to, n) => `${share} % (95 %: ${from}-${to}; n ${n})`,
  file: (file, why) => `${file} ${why}.`,
  why: {
    notTallies: 'is no file of signed tallies, or was cut short',
    altered: 'was altered on its way: its bytes are not those that were signed',
    otherKind: 'is no file of signed tallies of the kind that this program reads',
    noKey: (code, name) => `is of province ${code} (${name}), of which the list of keys has no key`,
    otherKey: (code, name) => `is not signed by a key that the list has of province ${code} (${name})`,
    line: (line) => `says in line ${line} what no such file says`,
    twice: (province, other) => `is of ${province}, and so is ${other}: of a province one file is added up`,
    otherPeriod: (own, period) => `is about ${own}, and ${period} is added up`,
    early: (day, period, to) => `was made on ${day}, before ${period} had closed (${to})`,
    method: (own, known) =>
      `was counted by version ${own} of the method, and this program knows version ${known}`,
    versions: (own, file, other) => `asks ${own}, and ${file} ${other}: two versions are never added`,
    wording: (own, file) =>
      `asks ${own} with other words than ${file}: they are two questionnaires of one name`,
    formTwice: 'has one form twice',
    figureTwice: (form) => `has one figure of the ${form} form twice`,
    impossible: 'holds sums that no forms can have',
    subtractable: 'tells of its units so much that one to nine forms could be subtracted',
    few: (least) => `tells a figure of fewer than ${least} forms`,
  },
};
