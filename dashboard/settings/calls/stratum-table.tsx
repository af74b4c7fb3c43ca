import type { StratumRow } from '../../../shared/wire/call-plans.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useCallsWords } from '../../text/use-calls-words.ts';
import { writeCount } from '../../text/write-number.ts';

interface StratumTableProps {
  readonly strata: readonly (StratumRow & { readonly ended?: number; readonly interviews?: number })[];
}

/** Strata with what there was, why not all could be drawn, and where there is a plan how far it is. */
export function StratumTable({ strata }: StratumTableProps) {
  const { own, language } = useCallsWords();
  const { counts } = own.make;
  const hasProgress = strata.some(({ ended }) => ended !== undefined);
  const drawn = hasProgress ? own.columns.drawn : counts.drawn;
  return (
    <DataTable
      caption={own.plan.strata}
      columns={[
        own.plan.point,
        own.plan.field,
        counts.population,
        counts.noNumber,
        counts.drawnBefore,
        counts.suppressed,
        drawn,
        ...(hasProgress ? [own.columns.ended, own.columns.interviews] : []),
      ]}
      rows={strata.map((row) => ({
        key: `${row.point.id} ${row.field.id}`,
        cells: [
          row.point.name[language],
          row.field.name[language],
          ...[row.population, row.noNumber, row.drawnBefore, row.suppressed, row.drawn].map((value) =>
            writeCount(value, language),
          ),
          ...(hasProgress ? [row.ended ?? 0, row.interviews ?? 0] : []).map((value) =>
            writeCount(value, language),
          ),
        ],
      }))}
    />
  );
}
