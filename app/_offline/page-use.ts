/**
 * Whether somebody uses this page. A request with the session keeps it alive, and a session ends when nobody has used
 * it for a while: what a page asks by itself is asked once for each use of the page, its opening being the first.
 */
const signsOfUse = ["pointerdown", "keydown", "click"] as const;

/** What asks by itself. Each has its own turn, so that none waits for a use that another one has taken. */
type Asker = "waiting" | "device" | "owner" | "list" | "keep";

let uses = 0;
const taken = new Map<Asker, number>();

/** A code that a camera reads is a use, too. */
export function noteUse(): void {
  uses += 1;
}

/** Whether the page was used since this asker's last turn; takes the turn. */
export function takeUse(asker: Asker): boolean {
  // The same listener is added once only.
  for (const sign of signsOfUse) window.addEventListener(sign, noteUse, true);
  const isUsed = taken.get(asker) !== uses;
  taken.set(asker, uses);
  return isUsed;
}

/** Gives the turn back after a request that reached no server: the first one after the line is back needs no use. */
export function giveUseBack(asker: Asker): void {
  taken.delete(asker);
}
