/** The secret of a link for a first account or a new password; it stands behind `#`, so no log ever holds it. */
export interface OneTimeLink {
  readonly purpose: 'invite' | 'reset';
  readonly secret: string;
}

/** Reads `#invite=…` or `#reset=…`; undefined when the address holds neither. */
export function readOneTimeLink(hash: string): OneTimeLink | undefined {
  const match = /^#(invite|reset)=([A-Za-z0-9._~-]{1,256})$/.exec(hash);
  return match ? { purpose: match[1] as OneTimeLink['purpose'], secret: match[2]! } : undefined;
}
