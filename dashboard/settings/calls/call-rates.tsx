import type { Rate } from '../../../shared/aapor.ts';
import type { PlanView, RateRow } from '../../../shared/wire/call-plans.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useCallsWords } from '../../text/use-calls-words.ts';
import { writeCount, writePercent } from '../../text/write-number.ts';

/** AAPOR's rates of a plan, of its units and of its interviewers, each with what was divided by what. */
export function CallRates({ plan }: { readonly plan: PlanView }) {
  const { own, language } = useCallsWords();
  const words = own.rates;
  const { whole } = plan;
  if (whole.cases === 0) return null;
  const nameOf = ({ name }: RateRow) => name?.[language] ?? words.nobody;
  return (
    <section class="call-rates">
      <h2>{words.title}</h2>
      <p class="help">{words.lead}</p>
      {plan.closed === null && <p class="notice">{words.open}</p>}
      <RateTable
        caption={words.byUnit}
        who={words.unit}
        rows={[{ name: words.whole, row: whole }, ...plan.units.map((row) => ({ name: nameOf(row), row }))]}
      />
      <RateTable
        caption={words.byInterviewer}
        who={words.interviewer}
        rows={plan.interviewers.map((row) => ({ name: nameOf(row), row }))}
      />
      <p class="help">{words.interviewerHelp}</p>
      <details>
        <summary>{words.formulae}</summary>
        <dl class="formulae">
          {whole.rates.map(({ code }) => (
            <div key={code}>
              <dt>{words.names[code]}</dt>
              <dd>{words.formula[code]}</dd>
            </div>
          ))}
        </dl>
        <ul>
          {(['I', 'P', 'R', 'NC', 'O', 'NE', 'UO'] as const).map((group) => (
            <li key={group}>{`${words.groups[group]}: ${writeCount(whole.groups[group], language)}`}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

interface RateTableProps {
  readonly caption: string;
  /** Heading of the names. */
  readonly who: string;
  readonly rows: readonly { readonly name: string; readonly row: RateRow }[];
}

function RateTable({ caption, who, rows }: RateTableProps) {
  const { own, language } = useCallsWords();
  const words = own.rates;
  const cell = ({ code, numerator, denominator, percent }: Rate) => (
    <span key={code}>
      {percent === null ? '—' : writePercent(percent, language)}
      <small>{`${writeCount(numerator, language)}/${writeCount(denominator, language)}`}</small>
    </span>
  );
  return (
    <DataTable
      caption={caption}
      columns={[who, words.cases, ...(rows[0]?.row.rates ?? []).map(({ code }) => words.names[code])]}
      rows={rows.map(({ name, row }, index) => ({
        key: String(index),
        cells: [name, writeCount(row.cases, language), ...row.rates.map(cell)],
      }))}
    />
  );
}
