/** How long after its last heartbeat a process still takes itself for listening. */
const LISTENING_MS = 12_000;

type State = {
  /** When the process last knew that it is notified of changes: milliseconds of `performance.now()`. */
  confirmedAt: number;
  /** How often each thing was invalidated, by its name; and how often everything was. */
  counts: Map<string, number>;
  all: number;
};

// One state a process, also when the bundler loads this module more than once.
const shared = globalThis as typeof globalThis & { hannaCache?: State };

function state(): State {
  shared.hannaCache ??= { confirmedAt: Number.NEGATIVE_INFINITY, counts: new Map(), all: 0 };
  return shared.hannaCache;
}

/** Whether the process would be notified of a change now. */
export const isListening = (): boolean => performance.now() - state().confirmedAt < LISTENING_MS;

/** Notifications arrive at this moment. Those of the time before, if there was one without, may have been missed. */
export function confirmListening(): void {
  if (!isListening()) state().all++;
  state().confirmedAt = performance.now();
}

/** Changes may be missed from now on. */
export function endListening(): void {
  state().confirmedAt = Number.NEGATIVE_INFINITY;
}

/** What is cached of this, anywhere in the process, is read again. */
export function invalidate(name: string): void {
  const { counts } = state();
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

export type CacheAges = {
  /** How long at most while the process is notified of changes, in milliseconds. */
  listening: number;
  /** The same while it is not. */
  otherwise: number;
};

/**
 * A value that rarely changes, cached in the process until it does (db/listen.ts). Never for what is about one person,
 * nor for what is sealed: a process serves everybody.
 */
export class Cached<T> {
  #entry: { value: Promise<T>; version: string; at: number } | null = null;

  /** @param sources names of what it is read from; a change of any of them invalidates it */
  constructor(
    private readonly sources: readonly string[],
    private readonly ages: CacheAges,
    private readonly load: () => Promise<T>,
  ) {}

  /** The cached value, or one that is read now; many who ask at a time wait for one reading. A failure is not cached. */
  get(): Promise<T> {
    const { counts, all } = state();
    // Taken before reading: what changes meanwhile makes the entry old as soon as it is there.
    const version = [all, ...this.sources.map((name) => counts.get(name) ?? 0)].join(" ");
    const age = isListening() ? this.ages.listening : this.ages.otherwise;
    const now = performance.now();
    const cached = this.#entry;
    if (cached && cached.version === version && now - cached.at < age) return cached.value;
    const entry = { value: this.load(), version, at: now };
    this.#entry = entry;
    entry.value.catch(() => {
      if (this.#entry === entry) this.#entry = null;
    });
    return entry.value;
  }
}
