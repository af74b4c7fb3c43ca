import { CODES_MOST } from '../../../shared/code-limits.ts';
import { addDays } from '../../../shared/period.ts';
import { useState } from 'preact/hooks';
import type { CodeRow } from '../../../shared/wire/codes.ts';
import type { FaultAt } from '../../../shared/wire/problem.ts';
import { useCodesWords } from '../../text/use-codes-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { writeCount } from '../../text/write-number.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { DateField } from '../parts/form-fields.tsx';
import type { CodesLink } from './codes-link.ts';
import { PrintAct } from './print-act.tsx';

interface CodeActsProps {
  readonly rows: readonly CodeRow[];
  readonly today: string;
  readonly link: CodesLink;
  readonly ended: () => void;
  /** What was done, and which codes are chosen now. */
  readonly done: (said: string, chosen: readonly string[]) => void;
}

/** Usually long enough to print and to change posters. */
const RENEW_DAYS = 14;

/** What can be done with the chosen codes. */
export function CodeActs({ rows, today, link, ended, done }: CodeActsProps) {
  const { codes, language } = useCodesWords();
  const [ends, setEnds] = useState(addDays(today, RENEW_DAYS));
  const chosen = rows.map(({ code }) => code);
  const renewable = rows.filter(({ state }) => state === 'active').map(({ code }) => code);
  const count = (list: readonly unknown[]) => writeCount(list.length, language);
  const tooMany = (list: readonly string[]): FaultAt[] =>
    list.length > CODES_MOST ? [{ at: 'codes', why: 'too-many' }] : [];
  const faultWords = { codes: codes.tooMany(count(chosen), writeCount(CODES_MOST, language)) };
  return (
    <div class="act-buttons code-acts">
      <PrintAct codes={chosen} link={link} ended={ended} />
      {renewable.length > 0 && (
        <ConfirmAct
          open={codes.renew.open}
          what={
            <>
              <p>{codes.renew.what(count(renewable), ends === '' ? '…' : writeDate(ends))}</p>
              {renewable.length < chosen.length && <p>{codes.renew.none}</p>}
            </>
          }
          go={codes.renew.go}
          check={() => [
            ...tooMany(renewable),
            ...(ends === '' ? [{ at: 'ends', why: 'needed' } as const] : []),
          ]}
          send={() => link.renew(renewable, ends)}
          done={(made) =>
            done(
              codes.renew.done(count(made)),
              made.map(({ code }) => code),
            )
          }
          ended={ended}
          faultWords={faultWords}
        >
          <DateField label={codes.renew.ends} name="ends" value={ends} set={setEnds} min={today} />
        </ConfirmAct>
      )}
      <ConfirmAct
        danger
        open={codes.revoke.open}
        what={<p>{codes.revoke.what(chosen.join(', '))}</p>}
        go={codes.revoke.go}
        check={() => tooMany(chosen)}
        send={() => link.revoke(chosen)}
        done={(gone) => done(codes.revoke.done(count(gone)), [])}
        ended={ended}
        faultWords={faultWords}
      />
    </div>
  );
}
