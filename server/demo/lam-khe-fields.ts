/** Decided by the Department of Justice, wherever the citizen hands them in. */
export const JUSTICE: readonly string[] = ['ls', 'cc', 'dg', 'qtv', 'tpl', 'tg', 'nqt', 'hg'];

export type Shares = readonly (readonly [field: string | null, weight: number])[];

/** What people come for; null = the field was not chosen. Of the province centre's dossiers 12 % are justice. */
export const FIELD_SHARES: Readonly<Record<'commune' | 'province', Shares>> = {
  commune: [
    ['ht', 28],
    ['ct', 33],
    ['dd', 15],
    ['bt', 12],
    ['kd', 4],
    ['xd', 3],
    [null, 5],
  ],
  province: [
    ['nn', 40],
    ['xd', 24],
    ['nv', 19],
    ['nqt', 5],
    ['cc', 4],
    ['ls', 3],
    [null, 5],
  ],
};
