import type { ProofFinding } from '../said/said-proof-vi.ts';
import { type Export, groupBy, hash } from './verify-export.ts';

type FindingKind = 'changed' | 'otherName' | 'noEntry';

/** Each certified report: its hash, what it says of itself, the version before it, and the entry that the roots hold. */
export function checkCertified({ certified, entries }: Export, findings: ProofFinding[]): void {
  const entered = new Map(
    entries.flatMap(({ says }) =>
      says.kind === 'certified' ? [[String(says.facts['report']), says.facts] as const] : [],
    ),
  );
  for (const rows of groupBy(certified, ({ unit, period, form }) => `${unit} ${period} ${form}`).values()) {
    let prev: string | null = null;
    for (const [index, row] of rows.toSorted((a, b) => a.version - b.version).entries()) {
      const { unit, period, form, version, document, says } = row;
      const find = (kind: FindingKind) =>
        findings.push(({ certified: words }) => words[kind](words.named(unit, period, form, version)));
      if (hash(`sipas-certified-1\n${document}`) !== row.hash) find('changed');
      const isNamed = [unit, period, form, version, row.day].every(
        (one, at) => one === [says.unit, says.period, says.form, says.version, says.day][at],
      );
      if (!isNamed) find('otherName');
      if (version !== index + 1 || says.prev !== prev)
        findings.push(({ certified: words }) => words.order(words.named(unit, period, form, version), index));
      prev = row.hash;
      // a demonstration's reports go with its tree and are in no root
      if (!entered.delete(row.hash) && says.tree === 'real') find('noEntry');
    }
  }
  for (const { unit, period, form, version } of entered.values())
    findings.push(({ certified: words }) =>
      words.gone(words.named(String(unit), String(period), String(form), Number(version))),
    );
}
