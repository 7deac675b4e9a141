import { afterEach, beforeEach, expect, test, vi } from "vitest";

const device = vi.hoisted(() => ({
  add: async (): Promise<boolean> => true,
  waiting: [] as { id?: string; code: string }[],
}));

vi.mock("@/app/_offline/queue", () => ({ listWaiting: async () => device.waiting }));
vi.mock("@/app/_offline/waiting-store", () => ({
  addWaiting: async (_: string, entry: { id: string; code: string }) => {
    const kept = await device.add();
    if (kept) device.waiting.push(entry);
    return kept;
  },
}));

const { keepQuestion } = await import("@/app/_offline/keep-question");
const keep = (owner: string | null, id?: string) =>
  keepQuestion(owner, { id, letters: "ABC", by: "camera", verdict: "unconfirmed" });

afterEach(() => vi.unstubAllGlobals());
beforeEach(() => {
  device.add = async () => true;
  device.waiting = [];
});

test("a question is kept once, for whoever is signed in on the device", async () => {
  expect(await keep("ana")).toBe("saved");
  expect(device.waiting).toHaveLength(1);
  expect(await keep("ana")).toBe("savedDouble");
  expect(await keep(null)).toBe("nobodyKeeps");
  device.waiting = [];
  device.add = async () => false;
  expect(await keep("ana")).toBe("nobodyKeeps");
});

test("a device that is full or lets nothing be kept says so", async () => {
  device.add = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  expect(await keep("ana")).toBe("notKept");
});

test("a code that is scanned twice at once is one look-up, in a browser with locks between its tabs and without", async () => {
  expect(await Promise.all([keep("ana"), keep("ana")])).toEqual(["saved", "savedDouble"]);
  expect(device.waiting).toHaveLength(1);

  device.waiting = [];
  let held: Promise<unknown> = Promise.resolve();
  const request = vi.fn((_: string, run: () => Promise<unknown>) => (held = held.then(run)));
  vi.stubGlobal("navigator", { locks: { request } });
  expect(await Promise.all([keep("ana"), keep("ana")])).toEqual(["saved", "savedDouble"]);
  expect(request).toHaveBeenCalledTimes(2);
});

test("a question that could not be kept does not hold those behind it", async () => {
  device.add = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  const first = keep("ana");
  const second = keep("ana");
  expect(await Promise.all([first, second])).toEqual(["notKept", "notKept"]);
  device.add = async () => true;
  expect(await keep("ana")).toBe("saved");
});

test("a code whose scan was sent before the line died is kept under the id of that scan, another one under its own", async () => {
  await keep("ana", "5b0f1d5e-8a52-4c3b-9a59-0b8f5a3f6a11");
  expect(device.waiting.map(({ id }) => id)).toEqual(["5b0f1d5e-8a52-4c3b-9a59-0b8f5a3f6a11"]);
  device.waiting = [];
  await keep("ana");
  expect(device.waiting[0]?.id).toMatch(/^[\da-f-]{36}$/);
});
