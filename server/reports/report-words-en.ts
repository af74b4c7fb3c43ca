import type { ReportWords } from './report-words-vi.ts';

/** What a report says in English. */
export const reportEn: ReportWords = {
  marks: { real: '', demo: 'DỮ LIỆU MINH HỌA (demonstration data)', training: 'LUYỆN TẬP (training)' },
  withheld: {
    'too-few': 'not enough data to publish (fewer than 10 forms)',
    'no-answers': 'no answers yet',
    'item-below-ten': 'not enough data to publish (an item has fewer than 10 answers)',
    complement: 'not published, so that the answers of a group of fewer than 10 forms cannot be worked out',
  },
  beside: (bounds, forms) => `95\u00a0% interval: ${bounds}; ${forms}`,
  forms: (count) => `${count} forms`,
  fewForms: (count) => `${count} forms, still few`,
  and: ' and ',
  form: { express: 'the express form', full: 'the full form' },
  channels: {
    kiosk: 'tablet at the counter',
    qr: 'QR code at the counter',
    ticket: 'one-time invitation',
    assisted: 'face-to-face interview',
    call: 'telephone interview',
    paper: 'paper form',
  },
  paragraph: {
    begin: (period, dates, unit, form, channels) =>
      `In ${period} (${dates}), ${unit} surveyed the satisfaction of people and organisations with ${form}${channels}.`,
    by: (list) => `, by: ${list}`,
    outIn: (out, received) => `${out} paper forms were handed out; ${received} forms came in by all channels`,
    in: (received) => `${received} forms came in (asked on screens, nothing was handed out)`,
    inAny: (received) => `${received} forms came in by all channels`,
    valid: (valid) => `, ${valid} of them valid`,
    ofShown: (shown) => `; the figures rest on the ${shown} forms published so far`,
    none: 'No form has come in during the period.',
    open: (moment) => `The period has not ended; figures as of ${moment}.`,
    result: (policy, service) => `Result: ${policy} and ${service}.`,
    resultMean: (policy, service) => `Result (mean score ÷ 5 × 100): ${policy} and ${service}.`,
    policy: (share, beside) =>
      `${share} satisfaction with the making and carrying out of policies (${beside})`,
    service: (share, beside) =>
      `${share} satisfaction with the delivery of public administrative services (${beside})`,
    noPolicy: (why) => `satisfaction with the making and carrying out of policies: ${why}`,
    noService: (why) => `satisfaction with the delivery of public administrative services: ${why}`,
    weakest: (first, second) => `The two factors with the lowest results: ${first}; ${second}.`,
    tied: 'The two lowest factors are not named, because several factors have the same result.',
    few: 'Not enough data to name the two factors with the lowest results.',
  },
  change: {
    up: (points) => `up by ${points} points, a clear difference`,
    down: (points) => `down by ${points} points, a clear difference`,
    'not-clear': (points) => `${points} points apart, not enough to say that anything changed`,
  },
  noChange: 'not comparable, because the result of one of the two periods is not published',
  target: {
    met: 'target met',
    'not-met': 'target not met',
    'cannot-tell': 'cannot be told against the target',
  },
};
