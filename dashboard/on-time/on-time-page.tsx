import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Tree } from '../../shared/wire/device.ts';
import type { LateBoard } from '../../shared/wire/late-board.ts';
import type { ScopeUnit } from '../../shared/wire/overview.ts';
import { ADDRESSES } from '../addresses.ts';
import { FreshNotice } from '../parts/fresh-notice.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PageLink } from '../parts/page-link.tsx';
import type { Page } from '../read-page.ts';
import type { ServerLink } from '../server-link.ts';
import '../styles/manage.css';
import '../styles/figures-table.css';
import '../styles/on-time.css';
import { useOnTimeWords } from '../text/use-on-time-words.ts';
import { writeDate } from '../text/write-date.ts';
import { useFresh } from '../use-fresh.ts';
import { BoardBar, nameSpan } from './board-bar.tsx';
import { type BoardChoice, readBoardChoice, writeBoardChoice } from './board-choice.ts';
import { BoardTables } from './board-tables.tsx';
import { BoardTotal } from './board-total.tsx';

/** Lists come in once a day at most. */
const ASK_EVERY_MS = 300_000;

interface OnTimePageProps {
  readonly server: ServerLink;
  readonly units: readonly ScopeUnit[];
  /** Unit of the account. */
  readonly home: string;
  readonly mayImport: boolean;
  readonly ended: () => void;
  readonly showTree: (tree: Tree) => void;
  readonly moved: boolean;
  readonly go: (page: Page) => void;
}

/** The board of late dossiers: how much came on time, where much comes late, and what is overdue. */
export function OnTimePage(props: OnTimePageProps) {
  const { server, units, home, mayImport, ended, showTree, moved, go } = props;
  const { own } = useOnTimeWords();
  const [choice, setChoice] = useState<BoardChoice>(() => readBoardChoice(location.search, units, home));
  const { unit, span, at } = choice;
  useEffect(() => {
    const follow = () => setChoice(readBoardChoice(location.search, units, home));
    globalThis.addEventListener('popstate', follow);
    return () => globalThis.removeEventListener('popstate', follow);
  }, [units, home]);
  const ask = useCallback(
    (signal: AbortSignal) =>
      server.ask<LateBoard>('GET', ADDRESSES.lateBoard(unit, span, at), undefined, signal),
    [server, unit, span, at],
  );
  const fresh = useFresh(ask, ASK_EVERY_MS, ended);
  const board = fresh.value;
  useEffect(() => {
    if (board) showTree(board.unit.tree);
  }, [board?.unit.tree, showTree]);

  function choose(next: BoardChoice): void {
    setChoice(next);
    history.pushState(null, '', writeBoardChoice(next));
  }
  return (
    <main id="main" class="manage on-time" aria-busy={fresh.busy}>
      <PageHead title={own.title} moved={moved}>
        <p class="lead">{own.lead}</p>
      </PageHead>
      <BoardBar units={units} choice={choice} board={board} choose={choose} />
      <FreshNotice fresh={fresh} loading={own.loading} />
      {board && (
        <>
          <section class="sheet" aria-labelledby="board-title">
            <h2 id="board-title">
              {nameSpan(own, board.span.id)}
              {board.span.isRunning && <small> {own.choose.running(writeDate(board.today))}</small>}
            </h2>
            <BoardTotal board={board} />
            {board.units.some(({ source }) => source === null) && mayImport && (
              <p>
                <PageLink page={{ kind: 'dossiers', id: null }} go={go}>
                  {own.toImport}
                </PageLink>
              </p>
            )}
          </section>
          <BoardTables board={board} />
          <ul class="board-notes">
            {own.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <p>
            <PageLink page={{ kind: 'trust' }} go={go}>
              {own.toTrust}
            </PageLink>
          </p>
        </>
      )}
    </main>
  );
}
