/** Of everything that names a field or procedure: what a submission may hold. */
const CODE = /^[A-Za-z0-9_.-]{1,32}$/;
/** National codes have six digits behind the point. A spreadsheet that reads one as a number drops its last zeros. */
const SHORTENED = /^\d\.\d{1,5}$/;

/** Whether a field or procedure may be given this code. */
export function isFieldCode(text: string): boolean {
  return CODE.test(text) && !SHORTENED.test(text);
}
