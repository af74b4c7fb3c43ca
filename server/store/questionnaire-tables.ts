/** The tables of questionnaire versions, of those that are not chosen any more, and of those that are being written. */
export interface QuestionnaireTables {
  questionnaires: {
    id: string;
    version: number;
    /** Bytes that never change: submissions name the version for ever. */
    document: string;
    sha256: string;
    /** Whose own version it is; null = it comes with the program and is there in every tree. */
    tree: string | null;
    /** Local day; null = with the program. */
    published: string | null;
  };
  retired_questionnaires: {
    tree: string;
    id: string;
    version: number;
    /** Local day from which no new campaign of the tree may choose it. */
    retired: string;
  };
  questionnaire_drafts: {
    id: string;
    tree: string;
    base: string;
    base_version: number;
    document: string;
    /** Counts the savings: whoever saves says which one they have read. */
    edition: number;
    /** Local day, and the account that saved last. */
    changed: string;
    account: string;
  };
}
