/** The secret of a link for the set-up of an office, a first account or a new password; it stands behind `#`, so no log ever holds it. */
export interface OneTimeLink {
  readonly purpose: 'invite' | 'reset' | 'set-up';
  readonly secret: string;
}

/** Reads `#invite=…`, `#reset=…` or `#set-up=…`; undefined when the address holds none of them. */
export function readOneTimeLink(hash: string): OneTimeLink | undefined {
  const match = /^#(invite|reset|set-up)=([A-Za-z0-9._~-]{1,256})$/.exec(hash);
  return match ? { purpose: match[1] as OneTimeLink['purpose'], secret: match[2]! } : undefined;
}
