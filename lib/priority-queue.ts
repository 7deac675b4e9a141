/** Priorities of a queue: unknown callers come last. */
export type Priority = "known" | "strangers";

/**
 * A queue for work that takes a processor whole: no more than `concurrency` pieces run at once, and those of known
 * callers are taken before those of strangers. Within a priority the order is that of arrival.
 * @returns runs the work when its turn has come, and passes on its result or error
 */
export function priorityQueue(concurrency: number) {
  let running = 0;
  const waiting: Record<Priority, (() => void)[]> = { known: [], strangers: [] };
  return async <T>(priority: Priority, work: () => Promise<T>): Promise<T> => {
    if (running >= concurrency) await new Promise<void>((resolve) => waiting[priority].push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.known.shift() ?? waiting.strangers.shift();
      if (next) next();
      else running--;
    }
  };
}
