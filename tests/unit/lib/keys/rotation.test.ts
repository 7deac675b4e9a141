import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Actor, ProviderActor } from "@/model/access";

vi.mock("server-only", () => ({}));

const OLD = "el-secreto-de-antes-el-secreto-de-antes";
const NEW = "el-secreto-de-ahora-el-secreto-de-ahora";
const before = { ...process.env };
const provider = { kind: "provider", personId: "ana", provider: { id: "tornillo" } } as ProviderActor;

beforeEach(() => {
  process.env.DATABASE_URL ??= "postgres://localhost/nada";
});
afterEach(() => {
  process.env = { ...before };
});

/** The modules as a process with these settings has them. */
async function withSecrets(settings: Record<string, string | undefined>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  const [session, device, keys, owners] = await Promise.all([
    import("@/lib/crypto/session-cookie"),
    import("@/lib/crypto/known-device"),
    import("@/lib/crypto/keys"),
    import("@/app/_server/auth/owner"),
  ]);
  return { ...session, ...device, ...keys, ...owners };
}

test("a session and a known device from before a new AUTH_SECRET stay valid while the former one is named", async () => {
  const old = await withSecrets({ AUTH_SECRET: OLD, AUTH_SECRET_PREVIOUS: undefined });
  const [session, device] = [old.newSessionCookie("ficha"), old.deviceWith(undefined, "ana@ejemplo.co")];

  const during = await withSecrets({ AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: OLD });
  expect(during.authSecrets()).toEqual([NEW, OLD]);
  expect(during.readSessionCookie(session)).toBe("ficha");
  expect(during.deviceThatKnows(device, "ana@ejemplo.co")).toBe(old.deviceName(device));
  const newSession = during.newSessionCookie("ficha");
  const newDevice = during.deviceWith(device, "ana@ejemplo.co");
  expect(during.deviceName(newDevice)).toBe(old.deviceName(device));

  const after = await withSecrets({ AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: undefined });
  expect(after.authSecrets()).toEqual([NEW]);
  expect([after.readSessionCookie(session), after.deviceThatKnows(device, "ana@ejemplo.co")]).toEqual([
    null,
    null,
  ]);
  expect(after.readSessionCookie(newSession)).toBe("ficha");
  expect(after.deviceThatKnows(newDevice, "ana@ejemplo.co")).toBe(old.deviceName(device));
});

test("what a browser keeps for a person from before a new AUTH_SECRET is known as theirs while the former one is named", async () => {
  const ana: Actor = { ...provider, pairedDevice: { id: "celular", isNamed: true } };
  const alone: Actor = { ...provider, pairedDevice: { id: "celular", isNamed: false } };
  const old = await withSecrets({ AUTH_SECRET: OLD, AUTH_SECRET_PREVIOUS: undefined });
  const was = { owner: old.ownerOf(ana), person: old.personOf(ana), device: old.ownerOf(alone) };
  const [key] = old.entryKeysOf(ana);
  expect(old.earlierOwnersOf(ana)).toEqual([was.device]);

  const during = await withSecrets({ AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: OLD });
  expect(during.ownerOf(ana)).not.toBe(was.owner);
  expect(during.earlierOwnersOf(ana)).toEqual([was.owner, was.person, during.ownerOf(alone), was.device]);
  expect(during.entryKeysOf(ana)).toEqual([{ owner: during.ownerOf(ana), key: expect.any(String) }, key]);
  expect(during.entryKeysOf(ana)[0]?.key).not.toBe(key?.key);
  expect(during.earlierOwnersOf({ ...ana, personId: "luis" })).not.toContain(was.owner);

  const after = await withSecrets({ AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: undefined });
  expect(after.entryKeysOf(ana)).toEqual(during.entryKeysOf(ana).slice(0, 1));
  expect(after.earlierOwnersOf(ana)).toEqual([after.ownerOf(alone)]);
});

test("nothing new is signed with the former AUTH_SECRET", async () => {
  const during = await withSecrets({ AUTH_SECRET: NEW, AUTH_SECRET_PREVIOUS: OLD });
  const signed = during.newSessionCookie("ficha");
  const old = await withSecrets({ AUTH_SECRET: OLD, AUTH_SECRET_PREVIOUS: undefined });
  expect(old.readSessionCookie(signed)).toBe(null);
});

test("in production, and in a command that a person runs, no key of personal data is derived from AUTH_SECRET, neither to seal nor to index", async () => {
  const settings = { AUTH_SECRET: NEW, DATA_KEYS: undefined, INDEX_KEY: undefined };
  const elsewhere = await withSecrets({ ...settings, NODE_ENV: "test" });
  expect([elsewhere.dataKeys().length, elsewhere.indexKey().length]).toEqual([1, 32]);
  for (const NODE_ENV of ["production", undefined]) {
    const production = await withSecrets({ ...settings, NODE_ENV });
    expect(() => production.dataKeys()).toThrow(
      "Falta DATA_KEYS: en producción ninguna llave se deriva de otra.",
    );
    expect(() => production.indexKey()).toThrow(
      "Falta INDEX_KEY: en producción ninguna llave se deriva de otra.",
    );
    expect(() => production.keyFor("order-check/v1")).toThrow("Falta INDEX_KEY");
  }
});
