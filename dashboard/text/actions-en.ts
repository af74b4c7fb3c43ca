import type { ActionWords } from './actions-vi.ts';

export const actionsEn = {
  heading: 'Actions',
  cancel: 'Cancel',
  busy: 'Sending…',
  name: 'Name of the device',
  nameHelp:
    'For example: Kiosk at the entrance. The tablet shows this name when it is enrolled, so that no two are mixed up.',
  nameMissing: 'Please give the device a name.',
  nameLong: (most: number) => `The name is too long: at most ${most} characters.`,
  point: 'Service point',
  pointChoose: '– Choose a service point –',
  pointMissing: 'Please choose a service point.',
  pointSame: 'The device stands there already. Please choose another one.',
  holder: 'Kind of device',
  holderNone: 'Tablet at a counter',
  holderPhone: (name: string) => `Telephone of ${name}`,
  holderHelp:
    'This official interviews people face to face with it and sees no results. When the account is closed, the device is retired at once.',
  starts: 'From',
  startsMissing: 'Please choose a day, today or later.',
  note: 'Reason (kept in the history of the device)',
  noteMissing: 'Please write a reason, so that those who come later understand.',

  add: {
    title: 'Add a device',
    lead: 'Give it a name and a place. This page then shows a code to enrol the tablet; it works once, within 10 minutes.',
    submit: 'Make the device and its code',
    noPoints: 'There is no service point in your scope yet. Please ask your administrator.',
    refused:
      'The device was not added: this service point has no campaign yet, or has closed. Please make a campaign first, or choose another one.',
  },
  code: {
    open: 'Make an enrolment code',
    what: 'The device is not enrolled. The new code works once, within 10 minutes; an older one stops working at once.',
    go: 'Make an enrolment code',
  },
  again: {
    open: 'Enrol again (new key)',
    what: 'For a device whose data was cleared, that may have been copied, or that can no longer send. It gets a new key once the code is entered; until then it keeps the old one. Counts and history stay.',
    go: 'Make a code to enrol again',
  },
  replace: {
    open: 'Replace with another tablet',
    what: 'A new device is added at the same service point, with a code of its own. The old one goes out of service: it takes no new forms but still sends what it has. Retire it when it has sent everything.',
    go: 'Add the replacement',
  },
  move: {
    open: 'Move',
    what: 'From the chosen day on, forms of the device count for the new service point. Forms of earlier days, late ones too, stay with the old one. No form is lost.',
    go: 'Move the device',
    refused: 'Not moved: this service point will have closed by that day, or the device has just changed.',
    done: (point: string, day: string) => `Noted: the device belongs to ${point} from ${day}.`,
  },
  stop: {
    open: 'Take out of service',
    what: 'The device stops asking people, but still sends what it has taken. It can be put back at any time.',
    go: 'Take out of service',
    done: 'Out of service. The device stops at its next contact.',
  },
  start: {
    open: 'Put back into service',
    what: 'The device asks people again from its next contact on.',
    go: 'Put back into service',
    done: 'Back in service.',
  },
  pin: {
    open: 'Change the PIN',
    what: 'The PIN opens the staff page on the device. The new one takes effect at the next contact; until then the old one works.',
    go: 'Make a new PIN',
    show: 'New PIN',
  },
  seen: {
    open: 'Seen',
    what: 'Marks the refused seals and the held forms of this device as seen. Their alarms end and the server goes on taking; a new one lights the lamp again. Nothing is deleted.',
    go: 'Mark as seen',
    done: 'Marked as seen.',
  },
  retire: {
    open: 'Retire for good',
    what: 'This cannot be undone. The device stops taking forms. What it still sends is held for review: it does not count until somebody decides, and nothing is thrown away.',
    waiting: (count: string) =>
      `At its last contact ${count} ${count === '1' ? 'form was' : 'forms were'} still on the device. It is better to let it send them first.`,
    sure: 'I have read this and want to retire the device',
    sureMissing: 'Please tick this box if you are sure.',
    go: 'Retire the device',
    done: 'Retired. The device stays in the list for reference.',
  },
  refused: 'The server did not accept this. The device may just have changed; please check and try again.',

  sheet: {
    title: (name: string) => `Enrol the tablet: ${name}`,
    onlyHere:
      'This address opens on the server itself only. For another tablet the operator sets the address that people use (PUBLIC_URL) and starts the server again.',
    step1: 'On the tablet, open Chrome and go to',
    step2: 'Enter this code (capitals or small letters)',
    step3: 'Compare the device name and the service point shown on the tablet, then confirm.',
    orScan: 'Or scan this QR code with the camera of the tablet',
    qrLabel: 'QR code with the address and the enrolment code',
    left: (clock: string) => `The code works for ${clock}`,
    over: 'The code has expired.',
    spent: 'This code no longer works: it was entered wrongly too often, or there is a newer one.',
    fresh: 'Make a new code',
    used: 'The tablet is enrolled. The code no longer works.',
    pin: 'PIN of the staff page',
    pinOnce: 'The PIN is shown this once. Please write it down for whoever looks after the device.',
    close: 'Done, to the page of the device',
    once: 'The code is shown on this page only and works once. If you leave the page, make a new one.',
  },
} satisfies ActionWords;
