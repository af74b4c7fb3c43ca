/** Counts in memory and their text as Prometheus reads it (exposition format 0.0.4). */
export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly values: readonly { readonly suffix?: string; readonly labels?: Labels; readonly value: number }[];
}

/** A number that only goes up, one for each set of labels. */
export function createCounter(name: string, help: string) {
  const counts = new Map<string, { readonly labels: Labels; value: number }>();
  return {
    add(labels: Labels, step = 1): void {
      const key = JSON.stringify(labels);
      const found = counts.get(key);
      if (found) found.value += step;
      else counts.set(key, { labels, value: step });
    },
    /** `shown`: what is told of a count. */
    sample: (shown: (value: number) => number = (value) => value): Sample => ({
      name,
      help,
      type: 'counter',
      values: [...counts.values()].map(({ labels, value }) => ({ labels, value: shown(value) })),
    }),
  };
}

/** How often something took at most so many seconds, one row of bounds for each set of labels. */
export function createHistogram(name: string, help: string, bounds: readonly number[]) {
  const rows = new Map<string, { readonly labels: Labels; readonly counts: number[]; sum: number }>();
  return {
    observe(labels: Labels, seconds: number): void {
      const key = JSON.stringify(labels);
      const row = rows.get(key) ?? { labels, counts: Array<number>(bounds.length + 1).fill(0), sum: 0 };
      rows.set(key, row);
      const at = bounds.findIndex((bound) => seconds <= bound);
      row.counts[at === -1 ? bounds.length : at]!++;
      row.sum += seconds;
    },
    sample(): Sample {
      const values = [...rows.values()].flatMap(({ labels, counts, sum }) => {
        let all = 0;
        const buckets = [...bounds.map(String), '+Inf'].map((le, i) => {
          all += counts[i]!;
          return { suffix: '_bucket', labels: { ...labels, le }, value: all };
        });
        return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: all }];
      });
      return { name, help, type: 'histogram', values };
    },
  };
}

export const gauge = (name: string, help: string, values: Sample['values'] | number): Sample => ({
  name,
  help,
  type: 'gauge',
  values: typeof values === 'number' ? [{ value: values }] : values,
});

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

export function metricText(samples: readonly Sample[]): string {
  const lines = samples
    .filter(({ values }) => values.length > 0)
    .flatMap(({ name, help, type, values }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...values.map(({ suffix = '', labels = {}, value }) => {
        const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
        return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
      }),
    ]);
  return `${lines.join('\n')}\n`;
}
