import { useState } from 'preact/hooks';
import type { DemoContents } from '../../shared/wire/first-run.ts';
import { ConfirmAct } from '../settings/parts/confirm-act.tsx';
import { useFirstRunWords } from '../text/use-first-run-words.ts';
import { writeCount } from '../text/write-number.ts';
import type { FirstRunLink } from './first-run-link.ts';

interface DemoPanelProps {
  readonly link: FirstRunLink;
  readonly demo: DemoContents | null;
  readonly ended: () => void;
  /** Asks the server what there is now. */
  readonly refresh: () => void;
}

/** The invented province, as long as it is there: what removing it removes, and that real data stay. */
export function DemoPanel({ link, demo, ended, refresh }: DemoPanelProps) {
  const { run, language } = useFirstRunWords();
  const [removed, setRemoved] = useState(false);
  if (removed) return <p class="notice done">{run.demo.removed}</p>;
  if (!demo) return null;
  const count = (value: number) => writeCount(value, language);
  const counts = run.demo.counts(
    count(demo.units),
    count(demo.points),
    count(demo.devices),
    count(demo.submissions),
  );
  return (
    <section class="sheet demo-panel">
      <h2>{run.demo.title}</h2>
      <p>{run.demo.there(counts)}</p>
      <div class="act-list">
        <ConfirmAct
          danger
          open={run.demo.open}
          what={<p>{run.demo.what(counts, count(demo.accounts))}</p>}
          go={run.demo.go}
          send={() => link.removeDemo()}
          done={() => {
            setRemoved(true);
            refresh();
          }}
          ended={ended}
        />
      </div>
    </section>
  );
}
