import { expect, test } from "vitest";
import { type Priority, priorityQueue } from "@/lib/priority-queue";

/** A queue whose jobs end on demand, and the order in which they started. */
function queueByHand(concurrency: number) {
  const inTurn = priorityQueue(concurrency);
  const started: string[] = [];
  const end = new Map<string, (error?: Error) => void>();
  const add = (name: string, priority: Priority) =>
    inTurn(priority, () => {
      started.push(name);
      return new Promise<string>((resolve, reject) =>
        end.set(name, (error) => (error ? reject(error) : resolve(name))),
      );
    });
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
