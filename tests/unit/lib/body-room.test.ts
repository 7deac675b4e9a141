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
  expect(await now(bodies.grow("c", "eva", 40))).toBe(true);
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
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
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
