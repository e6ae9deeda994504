/** Brings a file of the index: the value it calls `lecternShard` with. */
export type Load = (name: string) => Promise<unknown>;

/** Thrown by `Shards.run` where a file of the index cannot be had or is of another version. */
export class IndexError extends Error {}

/**
 * Files of the index, each loaded when it is first asked for. Work on the index is written as if all were there: what is
 * asked for and missing is noted and stands for nothing, and `run` loads it and repeats the work until nothing was missing.
 * Before a step that would ask for more because of something missing, work calls `settle`.
 */
export class Shards {
  private readonly values = new Map<string, unknown>();
  private readonly loading = new Map<string, Promise<void>>();
  private missing = new Set<string>();

  constructor(private readonly load: Load) {}

  /** What a file holds, as `read` makes it of its value; undefined until it is loaded. */
  get<Value, Read>(name: string, read: (value: Value) => Read): Read | undefined {
    if (!this.values.has(name)) {
      this.missing.add(name);
      return undefined;
    }
    const value = this.values.get(name);
    if (value instanceof Kept) return value.value as Read;
    const kept = new Kept(read(value as Value));
    this.values.set(name, kept);
    return kept.value as Read;
  }

  settle(): void {
    if (this.missing.size > 0) throw new Unsettled();
  }

  async run<Result>(work: () => Result): Promise<Result> {
    for (;;) {
      const result = attempt(work);
      const names = [...this.missing];
      this.missing = new Set();
      if (names.length === 0) return result as Result;
      await Promise.all(names.map((name) => this.bring(name)));
    }
  }

  /** A file that two questions wait for is loaded once. */
  private bring(name: string): Promise<void> {
    const loading = this.loading.get(name) ?? this.load(name).then((value) => { this.values.set(name, value); }).finally(() => this.loading.delete(name));
    this.loading.set(name, loading);
    return loading;
  }
}

class Unsettled extends Error {}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (e) {
    if (e instanceof Unsettled) return undefined;
    throw e;
  }
}

class Kept {
  constructor(readonly value: unknown) {}
}
