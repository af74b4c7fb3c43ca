/** Access codes of programs. Days only: when a program asks says nothing about anybody's answer, and is nobody's business. */
export interface ApiTokenTables {
  api_tokens: {
    id: string;
    secret_sha256: string;
    name: string;
    /** The top of what it opens. */
    unit: string;
    /** JSON: scopes. */
    scopes: string;
    made_by: string;
    made: string;
    /** Last day on which it opens anything. */
    until: string;
    last_used: string | null;
    revoked: string | null;
  };
}
