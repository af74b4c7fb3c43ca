/** A letter by e-mail, as those who send and those who write it know it. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * What became of a letter. `refused`: this letter will never be taken; `later`: this one not now; `trouble`: the way to the mail
 * server is blocked, for every letter. `word` is a code of SMTP or of the network, never what the server said: it may quote
 * addresses.
 */
export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'later' | 'trouble'; readonly word: string };

export type SendMail = (letter: Letter) => Promise<Sent>;
