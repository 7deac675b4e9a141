import { beforeEach, expect, test, vi } from "vitest";

const device = vi.hoisted(() => ({
  add: async (): Promise<boolean> => true,
  waiting: [] as { code: string }[],
}));

vi.mock("@/app/_offline/queue", () => ({ listWaiting: async () => device.waiting }));
vi.mock("@/app/_offline/waiting-store", () => ({ addWaiting: () => device.add() }));

const { keepQuestion } = await import("@/app/_offline/keep-question");
const keep = (owner: string | null) =>
  keepQuestion(owner, { letters: "ABC", by: "camera", verdict: "unconfirmed" });

beforeEach(() => {
  device.add = async () => true;
  device.waiting = [];
});

test("a question is kept once, for whoever is signed in on the device", async () => {
  expect(await keep("ana")).toBe("saved");
  device.waiting = [{ code: "ABC" }];
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
