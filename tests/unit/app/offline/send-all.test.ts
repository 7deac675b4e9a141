import { afterEach, beforeEach, expect, test, vi } from "vitest";

const device = vi.hoisted(() => ({
  waiting: [] as { id: string; code: string; channel: string }[],
  answered: [] as [string, string][],
}));

vi.mock("@/app/_offline/queue", () => ({ listWaiting: async () => device.waiting }));
vi.mock("@/app/_offline/waiting-store", () => ({
  answerWaiting: async (_: string, { id }: { id: string }, answer: string) => {
    device.answered.push([id, answer]);
    device.waiting = device.waiting.filter((each) => each.id !== id);
  },
}));

const { sendOnce } = await import("@/app/_offline/send-all");

type Sent = { id: string; signal: AbortSignal | null | undefined };
let asked: Sent[] = [];
const page = new EventTarget();
const press = (sign = "pointerdown") => page.dispatchEvent(new Event(sign));

/** A server that answers each id by its own answer. */
function serve(answers: Record<string, () => Response>): void {
  vi.stubGlobal("fetch", async (_: string, { body, signal }: RequestInit) => {
    const id = new URLSearchParams(String(body)).get("id") ?? "";
    asked.push({ id, signal });
    return answers[id]?.() ?? Response.json({ answer: "current" });
  });
}

const pause = () => new Response(null, { status: 429, headers: { "retry-after": "60" } });
const send = () => sendOnce("owner", () => {});
const ids = () => asked.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.stubGlobal("window", page);
  press();
  vi.stubGlobal("navigator", { onLine: true, locks: { request: (_: string, run: () => unknown) => run() } });
  asked = [];
  device.answered = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Waiting codes with ids that no other test of this file has paused. */
const wait = (...names: string[]) => {
  device.waiting = names.map((id) => ({ id, code: `code ${id}`, channel: "scan" }));
};

test("a code in a pause of the rate limit stays, those behind it are asked, and it is asked again after the pause", async () => {
  wait("a", "b", "c");
  serve({ b: pause });
  expect(await send()).toBe("notSent");
  expect(ids()).toEqual(["a", "b", "c"]);
  expect(device.answered).toEqual([
    ["a", "current"],
    ["c", "current"],
  ]);
  expect(device.waiting.map(({ id }) => id)).toEqual(["b"]);

  serve({});
  let began = false;
  expect(await sendOnce("owner", () => (began = true))).toBe("notSent");
  expect([ids(), began]).toEqual([["a", "b", "c"], false]);
  vi.setSystemTime(Date.now() + 61_000);
  press();
  expect(await send()).toBe("idle");
  expect(ids()).toEqual(["a", "b", "c", "b"]);
  expect(device.waiting).toEqual([]);
});

test("a clock that is set back does not make a pause longer than the server said", async () => {
  wait("d");
  serve({ d: pause });
  await send();
  serve({});
  vi.setSystemTime(Date.now() - 24 * 60 * 60 * 1000);
  press();
  expect(await send()).toBe("idle");
});

test("a page that nobody uses asks with the session once, so that a code in a pause does not keep it alive", async () => {
  wait("k");
  serve({ k: pause });
  expect(await send()).toBe("notSent");
  for (let minute = 1; minute <= 20; minute += 1) {
    vi.setSystemTime(Date.now() + 61_000);
    expect(await send()).toBe("notSent");
  }
  expect(ids()).toEqual(["k"]);
  for (const sign of ["pointerdown", "keydown", "click"]) {
    press(sign);
    vi.setSystemTime(Date.now() + 61_000);
    await send();
    await send();
  }
  expect(ids()).toEqual(["k", "k", "k", "k"]);
});

test("a request that reached no server is repeated by itself until the line is back", async () => {
  wait("l");
  serve({
    l: () => {
      throw new TypeError("Failed to fetch");
    },
  });
  for (let time = 1; time <= 3; time += 1) expect(await send()).toBe("notSent");
  expect(ids()).toEqual(["l", "l", "l"]);
  serve({});
  expect(await send()).toBe("idle");
});

test("while the server fails a page that nobody uses asks once", async () => {
  wait("m");
  serve({ m: () => new Response(null, { status: 503 }) });
  for (let time = 1; time <= 3; time += 1) expect(await send()).toBe("notSent");
  expect(ids()).toEqual(["m"]);
});

test("each request ends by itself after half a minute, so that a dead line does not hold the other tabs", async () => {
  const limits: number[] = [];
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    limits.push(ms);
    return timeout(ms);
  });
  wait("e", "f");
  serve({});
  await send();
  expect(limits).toEqual([30_000, 30_000]);
  expect(asked.every(({ signal }) => signal instanceof AbortSignal)).toBe(true);
});

test("a code that the server cannot read must be scanned again; a failure or a missing session leaves all as they are", async () => {
  wait("g", "h");
  serve({ g: () => new Response(null, { status: 400 }), h: () => new Response(null, { status: 503 }) });
  expect(await send()).toBe("notSent");
  expect(device.answered).toEqual([["g", "waiting"]]);
  wait("i", "j");
  press();
  serve({ i: () => new Response(null, { status: 401 }) });
  expect(await send()).toBe("mustSignIn");
  expect(device.waiting).toHaveLength(2);
});
