import type { ReceiptKind } from '../shared/wire/batch.ts';
import type { RandomBytes } from '../shared/ids.ts';
import type { Assets } from './assets.ts';
import type { Exporter } from './row-exporter.ts';
import type { Keys } from './keys.ts';
import type { SendMail } from './letter.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';
import type { Together } from './store/together.ts';

/** Everything the application needs from outside; clock, chance and store are arguments, never modules. */
export interface Deps {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** The platform's cryptographic generator in production. */
  readonly random: RandomBytes;
  /** The server's own keys: signatures, rescue files, secrets at rest. */
  readonly keys: Keys;
  readonly log: Log;
  /** Built pages; undefined in tests that speak to the API alone. */
  readonly assets: Assets | undefined;
  /** The address people use, without a slash at its end. */
  readonly publicUrl: string;
  /** Proxies besides this machine whose X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[];
  /** Bytes left where the data lie; undefined: nobody looks. */
  readonly freeBytes?: () => number;
  /** Hears what became of each form, for counts. */
  readonly receipted?: (kind: ReceiptKind) => void;
  /** What a program shows that reads metrics; undefined: only programs of this machine may. */
  readonly metricsToken?: string | undefined;
  /** Undefined: no e-mail is sent. */
  readonly mail?: { readonly send: SendMail; readonly from: string };
  /** How files of rows are read; undefined: in this process, as tests do. */
  readonly exporter?: Exporter;
  /** With other instances over the same database; undefined: this process has it for itself. */
  readonly together?: Together;
  /** Aborted when the server stops: streams end then, or they would keep it waiting. */
  readonly stopping?: AbortSignal;
}
