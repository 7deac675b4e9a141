import { afterEach, expect, test, vi } from "vitest";
import { readTrust } from "@/app/_offline/trust";

afterEach(() => vi.unstubAllGlobals());

const LIST = "/sin-conexion/lista";
const KEYS = "/.well-known/order-keys.json";

/** Why a device cannot check codes, by what the server answers; it answers `{ keys: [] }` else. */
const missing = async (answers: Record<string, number>) => {
  vi.stubGlobal("fetch", async (path: string) => {
    const status = answers[path] ?? 200;
    if (status === 0) throw new TypeError("offline");
    return Response.json({ keys: [] }, { status });
  });
  return (await readTrust()).missing;
};

test("a device without keys says what is missing: the line, a session, or the caja's keys", async () => {
  expect(await missing({ [KEYS]: 0, [LIST]: 0 })).toBe("line");
  expect(await missing({ [LIST]: 0 })).toBe("line");
  expect(await missing({ [LIST]: 401 })).toBe("session");
  expect(await missing({ [LIST]: 404 })).toBe("keys");
});

test("while the server fails a device without keys does not say that the caja made none", async () => {
  expect(await missing({ [KEYS]: 503, [LIST]: 503 })).toBe("server");
  expect(await missing({ [KEYS]: 500, [LIST]: 401 })).toBe("server");
  expect(await missing({ [LIST]: 502 })).toBe("server");
  expect(await missing({ "/.well-known/receipt-keys.json": 503, [LIST]: 401 })).toBe("server");
});

/** The paths that are asked for while the list answers so, with or without leave to ask for the list. */
const asked = async (listStatus: number, mayAskList: boolean) => {
  const paths: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    paths.push(path);
    if (path !== LIST) return Response.json({ keys: [] });
    if (listStatus === 0) throw new TypeError("offline");
    return Response.json({ list: "" }, { status: listStatus });
  });
  await readTrust(mayAskList);
  return paths;
};

test("on a page that nobody uses the list, which takes the session, is asked for only until the server answers for a person", async () => {
  for (const status of [200, 404, 500]) {
    expect(await asked(status, true)).toContain(LIST);
    expect(await asked(status, false)).toEqual([KEYS, "/.well-known/receipt-keys.json"]);
  }
  for (const status of [0, 401]) {
    await asked(status, true);
    expect(await asked(status, false)).toContain(LIST);
  }
});
