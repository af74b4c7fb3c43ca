/**
 * What an office's own versions of the questionnaire are called, by the tree in which they hold. Those of the program have
 * other names, so that a later release never meets one of them.
 */
export const OWN_QUESTIONNAIRE = { real: 'donvi', demo: 'minhhoa', training: 'taphuan' } as const;

export const isOwn = ({ id }: { readonly id: string }): boolean =>
  Object.values<string>(OWN_QUESTIONNAIRE).includes(id);
