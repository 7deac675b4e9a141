import { gzipSync } from "node:zlib";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

const KB = 1024;

test("the look-up page ships at most 155 KB of JavaScript, 15 of CSS and 30 of fonts, compressed", async ({
  page,
}) => {
  await signInAsEmail(page, "caja@eltornillo.example");
  const bytes = { script: 0, stylesheet: 0, font: 0 };
  const pending: Promise<void>[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (kind !== "script" && kind !== "stylesheet" && kind !== "font") return;
    pending.push(
      response.body().then((body) => {
        bytes[kind] += kind === "font" ? body.length : gzipSync(body).length;
      }),
    );
  });
  const client = await page.context().newCDPSession(page);
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto("/consultar", { waitUntil: "networkidle" });
  await Promise.all(pending);
  expect(bytes.script).toBeGreaterThan(0);
  expect(bytes.script / KB).toBeLessThanOrEqual(155);
  expect(bytes.stylesheet / KB).toBeLessThanOrEqual(15);
  expect(bytes.font / KB).toBeLessThanOrEqual(30);
});
