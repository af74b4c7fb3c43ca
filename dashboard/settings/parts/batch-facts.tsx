/** What is known of a batch: terms and their values. */
export function BatchFacts({
  facts,
}: {
  readonly facts: readonly (readonly [term: string, value: string])[];
}) {
  return (
    <dl class="batch-facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
