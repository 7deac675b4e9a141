/** Priorities of a queue: unknown callers come last. */
export type Priority = "known" | "strangers";

/** Thrown instead of waiting, when as much waits already as the queue takes. */
export class QueueFull extends Error {
  override name = "QueueFull";
}

/** By its name, since a bundle may hold a class of its own for the same error. */
export const isQueueFull = (error: unknown): boolean => error instanceof Error && error.name === "QueueFull";

/** Turns that known callers have before one of the strangers that wait. */
const TURNS_BEFORE_STRANGERS = 3;

/**
 * A queue for work that takes a processor whole: no more than `concurrency` pieces run at once, of one caller one.
 * Those of known callers are taken before those of strangers, but each fourth turn is a stranger's. Within a priority
 * the order is that of arrival.
 * @param limits most pieces that wait in each priority, and of one caller; more are refused with QueueFull
 * @returns runs the work when its turn has come, and passes on its result or error
 */
export function priorityQueue(
  concurrency: number,
  { most, mostOfOne }: { most: number; mostOfOne: number } = { most: Infinity, mostOfOne: Infinity },
) {
  type Piece = { whose: string | undefined; start: () => void };
  const waiting: Record<Priority, Piece[]> = { known: [], strangers: [] };
  const busy = new Set<string>();
  let running = 0;
  let turns = 0;

  const isFree = (whose: string | undefined) => whose === undefined || !busy.has(whose);
  const begin = (whose: string | undefined) => {
    running++;
    if (whose !== undefined) busy.add(whose);
  };
  const take = (priority: Priority): Piece | undefined => {
    const at = waiting[priority].findIndex(({ whose }) => isFree(whose));
    return at < 0 ? undefined : waiting[priority].splice(at, 1)[0];
  };
  const takeNext = (): Piece | undefined => {
    const stranger = turns >= TURNS_BEFORE_STRANGERS ? take("strangers") : undefined;
    const piece = stranger ?? take("known");
    turns = piece && !stranger && waiting.strangers.length > 0 ? turns + 1 : 0;
    return piece ?? take("strangers");
  };
  const startWaiting = () => {
    while (running < concurrency) {
      const piece = takeNext();
      if (!piece) return;
      begin(piece.whose);
      piece.start();
    }
  };
  const isFull = (priority: Priority, whose: string | undefined) =>
    waiting[priority].length >= most ||
    (whose !== undefined && waiting[priority].filter((piece) => piece.whose === whose).length >= mostOfOne);

  return async <T>(priority: Priority, work: () => Promise<T>, whose?: string): Promise<T> => {
    if (running < concurrency && isFree(whose)) begin(whose);
    else if (isFull(priority, whose)) throw new QueueFull(`${priority} callers wait already`);
    else await new Promise<void>((start) => waiting[priority].push({ whose, start }));
    try {
      return await work();
    } finally {
      running--;
      if (whose !== undefined) busy.delete(whose);
      startWaiting();
    }
  };
}
