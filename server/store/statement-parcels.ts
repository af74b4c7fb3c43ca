import pg from 'pg';
import { invariant } from '../../shared/assert.ts';

/**
 * What a connection to PostgreSQL is asked in one turn of the event loop goes there in one parcel and comes back in one: the
 * statements one behind the other, one Sync behind all. Promised: they are carried out in the order in which they were asked;
 * behind one that fails nothing of its parcel is carried out, and all of that fails with its fault. What is asked while a
 * parcel is under way goes with the next one.
 *
 * The driver sends each statement by itself and PostgreSQL answers each by itself, described anew: of the twenty statements
 * that take sixteen submissions this was a third of the time of both processors.
 */
export interface Answer {
  readonly command: string;
  readonly rowCount: number;
  readonly rows: unknown[];
}

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Under which the connection has it prepared from then on; '' = it is parsed each time. */
  readonly name: string;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Column {
  readonly name: string;
  readonly read: (text: string) => unknown;
}
type Prepared = Map<string, readonly Column[]>;

export class StatementParcels {
  private waiting: Asked[] = [];
  private isUnderWay = false;
  private readonly prepared: Prepared = new Map();
  private readonly client: pg.ClientBase;

  constructor(client: pg.ClientBase) {
    this.client = client;
  }

  ask(text: string, values: readonly unknown[], name = ''): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ text, values, name, resolve, reject });
      if (this.isUnderWay) return;
      this.isUnderWay = true;
      // runs when whoever asks has come to wait for an answer
      process.nextTick(() => this.send());
    });
  }

  private send(): void {
    const asked = this.waiting;
    this.waiting = [];
    this.isUnderWay = asked.length > 0;
    if (this.isUnderWay) this.client.query(new Parcel(asked, this.prepared, () => this.send()));
  }
}

/** The driver calls its methods, as those of its own queries. */
class Parcel implements pg.Submittable {
  /** The statement that is being answered. */
  private at = 0;
  private columns: readonly Column[] | undefined;
  private rows: unknown[] = [];
  private readonly asked: readonly Asked[];
  private readonly prepared: Prepared;
  /** The driver puts its own around it, which stops the clock. */
  callback: (fault?: unknown) => void;

  constructor(asked: readonly Asked[], prepared: Prepared, ended: () => void) {
    this.asked = asked;
    this.prepared = prepared;
    this.callback = (fault) => {
      for (const { reject } of asked.slice(this.at)) reject(fault);
      this.at = asked.length;
      ended();
    };
  }

  submit(connection: pg.Connection): void {
    const known = new Set(this.prepared.keys());
    // else each message is a way of its own to the operating system
    connection.stream.cork();
    for (const { text, values, name } of this.asked) {
      if (!known.has(name)) {
        // after a fault nobody knows whether it was prepared; closing what there is not is no fault
        if (name) connection.close({ type: 'S', name }, true);
        connection.parse({ text, name, types: [] }, true);
        connection.describe({ type: 'S', name }, true);
        if (name) known.add(name);
      }
      connection.bind({ statement: name, values: values.map(wireValue) }, true);
      connection.execute(null, true);
    }
    connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      read: pg.types.getTypeParser(dataTypeID, 'text'),
    }));
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.columns ??= this.prepared.get(this.asked[this.at]?.name ?? '');
    // of a parcel that was given up because its answer took too long
    if (!this.columns) return;
    const row: Record<string, unknown> = {};
    for (let i = 0; i < fields.length; i++) {
      const { name, read } = this.columns[i]!;
      const text = fields[i]!;
      row[name] = text === null ? null : read(text);
    }
    this.rows.push(row);
  }

  /** `text`: INSERT 0 5, SELECT 3, COMMIT. */
  handleCommandComplete({ text }: { readonly text: string }): void {
    const asked = this.asked[this.at];
    if (!asked) return;
    this.at++;
    const { name, resolve } = asked;
    if (name && !this.prepared.has(name)) this.prepared.set(name, this.columns ?? []);
    const [command = '', ...counts] = text.split(' ');
    resolve({ command, rowCount: Number(counts.at(-1) ?? 0), rows: this.rows });
    this.columns = undefined;
    this.rows = [];
  }

  handleReadyForQuery(): void {
    this.callback();
  }

  handleError(fault: unknown): void {
    this.callback(fault);
  }
}

function wireValue(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || value instanceof Buffer) return value;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.length);
  invariant(['number', 'bigint', 'boolean'].includes(typeof value), 'a value of SQL');
  return `${value as number}`;
}
