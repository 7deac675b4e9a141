import { expect, test } from "vitest";
import { newSessionCookie, readSessionCookie } from "@/lib/crypto/session-cookie";
import { newToken } from "@/lib/crypto/token";
import { newVisitorCookie } from "@/lib/crypto/visitor";

process.env.DATABASE_URL ??= "postgres://localhost/hanna";
process.env.AUTH_SECRET ??= "solo-para-las-pruebas-solo-para-las-pruebas";

test("the session cookie holds the token, and is read only as it was signed", () => {
  const { token } = newToken();
  const cookie = newSessionCookie(token);
  expect(readSessionCookie(cookie)).toBe(token);
  const { token: other } = newToken();
  const mac = cookie.slice(cookie.lastIndexOf(".") + 1);
  for (const forged of [
    undefined,
    "",
    token,
    `${token}.`,
    `${other}.${mac}`,
    cookie.slice(0, -1),
    `${cookie}A`,
    `.${mac}`,
  ])
    expect(readSessionCookie(forged), forged).toBeNull();
});

test("a cookie that was signed for another purpose is no session", () => {
  expect(readSessionCookie(newVisitorCookie())).toBeNull();
});
