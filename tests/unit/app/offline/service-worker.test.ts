import { expect, test } from "vitest";
import { answering, silent, startWorker } from "@/tests/support/service-worker";

const LIST = "/sin-conexion/lista";
const KEYS = "/.well-known/order-keys.json";
const PAGE = "/sin-conexion";
const MARK = "/sin-conexion/guardada";

const everything = {
  [PAGE]: () => new Response("<html lang='es-CO'>"),
  [KEYS]: () => Response.json({ keys: [{ id: 1 }] }),
  "/.well-known/receipt-keys.json": () => Response.json({ keys: [{ id: 1 }] }),
  [LIST]: () => Response.json({ list: "" }),
};

/** The answer's text, or null while there is none. */
const soon = (answer: Promise<Response | undefined>) =>
  Promise.race([
    answer.then((each) => each?.clone().text()),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), 50)),
  ]);

test("on a line that swallows packets kept keys, lists and the offline page are answered after four seconds", async () => {
  for (const [at, mode] of [
    [KEYS, "cors"],
    [LIST, "cors"],
    [PAGE, "navigate"],
  ] as const) {
    const worker = startWorker(silent);
    worker.keep(at, "kept");
    const answer = worker.ask(at, mode);
    worker.after(3_900);
    expect(await soon(answer)).toBeNull();
    worker.after(4_100);
    expect(await soon(answer)).toBe("kept");
  }
});

test("the look-up and the scanner give way to the kept offline page after twenty seconds, other pages never", async () => {
  for (const at of ["/consultar", "/consultar/escanear"]) {
    const worker = startWorker(silent);
    worker.keep(PAGE, "offline");
    const answer = worker.ask(at, "navigate");
    worker.after(19_900);
    expect(await soon(answer)).toBeNull();
    worker.after(20_100);
    expect(await soon(answer)).toBe("offline");
  }
  const worker = startWorker(silent);
  worker.keep(PAGE, "offline");
  const answer = worker.ask("/historial/archivo", "navigate");
  worker.after(600_000);
  expect(await soon(answer)).toBeNull();
});

test("a slow line still gets its answer when nothing is kept", async () => {
  for (const [at, mode] of [
    [LIST, "cors"],
    [PAGE, "navigate"],
    ["/consultar", "navigate"],
  ] as const) {
    let arrive: (answer: Response) => void = () => {};
    const worker = startWorker(() => new Promise((resolve) => (arrive = resolve)));
    const answer = worker.ask(at, mode);
    await Promise.resolve();
    worker.after(600_000);
    expect(await soon(answer)).toBeNull();
    arrive(new Response("late"));
    expect(await soon(answer)).toBe("late");
  }
});

test("an answer that comes after the kept one is kept for the next time", async () => {
  let arrive: (answer: Response) => void = () => {};
  const worker = startWorker(() => new Promise((resolve) => (arrive = resolve)));
  worker.keep(LIST, "old");
  const answer = worker.ask(LIST);
  worker.after(4_100);
  expect(await soon(answer)).toBe("old");
  arrive(new Response("new"));
  await expect.poll(() => worker.keptText(LIST)).toBe("new");
});

test("without a session and while the server fails, the kept keys and lists are answered", async () => {
  for (const status of [401, 500, 503]) {
    const failing = () => new Response("no", { status });
    const worker = startWorker(answering({ [LIST]: failing, [KEYS]: failing, [PAGE]: failing }));
    for (const at of [LIST, KEYS, PAGE]) worker.keep(at, `kept ${at}`);
    expect(await soon(worker.ask(LIST))).toBe(`kept ${LIST}`);
    expect(await soon(worker.ask(KEYS))).toBe(`kept ${KEYS}`);
    expect(await soon(worker.ask(PAGE, "navigate"))).toBe(`kept ${PAGE}`);
    expect(await worker.keptText(LIST)).toBe(`kept ${LIST}`);
  }
  const bare = startWorker(answering({ [LIST]: () => new Response("no", { status: 401 }) }));
  expect((await bare.ask(LIST))?.status).toBe(401);
});

test("an answer that other pages give, a refusal too, is passed on as it is", async () => {
  const worker = startWorker(answering({ "/consultar": () => new Response("down", { status: 503 }) }));
  worker.keep(PAGE, "offline");
  expect(await soon(worker.ask("/consultar", "navigate"))).toBe("down");
});

test("on a device without space the server's answer is shown all the same", async () => {
  const worker = startWorker(answering(everything));
  worker.cache.full = true;
  expect((await worker.ask(LIST))?.status).toBe(200);
});

test("without a line every page is the kept one", async () => {
  const worker = startWorker(() => Promise.reject(new TypeError("offline")));
  worker.keep(PAGE, "offline");
  worker.keep(LIST, "list");
  expect(await soon(worker.ask("/historial", "navigate"))).toBe("offline");
  expect(await soon(worker.ask(LIST))).toBe("list");
});

test("all that is kept is marked with its language and moment only once all of it was fetched", async () => {
  for (const [at, failing] of [
    [LIST, () => new Response(null, { status: 401 })],
    [KEYS, () => Response.json({ keys: [] })],
    [PAGE, () => new Response(null, { status: 503 })],
  ] as const) {
    const worker = startWorker(answering({ ...everything, [at]: failing }));
    await worker.say("mantener es-CO");
    expect(await worker.keptText(MARK)).toBeUndefined();
  }
  const worker = startWorker(answering(everything));
  const from = Date.now();
  await worker.say("mantener es-CO");
  const [language, moment] = ((await worker.keptText(MARK)) ?? "").split(" ");
  expect(language).toBe("es-CO");
  expect(Number(moment)).toBeGreaterThanOrEqual(from);
  expect(Number(moment)).toBeLessThanOrEqual(Date.now());
});

test("the offline page is fetched without cookies in the language of the page that asks, and again in the kept one", async () => {
  const worker = startWorker(answering({ ...everything, [PAGE]: () => new Response('<html lang="en">') }));
  const asked = () => {
    const { init } = worker.sent.findLast(({ path }) => path === PAGE) ?? {};
    return [init?.credentials, new Headers(init?.headers).get("x-idioma")];
  };
  await worker.install();
  expect(asked()).toEqual(["omit", "es-CO"]);
  await worker.say("mantener en");
  expect(asked()).toEqual(["omit", "en"]);
  // A new version of the worker, and a page from before this one, which names no language.
  await worker.install();
  expect(asked()).toEqual(["omit", "en"]);
  await worker.say("mantener");
  expect(asked()).toEqual(["omit", "en"]);
});
