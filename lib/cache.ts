/** How long after its last heartbeat a process counts as subscribed. */
const LISTENING_MS = 12_000;

type State = {
  /** Last time the process knew that it receives notifications, as `performance.now()`. */
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

/** Notifications arrive now. After a gap, earlier ones may have been missed, so everything is invalidated. */
export function confirmListening(): void {
  if (!isListening()) state().all++;
  state().confirmedAt = performance.now();
}

/** Marks that notifications may be missed. */
export function endListening(): void {
  state().confirmedAt = Number.NEGATIVE_INFINITY;
}

/** Invalidates everything in the process that was read from this source. */
export function invalidate(name: string): void {
  const { counts } = state();
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

export type CacheAges = {
  /** Maximum age while the process receives notifications, in milliseconds. */
  listening: number;
  /** Maximum age without notifications. */
  otherwise: number;
};

/**
 * A value that rarely changes, cached in the process until it does (db/listen.ts). Never for data of one person
 * or encrypted data, because a process serves everybody.
 */
export class Cached<T> {
  #entry: { value: Promise<T>; version: string; at: number } | null = null;

  /** @param sources names of what it is read from; a change of any of them invalidates it */
  constructor(
    private readonly sources: readonly string[],
    private readonly ages: CacheAges,
    private readonly load: () => Promise<T>,
  ) {}

  /** The cached value, or one that is read now. Concurrent callers share one read. Failures are not cached. */
  get(): Promise<T> {
    const { counts, all } = state();
    // Taken before the read, so that a change in between makes the new entry stale at once.
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
