import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type AccessActor, makeAccessActors } from "@/tests/support/access-actors";
import { owner } from "@/tests/support/factories/account";

// The request is Next's: what a route is given of it are these headers and cookies.
const sent = vi.hoisted(() => ({ headers: new Headers(), jar: new Map<string, string>(), path: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  headers: async () => sent.headers,
  cookies: async () => ({
    get: (name: string) => (sent.jar.has(name) ? { value: sent.jar.get(name) } : undefined),
    has: (name: string) => sent.jar.has(name),
    set: (name: string, value: string, { path }: { path: string }) => {
      sent.jar.set(name, value);
      sent.path = path;
    },
    delete: (name: string) => sent.jar.delete(name),
  }),
}));
vi.mock("next-auth", () => ({ default: () => ({ signIn: async () => {}, signOut: async () => {} }) }));

const ORIGIN = "http://portal.example";
const NUMBER = "HD-2026-12345678";
const NAME = "María Elena Pérez";

let actors: AccessActor[];
beforeAll(async () => {
  actors = await makeAccessActors();
});
afterAll(() => owner.end());

async function post(role: string, typed: string, origin = ORIGIN) {
  const actor = actors.find(({ name }) => name === role);
  if (!actor) throw new Error(`no ${role}`);
  const headers = { cookie: actor.cookie, origin, host: "portal.example" };
  sent.headers = new Headers({ ...headers, "x-path": "/" });
  sent.jar.clear();
  const { POST } = await import("@/app/admin/habeas-data/[radicado]/cuenta/route");
  const body = new URLSearchParams({ cuenta: typed });
  const request = new Request(`${ORIGIN}/admin/habeas-data/${NUMBER}/cuenta`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    body,
  });
  return POST(request, { params: Promise.resolve({ radicado: NUMBER }) });
}

test("the name that an account is looked for by stands in no address, and sealed in a cookie of its pages", async () => {
  const answer = await post("officer", NAME);
  expect([answer.status, answer.headers.get("location")]).toEqual([
    303,
    `/admin/habeas-data/${NUMBER}?hecha=1#cuentas`,
  ]);
  const [[name = "", sealed = ""] = []] = [...sent.jar];
  expect(sent.path).toBe("/admin/habeas-data");
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("Elena");
  const { lastSearch } = await import("@/app/admin/habeas-data/[radicado]/search-cookie");
  const [officer, another] = ["officer", "administrator"].map((role) =>
    actors.find((each) => each.name === role),
  );
  sent.jar.set(name, sealed);
  expect(await lastSearch(officer?.personId ?? "")).toEqual({ number: NUMBER, typed: NAME });
  expect(await lastSearch(another?.personId ?? "")).toBeNull();
});

test("nothing is kept of an empty search, nor of one from another site", async () => {
  const empty = await post("officer", "  ");
  expect(empty.headers.get("location")).toBe(`/admin/habeas-data/${NUMBER}#cuentas`);
  expect((await post("officer", NAME, "https://elsewhere.example")).status).toBe(403);
  expect(sent.jar.size).toBe(0);
});
