import { expect, test } from "vitest";
import { type Priority, priorityQueue, QueueFull } from "@/lib/priority-queue";

/** A queue whose jobs end on demand, and the order in which they started. */
function queueByHand(concurrency: number, limits?: { most: number; mostOfOne: number }) {
  const inTurn = priorityQueue(concurrency, limits);
  const started: string[] = [];
  const end = new Map<string, (error?: Error) => void>();
  const add = (name: string, priority: Priority, whose?: string) =>
    inTurn(
      priority,
      () => {
        started.push(name);
        return new Promise<string>((resolve, reject) =>
          end.set(name, (error) => (error ? reject(error) : resolve(name))),
        );
      },
      whose,
    );
  return { started, end: (name: string, error?: Error) => end.get(name)?.(error), add };
}

test("work of a known device does not queue behind that of strangers", async () => {
  const queue = queueByHand(2);
  const strangers = Array.from({ length: 20 }, (_, at) => queue.add(`stranger ${at}`, "strangers"));
  const owner = queue.add("owner", "known");
  expect(queue.started).toEqual(["stranger 0", "stranger 1"]);
  queue.end("stranger 1");
  expect(await strangers[1]).toBe("stranger 1");
  expect(queue.started).toEqual(["stranger 0", "stranger 1", "owner"]);
  queue.end("owner");
  expect(await owner).toBe("owner");
  expect(queue.started.at(-1)).toBe("stranger 2");
});

test("work that fails gives its turn to the next, and an empty queue starts at once", async () => {
  const queue = queueByHand(1);
  const first = queue.add("first", "known");
  const second = queue.add("second", "strangers");
  queue.end("first", new Error("broken"));
  await expect(first).rejects.toThrow("broken");
  expect(queue.started).toEqual(["first", "second"]);
  queue.end("second");
  await second;
  void queue.add("third", "strangers");
  expect(queue.started.at(-1)).toBe("third");
});

test("each fourth turn is a stranger's, so that known callers without an end do not keep strangers out", async () => {
  const queue = queueByHand(1);
  void queue.add("running", "known");
  for (let at = 0; at < 8; at++) void queue.add(`known ${at}`, "known");
  for (let at = 0; at < 2; at++) void queue.add(`stranger ${at}`, "strangers");
  for (let at = 0; at < 9; at++) {
    queue.end(queue.started.at(-1) ?? "");
    await new Promise(setImmediate);
  }
  const turns = queue.started.slice(1).map((name) => name.split(" ")[0]);
  expect(turns.slice(0, 8).join(" ")).toBe("known known known stranger known known known stranger");
});

test("one caller has one piece running, and the others pass by what they have waiting", async () => {
  const queue = queueByHand(2);
  const first = queue.add("first of ana", "known", "ana");
  void queue.add("second of ana", "known", "ana");
  const other = queue.add("first of luis", "strangers", "luis");
  expect(queue.started).toEqual(["first of ana", "first of luis"]);
  queue.end("first of luis");
  await other;
  expect(queue.started).toEqual(["first of ana", "first of luis"]);
  queue.end("first of ana");
  await first;
  expect(queue.started.at(-1)).toBe("second of ana");
});

test("the queue has an end, for one caller and for each priority, and what waits in it stays", async () => {
  const queue = queueByHand(1, { most: 3, mostOfOne: 2 });
  const first = queue.add("running", "known", "ana");
  const waiting = [queue.add("1", "known", "ana"), queue.add("2", "known", "ana")];
  await expect(queue.add("3", "known", "ana")).rejects.toThrow(QueueFull);
  waiting.push(queue.add("4", "known", "luis"));
  await expect(queue.add("5", "known", "eva")).rejects.toThrow(QueueFull);
  waiting.push(queue.add("6", "strangers", "eva"));
  for (const next of [first, ...waiting]) {
    queue.end(queue.started.at(-1) ?? "");
    await next;
    await Promise.resolve();
  }
  expect(queue.started).toEqual(["running", "1", "2", "4", "6"]);
});
