import type { DaysOffWords } from './days-off-vi.ts';

export const daysOffEn: DaysOffWords = {
  title: 'Days off and make-up working days',
  lead: 'On a day off a silent tablet raises no alarm, and forms are marked as outside opening hours. The public holidays of 2026 and 2027 are there already, by article 112 of the Labour Code 2019; what is “expected” must be confirmed by the office when the year’s announcement is out.',
  loading: 'Loading the calendar…',
  none: 'There is no day yet.',
  unit: 'Calendar of',
  unitHelp:
    'The calendar of a unit holds for all units below it, except for days that one of them has entered itself.',
  past: 'Show days that are over too',
  columns: { day: 'Day', name: 'Occasion', kind: 'Kind', standing: 'By', act: 'Action' },
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  kinds: { off: 'Closed', work: 'Make-up working day', usual: 'As any such weekday' },
  likeDay: (weekday) => `Open, hours of a ${weekday}`,
  standings: {
    law: 'Labour Code',
    announced: 'Announcement of the year',
    expected: 'Expected, to be confirmed',
    set: 'Entered by a unit',
  },
  by: (unit) => `Entered by ${unit}`,
  confirm: 'Confirm',
  edit: 'Change',
  reset: 'Back to the shared calendar',
  of: (act, day) => `${act}: ${day}`,
  add: 'Add a day off or a make-up working day',
  editTitle: (day) => `Change ${day}`,
  what: (unit) =>
    `Holds for ${unit} and all units below it. Tablets hear of it when they next call the server, usually within minutes.`,
  day: 'Day',
  dayHelp: 'A closing that nobody foresaw can be entered up to 31 days later.',
  kind: 'That day is',
  kindsMore: {
    off: 'Service points are closed all day.',
    work: 'Open in place of another day, with the hours of the weekday chosen.',
    usual: 'Takes a day off of the shared calendar away: open as usual.',
  },
  like: 'With the hours of',
  name: 'Occasion',
  nameHelp: 'Such as National Day, make-up day for 31 August, moving to another building.',
  go: 'Save in the calendar',
  done: 'Saved in the calendar.',
  resetDone: 'The shared calendar holds again.',
  faults: {
    'day too-early': 'That day was more than 31 days ago and can no longer be entered.',
  },
};
