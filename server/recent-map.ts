/** A map that holds so many names at most: a new one takes the place of the one that has not been set for longest. */
export interface RecentMap<V> {
  get(name: string): V | undefined;
  set(name: string, value: V): void;
  delete(name: string): void;
  readonly size: number;
}

export function createRecentMap<V>(most: number): RecentMap<V> {
  // a Map keeps the order in which names were put in
  const values = new Map<string, V>();
  return {
    get: (name) => values.get(name),
    set(name, value) {
      values.delete(name);
      values.set(name, value);
      if (values.size > most) values.delete(values.keys().next().value!);
    },
    delete: (name) => void values.delete(name),
    get size() {
      return values.size;
    },
  };
}
