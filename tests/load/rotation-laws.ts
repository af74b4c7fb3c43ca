/** R1 and R2, by plain counting; imports nothing of the product. */
const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const SERVICE = [span(24, 26), span(27, 30), span(31, 33), span(34, 36), span(37, 39)];
const POLICY = [span(1, 2), span(3, 4), span(5, 13), span(14, 23)];
/** The blocks in the order in which a visit asks them; of the last one it takes two. */
const BLOCKS = [...SERVICE, POLICY.flat()];
const policyFactor = (item: number) => POLICY.findIndex((factor) => factor.includes(item));

export class RotationLaws {
  readonly drawn = new Map(span(1, 39).map((item) => [item, 0]));
  visits = 0;

  /** One kept visit; throws where it breaks a law. */
  add(items: readonly number[]): void {
    this.visits++;
    const [overall, ...others] = items;
    const [one, other] = others.slice(5);
    if (overall !== 0 || others.length !== 7 || SERVICE.some((block, i) => !block.includes(others[i]!)))
      throw new Error(`visit ${this.visits} is no express visit: ${items.join(' ')}`);
    if (policyFactor(one!) < 0 || policyFactor(other!) < 0 || policyFactor(one!) === policyFactor(other!))
      throw new Error(`R2: visit ${this.visits} asks ${one} and ${other}`);
    for (const item of others) this.drawn.set(item, this.drawn.get(item)! + 1);
    for (const block of BLOCKS) {
      const counts = block.map((item) => this.drawn.get(item)!);
      if (Math.max(...counts) - Math.min(...counts) > 1)
        throw new Error(`R1: after visit ${this.visits} ${block.join()} were drawn ${counts.join()} times`);
    }
  }

  /** What must be left of each block: the items drawn least, unless all are even. */
  rests(): number[][] {
    return BLOCKS.map((block) => {
      const most = Math.max(...block.map((item) => this.drawn.get(item)!));
      return block.filter((item) => this.drawn.get(item)! < most);
    });
  }
}
