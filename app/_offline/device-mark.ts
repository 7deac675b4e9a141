/**
 * Whose device this is for now. What a person reads without internet is sealed with a key that only their own session
 * is given; it stays on the device, out of reach of scripts, until they sign out or somebody else signs in.
 */
type Mark = { owner: string; until: number };

const MARK = "persona";
/** As long as the session of a counter lives without a request. */
const LIFE_MS = 12 * 60 * 60 * 1000;

/** Who signed in here last, when nobody can be asked; null when they signed out, or it was long ago. */
export function markedOwner(): string | null {
  const mark = guarded((): Mark | null => JSON.parse(localStorage.getItem(MARK) ?? "null"));
  return mark && mark.until > Date.now() ? mark.owner : null;
}

/** From now on it is theirs. */
export function mark(owner: string): void {
  const until = Date.now() + LIFE_MS;
  guarded(() => localStorage.setItem(MARK, JSON.stringify({ owner, until } satisfies Mark)));
}

/** From now on nobody is signed in here. */
export function unmark(): void {
  guarded(() => localStorage.removeItem(MARK));
}

/** A private window keeps nothing. */
function guarded<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
