/**
 * Marks who uses this device now. What a person scans offline is encrypted with a key that only their own
 * session gets. The key stays on the device, not extractable by scripts, until they sign out or somebody else
 * signs in.
 */
type Mark = { owner: string; until: number };

const MARK = "persona";
/** Equals the idle timeout of a counter's session. */
const LIFE_MS = 12 * 60 * 60 * 1000;

/** The person who signed in last, for use offline; null after they signed out, or when it is too long ago. */
export function markedOwner(): string | null {
  const mark = guarded((): Mark | null => JSON.parse(localStorage.getItem(MARK) ?? "null"));
  return mark && mark.until > Date.now() ? mark.owner : null;
}

/** Marks the device as theirs. */
export function mark(owner: string): void {
  const until = Date.now() + LIFE_MS;
  guarded(() => localStorage.setItem(MARK, JSON.stringify({ owner, until } satisfies Mark)));
}

/** Removes the mark when somebody signs out. */
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
