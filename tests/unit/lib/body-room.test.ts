import { expect, test, vi } from "vitest";
import { bodyRoom } from "@/lib/http/body-room";

const room = (limits = {}) =>
  bodyRoom({ mostBytes: 100, mostOfOne: 2, mostWorked: 2, longestMs: 60, patienceMs: 30_000, ...limits });

/** Whether it is answered at once. */
const now = (answer: Promise<boolean>) =>
  Promise.race([answer, new Promise((resolve) => setImmediate(() => resolve("waits")))]);

test("slow bodies take as much room as has come of them, not a place each", async () => {
  const bodies = room();
  for (let at = 0; at < 50; at++) {
    bodies.enter(`slow ${at}`);
    expect(await now(bodies.grow(`slow ${at}`, `phone ${at}`, 1))).toBe(true);
  }
  bodies.enter("quick");
  expect(await now(bodies.grow("quick", "other", 50))).toBe(true);
});

test("a body waits for room, gets it when another leaves, and is refused after a while", async () => {
  const bodies = room();
  for (const id of ["a", "b", "c"]) bodies.enter(id);
  await bodies.grow("a", "ana", 60);
  const waits = bodies.grow("b", "luis", 60);
  expect(await now(waits)).toBe("waits");
  bodies.leave("a");
  expect(await waits).toBe(true);
  expect(await bodies.grow("c", "eva", 60)).toBe(false);
  expect(await now(bodies.grow("c", "eva", 1))).toBe(false);
  bodies.enter("d");
  expect(await now(bodies.grow("d", "eva", 40))).toBe(true);
});

test("bodies that wait for each other do not stop: the first that is refused makes room", async () => {
  const bodies = room();
  const answers = ["a", "b", "c"].map(async (id) => {
    bodies.enter(id);
    for (let part = 0; part < 4; part++)
      if (!(await bodies.grow(id, id, 20))) {
        bodies.leave(id);
        return "refused";
      }
    bodies.leave(id);
    return "whole";
  });
  expect((await Promise.all(answers)).filter((answer) => answer === "whole").length).toBeGreaterThan(0);
});

test("a body that is alone fits whatever it weighs", async () => {
  const bodies = room();
  bodies.enter("a");
  expect(await bodies.grow("a", "ana", 500)).toBe(true);
  expect(await bodies.grow("a", "ana", 500)).toBe(true);
});

test("one sender has two bodies at once, and the third waits for one of them", async () => {
  const bodies = room();
  for (const id of ["a", "b", "c", "d"]) bodies.enter(id);
  await bodies.grow("a", "ana", 1);
  await bodies.grow("b", "ana", 1);
  const third = bodies.grow("c", "ana", 1);
  expect(await now(third)).toBe("waits");
  expect(await now(bodies.grow("a", "ana", 1))).toBe(true);
  expect(await now(bodies.grow("d", "luis", 1))).toBe(true);
  bodies.leave("b");
  expect(await third).toBe(true);
});

test("so many whole bodies are worked on at once, and the next in its turn", async () => {
  const bodies = room();
  for (const id of ["a", "b", "c"]) bodies.enter(id);
  expect([await now(bodies.work("a")), await now(bodies.work("b"))]).toEqual([true, true]);
  const third = bodies.work("c");
  expect(await now(third)).toBe("waits");
  bodies.leave("a");
  expect(await third).toBe(true);
});

test("a body that has left, because its line broke, takes no room any more", async () => {
  const bodies = room();
  for (const id of ["a", "b"]) bodies.enter(id);
  await bodies.grow("a", "ana", 90);
  const waits = bodies.grow("b", "luis", 90);
  bodies.leave("b");
  expect(await waits).toBe(false);
  expect(await bodies.grow("b", "luis", 1)).toBe(false);
  bodies.leave("a");
  expect(bodies.isIn("a")).toBe(false);
});

test("a body that holds much for long gives way to others, so that nobody fills the room and then trickles", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  const bodies = room({ longestMs: 1_000 });
  const dropped: string[] = [];
  for (const [id, bytes] of [
    ["stalled", 60],
    ["slow", 10],
    ["whole", 20],
  ] as const) {
    bodies.enter(id);
    await bodies.grow(id, id, bytes, () => dropped.push(id));
  }
  await bodies.work("whole");
  await vi.advanceTimersByTimeAsync(60_000);
  bodies.enter("new");
  const waits = bodies.grow("new", "new", 40);
  await vi.advanceTimersByTimeAsync(400);
  expect([await now(waits), dropped]).toEqual(["waits", []]);
  await vi.advanceTimersByTimeAsync(200);
  expect([await now(waits), dropped]).toEqual([true, ["stalled"]]);
  expect(await now(bodies.grow("stalled", "stalled", 1))).toBe(false);
  expect(await now(bodies.grow("slow", "slow", 1))).toBe(true);
  // What has just begun makes nobody give way that holds no more for no longer.
  bodies.enter("newer");
  const later = bodies.grow("newer", "newer", 90);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(await later).toBe(false);
  vi.useRealTimers();
});

test("of many that come together as many are taken whole as fit, and the others wait until these have left", async () => {
  const bodies = room();
  const ids = Array.from({ length: 8 }, (_, at) => `${at}`);
  const begun: string[] = [];
  const answers = ids.map(async (id) => {
    bodies.enter(id);
    for (let part = 0; part < 4; part++) {
      if (!(await bodies.grow(id, id, 6, () => {}, 24))) return "refused";
      if (part === 0) begun.push(id);
      await new Promise((resolve) => setImmediate(resolve));
    }
    bodies.leave(id);
    return "whole";
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual(["0", "1", "2", "3"]);
  expect(await Promise.all(answers)).toEqual(Array(8).fill("whole"));
});

test("what is kept for a body that comes too slowly is given to others", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  const bodies = room({ longestMs: 12_000 });
  for (const id of ["slow", "new"]) bodies.enter(id);
  await bodies.grow("slow", "slow", 1, () => {}, 80);
  const waits = bodies.grow("new", "new", 1, () => {}, 80);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await now(waits)).toBe("waits");
  await vi.advanceTimersByTimeAsync(2_500);
  expect(await now(waits)).toBe(true);
  vi.useRealTimers();
});

test("a body that is refused gives its room to others before its answer has ended", async () => {
  const bodies = room();
  const dropped: string[] = [];
  for (const id of ["a", "b"]) {
    bodies.enter(id);
    await bodies.grow(id, id, 50, () => dropped.push(id));
  }
  const [first, second] = [bodies.grow("a", "a", 10, () => {}), bodies.grow("b", "b", 10)];
  expect([await first, await second]).toEqual([false, true]);
  expect(dropped).toEqual(["a"]);
});

test("of slow bodies the one gives way that would take longest still, not one that is nearly whole", async () => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  const bodies = room({ longestMs: 1_000 });
  const dropped: string[] = [];
  for (const [id, bytes] of [
    ["nearly whole", 58],
    ["begun", 40],
  ] as const) {
    bodies.enter(id);
    await bodies.grow(id, id, bytes, () => dropped.push(id), 60);
    await vi.advanceTimersByTimeAsync(40_000);
  }
  bodies.enter("new");
  const waits = bodies.grow("new", "new", 10);
  await vi.advanceTimersByTimeAsync(600);
  expect([await now(waits), dropped]).toEqual([true, ["begun"]]);
  vi.useRealTimers();
});
