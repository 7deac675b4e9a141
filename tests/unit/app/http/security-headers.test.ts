import { type NextFetchEvent, NextRequest } from "next/server";
import { expect, test } from "vitest";
import nextConfig from "@/next.config";
import { proxy } from "@/proxy";

const origin = "http://127.0.0.1:3000";

test("every address has the headers that keep a browser from guessing, leaking, framing and clear text", async () => {
  const [rule, ...more] = (await nextConfig.headers?.()) ?? [];
  expect(more).toEqual([]);
  expect(rule?.source).toBe("/:path*");
  expect(Object.fromEntries(rule?.headers.map(({ key, value }) => [key.toLowerCase(), value]) ?? [])).toEqual(
    {
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=()",
      "strict-transport-security": "max-age=31536000; includeSubDomains",
    },
  );
});

test("a page runs our own scripts only: no inline or evaluated code, no plugin, base, frame or foreign form", async () => {
  const policies = await Promise.all(
    ["/", "/ingresar", "/admin", "/consultar"].map(async (path) => {
      const answer = await proxy(new NextRequest(`${origin}${path}`), {} as NextFetchEvent);
      return answer.headers.get("content-security-policy") ?? "";
    }),
  );
  for (const policy of policies) {
    const rules = Object.fromEntries(policy.split("; ").map((rule) => rule.split(/ (.*)/).slice(0, 2)));
    expect(rules["script-src"]).toMatch(/^'self' 'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'$/);
    expect(rules).toMatchObject({
      "default-src": "'self'",
      "connect-src": "'self'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
    });
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
  }
  expect(new Set(policies).size).toBe(policies.length);
});
