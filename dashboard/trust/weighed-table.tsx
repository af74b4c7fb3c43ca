import { type AgainstDossiers, WEIGHED_BY, type Weighed } from '../../shared/wire/against-dossiers.ts';
import { DataTable } from '../parts/data-table.tsx';
import { FiguresTable } from '../parts/figures-table.tsx';
import { ScoreText } from '../parts/score-text.tsx';
import type { AgainstWords } from '../text/against-vi.ts';
import { useWords } from '../text/use-words.ts';
import { writeCount, writeInterval, writePercent } from '../text/write-number.ts';

interface WeighedTableProps {
  readonly own: AgainstWords;
  readonly weighed: AgainstDossiers['weighed'];
}

/** The headline with the second figure beside it, and below them the shares without which it must not be read. */
export function WeighedTable({ own, weighed }: WeighedTableProps) {
  const columns = own.weighedColumns;
  const service = weighed.find(({ group }) => group === 'II');
  return (
    <>
      <FiguresTable
        caption={own.weighed}
        columns={[columns.group, columns.plain, ...WEIGHED_BY.map((by) => columns.by[by])]}
        rows={weighed.map(({ group, plain, by }) => ({
          key: group,
          cells: [
            own.groups[group],
            <ScoreText key="plain" score={plain} why />,
            ...WEIGHED_BY.map((each) => <WeighedText key={each} own={own} weighed={by[each]} />),
          ],
        }))}
      />
      {service &&
        WEIGHED_BY.map((by) => <Shares key={by} own={own} name={columns.by[by]} weighed={service.by[by]} />)}
    </>
  );
}

interface OneProps {
  readonly own: AgainstWords;
  readonly weighed: Weighed;
}

function WeighedText({ own, weighed }: OneProps) {
  const { words, language } = useWords();
  if ('not' in weighed) return <span class="muted">{own.not[weighed.not]}</span>;
  const { percent, low, high, n } = weighed;
  return (
    <span class="score">
      <b>{writePercent(percent, language)}</b> <span>{writeInterval(low, high, language)}</span>{' '}
      <span class="n">{words.n(writeCount(n, language))}</span>
    </span>
  );
}

function Shares({ own, name, weighed }: OneProps & { readonly name: string }) {
  const { language, say } = useWords();
  if ('not' in weighed) return null;
  const title = own.shares(name);
  return (
    <details class="shares-used">
      <summary>{title}</summary>
      <DataTable
        caption={title}
        columns={own.shareColumns}
        rows={weighed.rows.map((row) => {
          const named = row.name ? say(row.name) : own.others;
          return {
            key: named,
            cells: [
              row.hasMore && row.name ? own.more(named) : named,
              writeCount(row.returned, language),
              writePercent(row.dossierPercent, language),
              writeCount(row.n, language),
              writePercent(row.formPercent, language),
            ],
          };
        })}
      />
    </details>
  );
}
