import type { ComparedItem, PaperBatchView } from '../../../shared/wire/paper.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import type { Page } from '../../read-page.ts';
import { usePaperWords } from '../../text/use-paper-words.ts';
import { writeCount, writeDecimal } from '../../text/write-number.ts';

interface DrawnFormsProps {
  readonly batch: PaperBatchView;
  readonly go: (page: Page) => void;
}

/** The drawn tenth: which forms wait for somebody, and how often two entries differed. */
export function DrawnForms({ batch, go }: DrawnFormsProps) {
  const { paper, language } = usePaperWords();
  const words = paper.second;
  const { compared, differing, twice, alone } = batch;
  const say = (count: number) => writeCount(count, language);
  const nameOf = (item: ComparedItem['item']) =>
    typeof item === 'string'
      ? paper.keying.about[item]
      : item === 0
        ? paper.keying.overall
        : paper.keying.question(String(item));
  const items = batch.items.filter((item) => item.differing > 0);
  return (
    <section aria-labelledby="paper-second">
      <h2 id="paper-second">{words.title}</h2>
      <p class="help">{words.lead}</p>
      {batch.drawn === 0 && <p class="nothing">{words.none}</p>}
      {batch.drawnForms.length > 0 && (
        <ul class="drawn-forms">
          {batch.drawnForms.map(({ number, state, isOwn, differences }) => (
            <li key={number}>
              <b>{words.number(say(number))}</b>{' '}
              <span>
                {state === 'differs' ? words.states.differs(say(differences.length)) : words.states[state]}
              </span>
              {state !== 'done' && batch.mayKey && (
                <PageLink
                  page={{
                    kind: 'paper',
                    id: `${batch.id}.${state === 'waiting' ? 'again' : 'paper'}.${number}`,
                  }}
                  go={go}
                >
                  {state === 'waiting' ? words.key : words.decide}
                  <span class="unseen">: {words.number(say(number))}</span>
                </PageLink>
              )}
              {state === 'waiting' && isOwn && <small>{words.own}</small>}
            </li>
          ))}
        </ul>
      )}
      {twice > 0 && (
        <p>
          {words.twice(say(twice))} {alone > 0 && words.alone(say(alone))}{' '}
          {compared > 0 &&
            words.rate(say(differing), say(compared), writeDecimal((100 * differing) / compared, language))}
        </p>
      )}
      {items.length > 0 && (
        <DataTable
          caption={words.table}
          columns={[words.columns.item, words.columns.differing, words.columns.compared]}
          rows={items.map((item) => ({
            key: String(item.item),
            cells: [nameOf(item.item), say(item.differing), say(item.compared)],
          }))}
        />
      )}
    </section>
  );
}
