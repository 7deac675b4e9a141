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
  /** Within how long a body arrives that keeps room for all of it. One that takes longer may have to give way. */
  patienceMs: number;
};

type Held = {
  /** Null until it has begun, that is, has got room. */
  whose: string | null;
  bytes: number;
  /** What it weighs as a whole, as far as that was announced. */
  whole: number;
  /** When it came, and then when it began. */
  since: number;
  /** From when it has arrived as a whole on. */
  isWhole: boolean;
  isWorked: boolean;
  /** Lets go what was kept of it; null once it was refused or had to give way. */
  drop: (() => void) | null;
};

/** How often a waiting body looks whether there is room by now. */
const LOOKS = 12;

/** The part of its patience for which each body counts as quick, before its rate can be told. */
const GRACE = 10;

/**
 * Counts bodies by the bytes that have come and not by their number, so that slow lines keep nobody out while their bytes
 * trickle. One that comes quickly keeps room for all of it, so that of many that come together the first are taken
 * whole and the others wait unread, instead of all being refused half read. When another has waited half its time, the
 * one gives way that would take longest still, of those that have been arriving for a while, so that nobody fills the
 * room and then sends no more. What is entered under an id is held until it leaves.
 */
export function bodyRoom({ mostBytes, mostOfOne, mostWorked, longestMs, patienceMs }: Limits) {
  const held = new Map<string, Held>();
  const waiting = new Set<() => void>();

  /** Takes it as soon as it fits; false when it left meanwhile, or waited too long. */
  function taken(id: string, fits: (own: Held) => boolean, take: (own: Held) => void): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (result: boolean) => {
        clearTimeout(timer);
        clearInterval(looks);
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
      // A body that has become slow keeps room no more, which nothing tells.
      const looks = setInterval(look, longestMs / LOOKS);
      waiting.add(look);
      look();
    });
  }

  const lookAgain = () => {
    for (const look of [...waiting]) look();
  };

  const othersOf = (own: Held) => [...held.values()].filter((each) => each !== own);
  const ageOf = ({ since }: Held) => performance.now() - since;
  const bytesOf = (some: Held[]) => some.reduce((sum, { bytes }) => sum + bytes, 0);

  /** What a body needs that is whole, or will soon be. */
  function keptFor(each: Held): number {
    if (each.isWhole) return each.bytes;
    if (each.whose === null) return 0;
    const isQuick =
      ageOf(each) <= patienceMs / GRACE || each.bytes >= each.whole * (ageOf(each) / patienceMs);
    return isQuick ? Math.max(each.bytes, each.whole) : 0;
  }

  /** How long a body takes still at the rate at which it came so far; 0 for one that has not begun. */
  const restMsOf = (each: Held) =>
    each.bytes === 0 ? 0 : ageOf(each) * Math.max(0, each.whole / each.bytes - 1);

  /** Lets go a body, so that others get its room before its answer has ended. */
  function refuse(each: Held): void {
    each.drop?.();
    Object.assign(each, { whose: null, bytes: 0, drop: null });
    lookAgain();
  }

  function giveWay(own: Held, bytes: number): void {
    const others = othersOf(own);
    const missing = bytesOf(others) + own.bytes + bytes - mostBytes;
    if (missing <= 0) return;
    const [slowest] = others
      .filter((each) => each.drop && !each.isWhole && ageOf(each) >= patienceMs && each.bytes >= missing)
      .sort((one, other) => restMsOf(other) - restMsOf(one) || other.bytes - one.bytes);
    if (slowest && restMsOf(slowest) >= restMsOf(own)) refuse(slowest);
  }

  return {
    enter: (id: string) => {
      const fresh = {
        whose: null,
        bytes: 0,
        whole: 0,
        since: performance.now(),
        isWhole: false,
        isWorked: false,
      };
      held.set(id, { ...fresh, drop: () => {} });
    },
    isIn: (id: string) => held.has(id),
    leave: (id: string) => {
      if (held.delete(id)) lookAgain();
    },
    /**
     * Room for some bytes more of a body.
     * @param drop lets go what was kept of it, when it has to give way
     * @param whole what it weighs as a whole, for which room is kept while it comes quickly
     * @returns false when it is refused; then nothing of it takes room any more
     */
    grow: async (id: string, whose: string, bytes: number, drop = () => {}, whole = 0) => {
      const isTurn = (own: Held) =>
        own.whose !== null || othersOf(own).filter((each) => each.whose === whose).length < mostOfOne;
      const fits = (own: Held) => {
        const others = othersOf(own);
        const taken = bytesOf(others);
        if (taken === 0) return true;
        if (taken + own.bytes + bytes > mostBytes) return false;
        // One that has begun goes before those that have not.
        return own.whose !== null || others.reduce((sum, each) => sum + keptFor(each), whole) <= mostBytes;
      };
      const take = (own: Held) => {
        const since = own.whose === null ? performance.now() : own.since;
        Object.assign(own, { whose, since, bytes: own.bytes + bytes, whole, drop });
      };
      const half = setTimeout(() => {
        const own = held.get(id);
        if (own && isTurn(own)) giveWay(own, bytes);
      }, longestMs / 2);
      const isTaken = await taken(id, (own) => isTurn(own) && fits(own), take);
      clearTimeout(half);
      const own = held.get(id);
      if (!isTaken && own) refuse(own);
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
