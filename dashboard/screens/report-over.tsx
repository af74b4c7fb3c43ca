import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ReportPanelProps } from '../report/report-panel.tsx';
import { useWords } from '../text/use-words.ts';

/** The panel of the report, which comes over the network when it is first asked for. */
export function ReportOver(props: ReportPanelProps) {
  const { words } = useWords();
  const [loaded, setLoaded] = useState<{ readonly Shown: ComponentType<ReportPanelProps> } | 'failed'>();
  useEffect(() => {
    import('../report/report-panel.tsx').then(
      ({ ReportPanel }) => setLoaded({ Shown: ReportPanel }),
      () => setLoaded('failed'),
    );
  }, []);
  if (loaded && loaded !== 'failed') return <loaded.Shown {...props} />;
  return (
    <p class="notice" role="status">
      {loaded ? words.pages.unopened : words.pages.opening}
    </p>
  );
}
