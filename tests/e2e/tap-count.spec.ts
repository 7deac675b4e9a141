import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Browser, chromium, devices, type Page } from "@playwright/test";
import { filmArguments, frameOf, writeCameraFilm } from "@/tests/support/camera";
import { heading } from "@/tests/support/counter-pages";
import { makeOrder, makeTill } from "@/tests/support/look-up-orders";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";
import { compared } from "@/tests/support/use-order";

const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];

/** A phone in somebody's hand whose every touch is counted by the page itself, on each page of the way. */
async function counted(browser: Browser, person: string) {
  const context = await browser.newContext({
    ...phone,
    baseURL: process.env.E2E_URL ?? "",
    locale: "es-CO",
    permissions: ["camera"],
  });
  let taps = 0;
  await context.exposeBinding("tapped", () => {
    taps += 1;
  });
  await context.addInitScript(() => {
    const { tapped } = window as unknown as { tapped: () => void };
    const pressable = "a, button, input, label, select, summary";
    // A press that is repeated, since its place had moved, is one press on what it was meant for.
    window.addEventListener(
      "pointerdown",
      ({ target }) => target instanceof Element && target.closest(pressable) && tapped(),
      true,
    );
  });
  const page = await context.newPage();
  await signInAs(page, person);
  return { page, expectTaps: (count: number) => expect.poll(() => taps, { message: "taps" }).toBe(count) };
}

async function withCamera(text: string | null, run: (browser: Browser) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-toques-"));
  const film = path.join(folder, "camara.y4m");
  writeCameraFilm(film, [frameOf(text)]);
  const executablePath = process.env.E2E_BROWSER;
  const browser = await chromium.launch({
    args: filmArguments(film),
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    await run(browser);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const looking = (page: Page) =>
  page.locator("video").evaluate((video: HTMLVideoElement) => {
    const [track] = (video.srcObject as MediaStream | null)?.getVideoTracks() ?? [];
    return track?.readyState === "live" && !video.paused && video.videoWidth > 0;
  });

test("one tap from /consultar opens a running camera", async () => {
  const { actor } = await makeTill();
  await withCamera(null, async (browser) => {
    const { page, expectTaps } = await counted(browser, actor.personId);
    await page.goto("/consultar");
    await page.getByRole("link", { name: "Escanear el código" }).tap();
    await expect(page.getByText("Ponga el código dentro del cuadro")).toBeVisible();
    await expect.poll(() => looking(page)).toBe(true);
    await expectTaps(1);
  });
});

test("a scan takes two taps besides the ID digits: the camera and the button that asks", async () => {
  const { actor } = await makeTill();
  const order = await makePrintedOrder();
  await withCamera(order.url, async (browser) => {
    const { page, expectTaps } = await counted(browser, actor.personId);
    await page.goto("/consultar");
    await page.getByRole("link", { name: "Escanear el código" }).tap();
    await expect(page.getByLabel("Escriba los últimos cuatro números o letras del documento")).toBeFocused();
    await page.keyboard.type(order.tail);
    await page.getByRole("button", { name: "Ver la orden" }).tap();
    await expect(heading(page)).toHaveText("Encontramos la orden");
    await expectTaps(2);
  });
});

test("a typed look-up takes three taps besides the digits", async ({ browser }) => {
  const { actor } = await makeTill();
  const order = await makeOrder();
  const { page, expectTaps } = await counted(browser, actor.personId);
  await page.goto("/consultar");
  await page.getByLabel("Nit / Cédula").tap();
  await page.keyboard.type(order.idNumber);
  await page.getByLabel("Nro Documento").tap();
  await page.keyboard.type(order.number);
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).tap();
  await expect(heading(page)).toHaveText("Encontramos la orden");
  await expectTaps(3);
  await page.context().close();
});

test("a use takes two taps from green to the receipt", async ({ browser }) => {
  const till = await makeTill();
  const lookupId = await compared(till, await makeOrder());
  const { page, expectTaps } = await counted(browser, till.actor.personId);
  await page.goto(`/consultar/r/${lookupId}`);
  await expect(heading(page)).toHaveText("Auténtica y sin usar");
  await page.getByRole("link", { name: "Registrar el uso" }).tap();
  await expect(heading(page)).toHaveText("Va a registrar este uso");
  await page.getByRole("button", { name: "Sí, registrar el uso" }).tap();
  await expect(heading(page)).toHaveText("Uso registrado");
  await expectTaps(2);
  await page.context().close();
});
