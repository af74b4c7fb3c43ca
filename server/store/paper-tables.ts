/** The tables of forms on paper. What is about one form lives in `paper_entries` until its batch is closed. */
export interface PaperTables {
  paper_batches: {
    id: string;
    service_point: string;
    campaign: string;
    field: string | null;
    questionnaire: string;
    version: number;
    form: string;
    language: string;
    half_month: string;
    note: string;
    /** JSON: item numbers of each set of questions. */
    sets: string;
    /** Local days. */
    made: string;
    closed: string | null;
    printed: number;
    /** Forms that were keyed, whatever became of them. */
    keyed: number;
    valid: number;
    under_half: number;
    /** JSON: unusable forms by reason. */
    unusable: string;
    drawn: number;
    twice: number;
    alone: number;
    /** JSON: per question how often two entries were compared, and how often they differed. */
    compared: string;
    /** Which of the present ten forms is keyed a second time; null once it is closed. */
    draws_at: number | null;
  };
  /** `id`: made where it is keyed, and never that of a submission. */
  paper_entries: {
    batch: string;
    id: string;
    state: string;
    /** Written on the paper by hand. */
    number: number | null;
    keyer: string | null;
    /** JSON: what was keyed first, and the second time. */
    first: string | null;
    second: string | null;
  };
  paper_keyers: { batch: string; account: string };
}
