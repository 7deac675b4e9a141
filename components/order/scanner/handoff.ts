/** What the counter's page hands to the scanner's page within one visit; a reload forgets it. */
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
