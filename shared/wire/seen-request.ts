/** How a request reached the server, as `GET /seen` answers it. */
export interface SeenRequest {
  /** `Host` is the one of PUBLIC_URL. */
  readonly host: boolean;
  /** A proxy named a sender. */
  readonly forwarded: boolean;
  /** The sender is believed to be the address that `doctor` made up: anybody could choose theirs. */
  readonly believed: boolean;
}

/** An address of documentation (RFC 5737), which nobody has. */
export const NAMED_BY_DOCTOR = '192.0.2.77';
