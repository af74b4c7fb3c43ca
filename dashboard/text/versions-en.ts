import { isOwn } from '../../shared/own-questionnaire.ts';
import type { VersionName } from '../../shared/questionnaire.ts';
import type { versionsVi } from './versions-vi.ts';

const name = (version: VersionName) =>
  `${isOwn(version) ? 'the office’s own form' : 'the form of the program'}, version ${version.version}`;

const states: (typeof versionsVi)['states'] = {
  same: 'the same questions, comparable',
  reworded: 'the same questions in partly other words, compare with care',
  changed: 'other questions, not comparable',
};

export const versionsEn: typeof versionsVi = {
  name,
  states,
  mark: 'new form',
  change: ({ from, to, policy, service }) =>
    `The survey form changed (dotted upright line): before it ${name(from)}; after it ${name(to)}. Both sides are drawn apart, neither joined nor subtracted. Policy: ${states[policy]}. Service: ${states[service]}.`,
  alsoAsked: (own, others) =>
    `In this period ${others.map(name).join('; ')} was asked too. The figures of the period are of ${name(own)} alone; the chart by month holds those forms as well, drawn apart.`,
};
