import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { makeTill } from "@/tests/support/look-up-orders";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { signInAs } from "@/tests/support/sign-in-as";
import { filmArguments, frameOf, writeCameraFilm } from "../support/camera";
import { expect, test } from "../support/test";

const RUNS = 4;
let folder: string;
// A worker may come back to this file: what is taken away afterwards is made before.
test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "hanna-rapidez-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Slow 4G and a phone four times slower than this machine, as Lighthouse has them. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

test("from a code in view to the ID digits takes at most a second in three of four tries; the decoder has at most 50 KB", async () => {
  test.setTimeout(180_000);
  const order = await makePrintedOrder();
  const film = path.join(folder, "film.y4m");
  writeCameraFilm(film, [frameOf(order.url)]);
  const executablePath = process.env.E2E_BROWSER;
  const browser = await chromium.launch({
    args: filmArguments(film),
    ...(executablePath ? { executablePath } : {}),
  });
  const times: number[] = [];
  const fetched: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext({
      baseURL: process.env.E2E_URL ?? "",
      viewport: { width: 390, height: 844 },
      permissions: ["camera"],
    });
    const page = await context.newPage();
    await signInAs(page, (await makeTill()).actor.personId);
    await page.addInitScript(() => {
      const clock = { seen: 0, digitsShown: 0 };
      Object.assign(window, { clock });
      document.addEventListener("loadeddata", () => (clock.seen ||= performance.now()), true);
      new MutationObserver(() => {
        if (document.getElementById("digits")) clock.digitsShown ||= performance.now();
      }).observe(document, { childList: true, subtree: true });
    });
    const client = await context.newCDPSession(page);
    await client.send("Network.emulateNetworkConditions", SLOW_4G);
    await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto("/consultar/escanear", { waitUntil: "networkidle" });
    const scripts: Promise<number>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script")
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.getByRole("button", { name: "Usar la cámara" }).click();
    await page.locator("#digits").waitFor();
    const { seen, digitsShown } = await page.evaluate(
      () => (window as unknown as { clock: { seen: number; digitsShown: number } }).clock,
    );
    times.push(digitsShown - seen);
    fetched.push((await Promise.all(scripts)).reduce((sum, size) => sum + size, 0));
    await context.close();
  }
  await browser.close();
  times.sort((one, other) => one - other);
  const p75 = times[Math.ceil(RUNS * 0.75) - 1] ?? Number.POSITIVE_INFINITY;
  console.log(`Código visto → cuatro dígitos: ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
  expect(Math.max(...fetched)).toBeGreaterThan(0);
  expect(Math.max(...fetched)).toBeLessThanOrEqual(50 * 1024);
  expect(p75).toBeLessThanOrEqual(1_000);
});
