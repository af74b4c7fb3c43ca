import { type Export, groupBy, hash } from './verify-export.ts';

/** Each certified report: its hash, what it says of itself, the version before it, and the entry that the roots hold. */
export function checkCertified({ certified, entries }: Export, findings: string[]): void {
  const entered = new Map(
    entries.flatMap(({ says }) =>
      says.kind === 'certified' ? [[String(says.facts['report']), says.facts] as const] : [],
    ),
  );
  for (const rows of groupBy(certified, ({ unit, period, form }) => `${unit} ${period} ${form}`).values()) {
    let prev: string | null = null;
    for (const [index, row] of rows.toSorted((a, b) => a.version - b.version).entries()) {
      const { unit, period, form, version, document, says } = row;
      const name = `Certified report ${unit}, ${period}, ${form}, version ${version}`;
      if (hash(`sipas-certified-1\n${document}`) !== row.hash) findings.push(`${name} was changed.`);
      const isNamed = [unit, period, form, version, row.day].every(
        (one, at) => one === [says.unit, says.period, says.form, says.version, says.day][at],
      );
      if (!isNamed) findings.push(`${name} stands under another name than its document says.`);
      if (version !== index + 1 || says.prev !== prev)
        findings.push(`${name} does not follow version ${index}: one was removed or replaced.`);
      prev = row.hash;
      // a demonstration's reports go with its tree and are in no root
      if (!entered.delete(row.hash) && says.tree === 'real')
        findings.push(`${name} is in no entry: it was inserted or replaced.`);
    }
  }
  for (const { unit, period, form, version } of entered.values())
    findings.push(
      `Certified report ${unit}, ${period}, ${form}, version ${version} was removed or replaced.`,
    );
}
