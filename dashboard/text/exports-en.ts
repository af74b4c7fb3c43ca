import type { ExportsWords } from './exports-vi.ts';

export const exportsEn: ExportsWords = {
  title: 'Forms for the auditor',
  lead: 'Each row is one form. Only the role “Auditor” may export them; each export is written to the audit log before the file leaves the server. Keep the file safe, never publish it, and do not try to find out who answered.',
  loading: 'Loading…',
  what: 'Kind of file',
  files: {
    csv: ['CSV', 'A ZIP with the table of forms, what it is, the number of forms and SHA-256 checksums.'],
    jsonl: ['JSON Lines', 'Like CSV, one JSON object a line, answers in the order in which they were asked.'],
    xlsx: [
      'Excel (XLSX)',
      'A sheet holds 1,048,576 rows; further rows go on in the next sheet. CSV is better for large tables.',
    ],
    package: [
      'Audit package',
      'The forms as they were answered, with the seals of the devices: proves that none was changed, removed or added (command verify).',
    ],
  },
  all: 'All forms that are stored',
  left: 'The table holds no sex, age, kind of respondent, language, half-day or remarks: set side by side in one row they could give a person away.',
  whole:
    'The package holds every form on this server as it was answered, including what the table leaves out, because only whole forms can be compared with their seals. Never send it by e-mail.',
  begin: 'Export forms',
  running: 'Exporting forms',
  waiting: 'Getting ready…',
  rows: (count) => `${count} forms written.`,
  mayLeave: 'The browser writes the file to this machine by itself; you may leave this page.',
  cancel: 'Stop the export',
  done: (count) =>
    `${count} forms exported. Their number and the SHA-256 checksums stand in manifest.json inside the file.`,
  doneXlsx: (count) =>
    `${count} forms exported. Their number and the SHA-256 checksum stand on the sheet “About” of the file.`,
  cancelled: 'Stopped. The part of the file that was saved is of no use; please delete it.',
  failed:
    'The file did not arrive complete and is of no use; please delete it. The network may have been cut or too slow: try again, or choose a shorter period.',
};
