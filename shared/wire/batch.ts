import * as v from 'valibot';

/**
 * The wire of submissions, protocol 1. A Batch is only the parcel that is sent; the receipts say what became
 * of each submission in it. A device trusts an answer only when it is JSON with `sys: "sipas"` and names the
 * submission's id: a portal page, a proxy's 200 or a half answer marks nothing as sent.
 */
export const PROTO = 1;
export const SYS = 'sipas';
export const BATCH_MOST = 50;
export const BATCH_MOST_BYTES = 256 * 1024;
export const REMARK_MOST = 300;

/** Submission bytes; a remark and its salt travel beside them, so that both can be deleted later. */
export const ItemSchema = v.strictObject({
  p: v.pipe(v.string(), v.minLength(2), v.maxLength(4096)),
  remark: v.optional(
    v.strictObject({
      salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      text: v.pipe(v.string(), v.minLength(1), v.maxLength(REMARK_MOST)),
    }),
  ),
});
export type BatchItem = v.InferOutput<typeof ItemSchema>;

const items = v.pipe(v.array(ItemSchema), v.minLength(1), v.maxLength(BATCH_MOST));

export const BatchSchema = v.object({
  proto: v.pipe(v.number(), v.integer(), v.minValue(1)),
  dev: v.pipe(v.string(), v.maxLength(64)),
  app: v.pipe(v.string(), v.maxLength(32)),
  epoch: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  items,
});
export type Batch = v.InferOutput<typeof BatchSchema>;

/** 128 random bits in base64url. */
export const TicketSchema = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));

/**
 * What a citizen's own phone sends: a walk-up code names the service point, or a ticket in its place. Each is written out:
 * what two of them share would stand in every tablet's page, which cannot even read it.
 */
export const PhoneSchema = v.union([
  v.object({
    proto: v.pipe(v.number(), v.integer(), v.minValue(1)),
    ticket: TicketSchema,
    items: v.pipe(v.array(ItemSchema), v.length(1)),
  }),
  v.object({
    proto: v.pipe(v.number(), v.integer(), v.minValue(1)),
    code: v.pipe(v.string(), v.maxLength(20)),
    items: v.pipe(v.array(ItemSchema), v.length(1)),
  }),
]);
export type PhoneParcel = v.InferOutput<typeof PhoneSchema>;

/** `conflict` means to a device what `held` means: kept on the server, shown, not sent again. */
export const RECEIPT_KINDS = ['stored', 'dup', 'conflict', 'held'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** Id (the leaf where no id can be read) and kind. */
export type Receipt = readonly [id: string, kind: ReceiptKind];

export const ReceiptsSchema = v.object({
  sys: v.literal(SYS),
  proto: v.number(),
  /** Replaced by each restore of the server: what is not safe is then offered again. */
  epoch: v.string(),
  /** The server's clock, ms since 1970: devices learn their offset from it. */
  now: v.number(),
  receipts: v.array(v.tuple([v.string(), v.picklist(RECEIPT_KINDS)])),
  /** Last seal of this device inside a verified off-machine backup; 0 = none. */
  safeSeal: v.number(),
  /** Lowest app version that may go on collecting. */
  minApp: v.string(),
  /** So many parcels wait that several of one sender at once only keep others waiting: one at a time. Left out otherwise. */
  crowded: v.optional(v.literal(true)),
});
export type Receipts = v.InferOutput<typeof ReceiptsSchema>;
