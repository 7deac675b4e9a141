import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

const ORIGIN = "https://portal.example";
const source = readFileSync(path.resolve(import.meta.dirname, "../../public/sw.js"), "utf8");

type Sent = { path: string; init: RequestInit };
type Line = (sent: Sent) => Promise<Response>;

const pathOf = (what: string | { url: string }) =>
  new URL(typeof what === "string" ? what : what.url, ORIGIN).pathname;

/** What the worker keeps: a cache that can refuse to take more. */
class KeptAnswers {
  readonly kept = new Map<string, Response>();
  full = false;
  match = async (what: string | { url: string }) => this.kept.get(pathOf(what))?.clone();
  put = async (what: string | { url: string }, answer: Response) => {
    if (this.full) throw new DOMException("full", "QuotaExceededError");
    this.kept.set(pathOf(what), answer);
  };
  delete = async (what: string | { url: string }) => this.kept.delete(pathOf(what));
  keys = async () => [...this.kept.keys()].map((each) => ({ url: `${ORIGIN}${each}` }));
}

/** The service worker (public/sw.js) on a line and a clock of the test's own. */
export function startWorker(line: Line) {
  const cache = new KeptAnswers();
  const sent: Sent[] = [];
  const listeners = new Map<string, (event: object) => void>();
  const timers: { at: number; run: () => void }[] = [];
  const worker = {
    location: { origin: ORIGIN },
    addEventListener: (type: string, listen: (event: object) => void) => listeners.set(type, listen),
    skipWaiting: async () => {},
    clients: { claim: async () => {} },
  };
  const fetchOver = (what: string | { url: string }, init: RequestInit = {}) => {
    const one = { path: pathOf(what), init };
    sent.push(one);
    return line(one);
  };
  vm.runInNewContext(source, {
    self: worker,
    caches: { open: async () => cache, match: cache.match, keys: async () => [], delete: async () => true },
    fetch: fetchOver,
    Response: Object.assign(Response, { error: Response.error }),
    URL,
    File,
    Date,
    Promise,
    AbortSignal,
    setTimeout: (run: () => void, at: number) => timers.push({ at, run }),
  });

  async function dispatch(type: string, event: object): Promise<Response | undefined> {
    const lasting: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    listeners.get(type)?.({
      ...event,
      waitUntil: (work: Promise<unknown>) => lasting.push(work),
      respondWith: (response: Promise<Response>) => {
        answer = response;
      },
    });
    if (answer) return answer;
    await Promise.allSettled(lasting);
    return undefined;
  }

  return {
    cache,
    sent,
    /** Keeps an answer, as an earlier visit did. */
    keep: (at: string, text: string) => cache.kept.set(at, new Response(text)),
    keptText: async (at: string) => (await cache.match(at))?.text(),
    say: (data: string) => dispatch("message", { data }),
    install: () => dispatch("install", {}),
    ask: (at: string, mode: "navigate" | "cors" = "cors") =>
      dispatch("fetch", { request: { url: `${ORIGIN}${at}`, method: "GET", mode } }),
    /** Lets the clock run so far. */
    after: (ms: number) => {
      for (const { at, run } of timers) if (at <= ms) run();
    },
  };
}

/** A line that swallows every packet. */
export const silent: Line = () => new Promise(() => {});

/** A line on which each path has its answer, made anew. */
export const answering =
  (answers: Record<string, () => Response>): Line =>
  async ({ path: asked }) =>
    answers[asked]?.() ?? new Response(null, { status: 404 });
