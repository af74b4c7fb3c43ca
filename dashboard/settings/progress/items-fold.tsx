import { useState } from 'preact/hooks';
import type { FactorProgress, ItemProgress, UnitItems } from '../../../shared/wire/campaign-progress.ts';
import { DataTable } from '../../parts/data-table.tsx';
import type { Answer, ServerLink } from '../../server-link.ts';
import { useProgressWords } from '../../text/use-progress-words.ts';
import { writeCount } from '../../text/write-number.ts';

interface ItemsFoldProps {
  readonly server: ServerLink;
  readonly campaign: string;
  readonly unit: string;
  readonly ended: () => void;
}

/** Express forms by factor and item, asked for when somebody unfolds it. */
export function ItemsFold({ server, campaign, unit, ended }: ItemsFoldProps) {
  const { own } = useProgressWords();
  const words = own.items;
  const [answer, setAnswer] = useState<Answer<UnitItems> | null>(null);
  async function load(): Promise<void> {
    const asked = new URLSearchParams({ unit });
    const found = await server.ask<UnitItems>(
      'GET',
      `/api/v1/campaigns/${encodeURIComponent(campaign)}/items?${asked}`,
    );
    if (found.kind === 'problem' && found.code === 'no-session') return ended();
    setAnswer(found);
  }
  return (
    <details onToggle={(toggle) => toggle.currentTarget.open && void load()}>
      <summary>{words.title}</summary>
      {answer === null && <p>{own.loading}</p>}
      {answer !== null && answer.kind !== 'ok' && <p role="alert">{words.failed}</p>}
      {answer?.kind === 'ok' && <Items found={answer.value} />}
    </details>
  );
}

function Items({ found: { factors, needed } }: { readonly found: UnitItems }) {
  const { own, language, say } = useProgressWords();
  const words = own.items;
  const write = (count: number) => writeCount(count, language);
  if (factors.every(({ n }) => n === 0)) return <p>{words.none}</p>;
  /** What so many answers are enough for. */
  const enough = (n: number) =>
    n >= needed.margin
      ? words.enough.margin
      : n >= needed.plain
        ? words.enough.plain
        : n >= needed.named
          ? words.enough.named
          : words.enough.few;
  const cellsOf = (name: string, { n, expected }: FactorProgress | ItemProgress) => [
    name,
    n === null ? words.few : write(n),
    n === null ? words.enough.few : enough(n),
    expected === null ? '–' : words.expected(write(expected), enough(expected)),
  ];
  return (
    <>
      <p>{words.needed(write(needed.named), write(needed.plain), write(needed.margin))}</p>
      <DataTable
        caption={words.byFactor}
        columns={words.columns(words.factor)}
        rows={factors.map((factor) => ({ key: factor.code, cells: cellsOf(say(factor.name), factor) }))}
      />
      <details>
        <summary>{words.byItem}</summary>
        <DataTable
          caption={words.itemsNote}
          columns={words.columns(words.item)}
          rows={factors.flatMap(({ items }) =>
            items.map((item) => ({
              key: String(item.number),
              cells: cellsOf(`${item.number}. ${say(item.name)}`, item),
            })),
          )}
        />
      </details>
    </>
  );
}
