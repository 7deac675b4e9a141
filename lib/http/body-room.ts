/** What one process takes in of bodies with files, so that many at once end in "wait" and never in no memory. */
type Limits = {
  /** Most bytes that have arrived and are still needed. One body alone always fits. */
  mostBytes: number;
  /** Most bodies of one sender. */
  mostOfOne: number;
  /** Most bodies that are parsed, sealed and stored at once: each is then in memory several times. */
  mostWorked: number;
  /** How long a body waits, unread, before it is refused. */
  longestMs: number;
  /** How long a body arrives before it may have to give way. */
  patienceMs: number;
};

type Held = {
  whose: string | null;
  bytes: number;
  since: number;
  /** From when it has arrived as a whole on. */
  isWhole: boolean;
  isWorked: boolean;
  /** Lets go what was kept of it; null once it had to give way. */
  drop: (() => void) | null;
};

/**
 * Counts bodies by the bytes that have come and not by their number, so that slow lines keep nobody out while their bytes
 * trickle. When another has waited half its time, the one gives way that holds most bytes for longest of those that
 * have been arriving for a while, so that nobody fills the room and then sends no more. What is entered under an id is held until it leaves.
 */
export function bodyRoom({ mostBytes, mostOfOne, mostWorked, longestMs, patienceMs }: Limits) {
  const held = new Map<string, Held>();
  const waiting = new Set<() => void>();

  /** Takes it as soon as it fits; false when it left meanwhile, or waited too long. */
  function taken(id: string, fits: (own: Held) => boolean, take: (own: Held) => void): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (result: boolean) => {
        clearTimeout(timer);
        waiting.delete(look);
        resolve(result);
      };
      const look = () => {
        const own = held.get(id);
        if (!own?.drop) return end(false);
        if (!fits(own)) return;
        take(own);
        end(true);
      };
      const timer = setTimeout(() => end(false), longestMs);
      waiting.add(look);
      look();
    });
  }

  const lookAgain = () => {
    for (const look of [...waiting]) look();
  };

  function giveWay(to: string): void {
    const weightOf = ({ bytes, since }: Held) => bytes * (Date.now() - since);
    const own = held.get(to);
    const [heaviest] = [...held.values()]
      .filter((each) => each !== own && each.drop && !each.isWhole && each.since <= Date.now() - patienceMs)
      .sort((one, other) => weightOf(other) - weightOf(one));
    if (!own || !heaviest || weightOf(heaviest) <= weightOf(own)) return;
    heaviest.drop?.();
    Object.assign(heaviest, { bytes: 0, drop: null });
    lookAgain();
  }

  return {
    enter: (id: string) => {
      const fresh = { whose: null, bytes: 0, since: Date.now(), isWhole: false, isWorked: false };
      held.set(id, { ...fresh, drop: () => {} });
    },
    isIn: (id: string) => held.has(id),
    leave: (id: string) => {
      if (held.delete(id)) lookAgain();
    },
    /**
     * Room for some bytes more of a body.
     * @param drop lets go what was kept of it, when it has to give way
     */
    grow: async (id: string, whose: string, bytes: number, drop = () => {}) => {
      const othersOf = (own: Held) => [...held.values()].filter((each) => each !== own);
      const isTurn = (own: Held) =>
        own.whose !== null || othersOf(own).filter((each) => each.whose === whose).length < mostOfOne;
      const fits = (own: Held) => {
        const ofOthers = othersOf(own).reduce((sum, each) => sum + each.bytes, 0);
        return ofOthers === 0 || ofOthers + own.bytes + bytes <= mostBytes;
      };
      const half = setTimeout(() => {
        const own = held.get(id);
        if (own && isTurn(own)) giveWay(id);
      }, longestMs / 2);
      const isTaken = await taken(
        id,
        (own) => isTurn(own) && fits(own),
        (own) => Object.assign(own, { whose, bytes: own.bytes + bytes, drop }),
      );
      clearTimeout(half);
      return isTaken;
    },
    /** The turn of a body that is whole. */
    work: (id: string) => {
      Object.assign(held.get(id) ?? {}, { isWhole: true });
      return taken(
        id,
        () => [...held.values()].filter(({ isWorked }) => isWorked).length < mostWorked,
        (own) => Object.assign(own, { isWorked: true }),
      );
    },
  };
}

// One copy a process, although the bundler loads this module more than once.
const shared = globalThis as typeof globalThis & { hannaBodies?: ReturnType<typeof bodyRoom> };
// The wait ends before a body that is not read counts as too slow (app/_server/http/slow-body.ts).
shared.hannaBodies ??= bodyRoom({
  mostBytes: 64 * 1024 * 1024,
  mostOfOne: 2,
  mostWorked: 4,
  longestMs: 12_000,
  patienceMs: 30_000,
});

/** The room of this process. What comes through the gate leaves when its answer has ended. */
export const bodies = shared.hannaBodies;
