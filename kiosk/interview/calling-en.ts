import type { callsVi } from './calling-vi.ts';

export const callsEn: typeof callsVi = {
  title: 'Interview by telephone',
  open: 'Call by telephone',
  openSome: 'Call by telephone ({n})',
  list: {
    title: 'People to call',
    due: 'Asked to be called now',
    queues: { sample: 'Sample', late: 'Late cases' },
    promised: 'To be called back later',
    empty: 'There is nobody to call. The list comes by itself when there is a network.',
    closed: 'Outside the hours for calls. They begin again at {time}.',
    waiting: 'Nobody can be called just now. People stand here again when it is their turn.',
    unknownTime:
      'The device is not sure what time it is, so it offers no call. Please go online for a moment.',
    unsent: '{n} outcomes of calls wait. They are sent when there is a network.',
    until: 'The numbers stay on this device until the end of {day}.',
    home: 'Back to the first page',
  },
  times: { today: '{time} today', other: '{time} on {day}' },
  call: {
    noProcedure: 'Case without a procedure',
    attempt: 'Call {at} of {of}',
    returned: 'Result given on {day}',
    place: 'Received at',
    day: 'Result given on',
    code: 'Case number',
    dial: 'Call {number}',
    answered: 'Somebody has answered',
    outcome: 'Another outcome',
    notCalled: 'I have not called',
    back: 'Back to the list',
    ownCounter:
      'This case was handled at your own counter: a colleague should call. If you go on, this is recorded with the call.',
    notNow: 'Nobody may be called just now. The case stands on the list again when it is time.',
  },
  later: 'Call back',
  outcome: {
    title: 'How did the call end?',
    text: 'Each call has exactly one outcome; once recorded, it cannot be changed.',
    unfinished: 'The call of {time} has no outcome yet. Please record it before the next call.',
    final: 'The case ends here, and the number is erased from this device.',
    groups: { reached: 'Talked to', missed: 'Not reached', wrong: 'Not the right person or number' },
    save: 'Record the outcome',
  },
  promise: {
    title: 'When to call back?',
    day: 'Day',
    hour: 'Time',
    none: 'No further call is allowed: there have been enough calls, or calls on enough days. Please tell the person that the office will not call again.',
    today: 'Today',
    save: 'Record the time',
    saveNone: 'Record the outcome',
  },
  over: {
    refused: {
      title: 'The refusal has been recorded',
      text: 'Please thank the person. The number has been erased from this device, and the office will not call again.',
    },
    promised: { title: 'The time has been recorded', text: 'The device reminds you at {time}.' },
    again: {
      title: 'The outcome has been recorded',
      text: 'The case stands on the list again when it may be called.',
    },
    final: {
      title: 'The outcome has been recorded',
      text: 'The case is closed. The number has been erased from this device.',
    },
  },
  notSaved: 'This could not be kept on the device. Please try again.',
};
