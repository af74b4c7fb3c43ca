import type { HeldWords } from './held-vi.ts';

export const heldEn = {
  title: 'Forms for review',
  lead: 'These forms have reached the server but do not count yet, because something does not fit. You decide about a whole group. Answers are never shown here, and every decision is recorded in the audit log with the name of who made it and the reason.',
  loading: 'Loading…',
  none: 'No forms are waiting for review.',
  total: (count: string, groups: string) =>
    `${count} ${count === '1' ? 'form' : 'forms'} in ${groups} ${groups === '1' ? 'group' : 'groups'}`,
  count: (count: string) => (count === '1' ? '1 form' : `${count} forms`),
  noPoint: 'service point not known',
  noHalf: 'period not known',
  reasons: {
    'newer-protocol': 'The device uses a newer version than the server can read.',
    unreadable: 'The form cannot be read.',
    revoked: 'The form comes from a device that was retired.',
    'unknown-version': 'The server does not have this version of the questionnaire.',
    'unknown-item': 'The form has a question that is not in the published questionnaire, or lacks one.',
    level: 'The form has an answer outside the five levels.',
    'not-begun': 'The overall question was not answered.',
    'unknown-campaign': 'The form belongs to a campaign that the server does not know.',
    'unknown-field': 'The form names a field that the server does not know.',
    'unknown-authority': 'The form names an authority that the server does not know.',
    channel: 'The channel named on the form is not that of its sender.',
    'service-point': 'On the date of the form the device did not stand at the service point named on it.',
    remark: 'The remark does not match its check code on the form.',
    'other-bytes': 'Another form with the same number came first; that one stays as it is.',
  },
  take: 'Include in the results',
  refuse: 'Refuse',
  cannotTake:
    'This group cannot be included in the results: the server could not count it correctly. Leave it, or refuse it.',
  takeWhat: (count: string) =>
    `${count} ${count === '1' ? 'form' : 'forms'} will count in the results of their service point and period. A form with another fault stays held.`,
  refuseWhat: (count: string) =>
    `${count} ${count === '1' ? 'form' : 'forms'} will not count. The original data is kept for its retention time; nothing is deleted now.`,
  note: 'Reason for the decision',
  noteHelp: (least: number) => `At least ${least} characters. It is recorded in the audit log.`,
  noteShort: (least: number) => `Please write the reason, at least ${least} characters.`,
  takeGo: 'Include in the results',
  refuseGo: 'Refuse this group',
  cancel: 'Cancel',
  busy: 'Sending…',
  taken: (count: string) =>
    `${count} ${count === '1' ? 'form has' : 'forms have'} been taken into the results. The decision is in the audit log.`,
  left: (count: string) =>
    `${count} ${count === '1' ? 'form has another fault and stays' : 'forms have another fault and stay'} held.`,
  refused: (count: string) =>
    `${count} ${count === '1' ? 'form has' : 'forms have'} been refused. The decision is in the audit log.`,

  rescue: {
    title: 'Import a rescue file',
    lead: 'When a device can no longer reach the network, staff export an encrypted rescue file from it and copy it here. Importing the same file again changes nothing: every form counts once.',
    choose: 'Choose a rescue file',
    go: 'Import this file',
    reading: 'Reading the file…',
    sending: 'Sending; the server checks every form…',
    missing: 'Please choose a file.',
    wrong:
      'This is not a rescue file of this software. Please choose the file that was exported from the staff page.',
    tooLarge: 'The file is too large to be a rescue file. Please choose another one.',
    foreign:
      'The server cannot open this file: it was changed, is incomplete, or was made for another server. Please copy it from the device again and retry.',
    conflict: (count: string) => `${count} with the number of another form, held for review`,
    unknown: 'The device that made this file is not in your scope.',
    done: (name: string) => `The file of ${name} has been imported`,
    stored: (count: string) => `${count} newly stored`,
    known: (count: string) => `${count} known before`,
    held: (count: string) => `${count} held for review`,
    nothing: 'Nothing changed: the server already had every form in the file.',
    empty: 'The file holds no forms.',
    toHeld: 'See the forms for review',
    another: 'Import another file',
    back: 'Back to the devices',
  },
} satisfies HeldWords;
