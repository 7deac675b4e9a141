import { beforeEach, expect, test, vi } from "vitest";

const session = vi.hoisted(() => ({
  token: null as string | null,
  ended: async (): Promise<string | null> => null,
}));
const kept = vi.hoisted(() => ({ names: [] as string[] }));
const formValues = vi.hoisted(() => vi.fn(() => ({})));

vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ has: () => false, delete: () => {}, set: (name: string) => kept.names.push(name) }),
}));
vi.mock("@/app/_server/auth/config", () => ({ sessionToken: async () => session.token }));
vi.mock("@/domain/account/session-end", () => ({
  whySessionEnded: async (token: string | null) => (token ? session.ended() : null),
}));
vi.mock(import("@/lib/http/form-data"), async (original) => ({ ...(await original()), formValues }));

const { keepHead } = await import("@/app/_server/http/kept-form");

/** A form of ours whose signature follows a file: only who reads the whole form finds it. */
function afterFile(): Request {
  const body = new FormData();
  body.set("photo", new File([new Uint8Array(100_000)], "a.jpg"));
  body.set("_form", ".form1");
  return new Request("http://localhost/", { method: "POST", body });
}

beforeEach(() => {
  kept.names.length = 0;
  formValues.mockClear();
});

test("a form is read past its first file only for a session that the database knows", async () => {
  session.token = null;
  await keepHead("/p", afterFile());
  session.token = "signed-yet-unknown";
  session.ended = async () => null;
  await keepHead("/p", afterFile());
  session.ended = async () => {
    throw Object.assign(new Error("down"), { name: "DatabaseUnavailable" });
  };
  await keepHead("/p", afterFile());
  expect(kept.names).toEqual([]);
  session.ended = async () => "idle";
  await keepHead("/p", afterFile());
  expect(kept.names).toHaveLength(1);
});

test("of a form that is none of ours no value is read", async () => {
  const body = new URLSearchParams([["a", "b"]]);
  await keepHead("/p", new Request("http://localhost/", { method: "POST", body }));
  expect(formValues).not.toHaveBeenCalled();
});
