import { expect, test } from "vitest";

process.env.AUTH_SECRET ??= "solo-para-las-pruebas-solo-para-las-pruebas";
process.env.DATABASE_URL ??= "postgres://nadie@127.0.0.1/ninguna";
const { deviceName, deviceWith } = await import("@/lib/crypto/known-device");
const { newVisitorCookie, readVisitorCookie } = await import("@/lib/crypto/visitor");
const { strangerOf } = await import("@/app/_server/auth/stranger");

const now = new Date();
const ago = (ms: number) => newVisitorCookie(new Date(now.getTime() - ms));
const jar = (cookies: Record<string, string>) => ({
  get: (name: string) => (cookies[name] === undefined ? undefined : { value: cookies[name] }),
});

test("a browser counts for itself ten seconds after it got its name, and for a day", () => {
  expect(readVisitorCookie(ago(0), now)?.ownFrom).toEqual(new Date(now.getTime() + 10_000));
  expect(readVisitorCookie(ago(86_400_000 - 1), now)).not.toBeNull();
  expect(readVisitorCookie(ago(86_400_000), now)).toBeNull();
  expect(readVisitorCookie(ago(-1), now)).toBeNull();
});

test("two browsers have two names, and a name stays what it is", () => {
  const cookie = ago(0);
  expect(readVisitorCookie(cookie, now)?.name).toBe(readVisitorCookie(cookie, now)?.name);
  expect(readVisitorCookie(cookie, now)?.name).not.toBe(readVisitorCookie(ago(0), now)?.name);
});

const mine = ago(20_000);
const known = deviceWith(undefined, "ana@tienda.example");
test.each([
  undefined,
  "",
  "..",
  "a.1.c",
  `${mine}x`,
  mine.slice(0, -1),
  mine.replace(/\.\d+\./, ".1."),
  known,
])("a cookie that was not made here for this names nobody: %s", (cookie) =>
  expect(readVisitorCookie(cookie, now)).toBeNull(),
);

test("the name of a browser does not pass for a device that somebody signed in on", () => {
  expect(deviceName(mine)).toBeNull();
  expect(deviceName(known)).not.toBeNull();
});

test("who asks is a device, a browser that has waited, or one that has to wait yet", () => {
  expect(strangerOf("192.0.2.1", jar({}))).toEqual({
    ip: "192.0.2.1",
    device: null,
    visitor: null,
    ownFrom: null,
  });
  expect(strangerOf("192.0.2.1", jar({ visitante: mine }))).toMatchObject({
    visitor: readVisitorCookie(mine)?.name,
    ownFrom: null,
  });
  expect(strangerOf("192.0.2.1", jar({ visitante: newVisitorCookie() }))).toMatchObject({
    visitor: null,
    ownFrom: expect.any(Date),
  });
  expect(strangerOf("192.0.2.1", jar({ visitante: mine, dispositivo: known })).device).toBe(
    deviceName(known),
  );
});
