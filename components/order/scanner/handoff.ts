/** State that the look-up page passes to the scanner page, in memory only. */
type Handoff = { tapped: boolean; picture: Blob | null };

const nothing: Handoff = { tapped: false, picture: null };
let handoff = nothing;

export function handOver(change: Partial<Handoff>): void {
  handoff = { ...nothing, ...change };
}

export function peekHandoff(): Handoff {
  return handoff;
}

export function clearHandoff(): void {
  handoff = nothing;
}
