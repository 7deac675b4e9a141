import { codeUrl } from "@/domain/order-code/code";
import { changeSignature } from "@/tests/support/changed-code";
import { choosePicture, pictureOf } from "@/tests/support/code-picture";
import { makeTill } from "@/tests/support/look-up-orders";
import { makeCuttablePhone, openOfflineReady } from "@/tests/support/offline-device";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "../support/test";

test.use({ serviceWorkers: "allow" });

test("without internet the installed app reads a code, never shows green, and sends it when the connection returns", async ({
  browser,
}) => {
  const { line, context, page, till } = await makeCuttablePhone(browser);
  const good = await makePrintedOrder();
  const used = await makePrintedOrder({ state: "used" });
  await openOfflineReady(page);

  await line.cut();
  await page.goto("/consultar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sin internet");
  await expect(page.getByText("Llaves y lista de la entidad: hoy")).toBeVisible();
  // The till's name is not on the kept page.
  expect(await page.content()).not.toContain(till.actor.name);

  await choosePicture(page, codeUrl(line.url, good.code));
  const verdict = page.locator("[data-outcome]");
  await expect(verdict).toHaveAttribute("data-outcome", "unconfirmed");
  await expect(verdict).toHaveAttribute("data-signal", "warn");
  await expect(page.getByText("$480.000")).toBeVisible();
  await expect(page.getByText("Esto es una imagen, no el papel.")).toBeVisible();
  await expectAccessible(page);
  const stored = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open("proveedores");
        opening.onsuccess = () => {
          const all = opening.result.transaction("waiting").objectStore("waiting").getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
  expect(stored).not.toContain("code");

  await page.getByRole("button", { name: "Leer otro código" }).click();
  await choosePicture(page, codeUrl(line.url, used.code));
  await expect(verdict).toHaveAttribute("data-outcome", "dead");
  await page.getByRole("button", { name: "Leer otro código" }).click();
  await choosePicture(page, changeSignature(codeUrl(line.url, good.code)));
  await expect(verdict).toHaveAttribute("data-signal", "stop");

  await line.mend();
  await page.goto("/consultar");
  // Both agree with what the phone said: nothing needs attention.
  await expect(page.locator("[data-late]")).toHaveCount(2);
  await expect(page.getByText("2 códigos leídos sin internet ya tienen respuesta")).toBeVisible();
  await page.locator("[data-late=current]").getByRole("link", { name: "Ver la respuesta" }).click();
  await page
    .getByLabel("Escriba los últimos cuatro números o letras del documento de la persona")
    .fill(good.tail);
  await page.getByRole("button", { name: "Ver la orden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Esto es una imagen, no el papel");
  await context.close();
});

test("a picture shared from another app is read and marked as a picture", async ({ page }) => {
  const order = await makePrintedOrder();
  await signInAs(page, (await makeTill()).actor.personId);
  await openOfflineReady(page);
  const bytes = (await pictureOf(page, order.url)).toString("base64");
  await page.evaluate((base64) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", enctype: "multipart/form-data", action: "/consultar/compartir" });
    const field = Object.assign(document.createElement("input"), { type: "file", name: "foto" });
    const file = new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "c.png", {
      type: "image/png",
    });
    const chosen = new DataTransfer();
    chosen.items.add(file);
    field.files = chosen.files;
    form.append(field);
    document.body.append(form);
    form.submit();
  }, bytes);
  await page
    .getByLabel("Escriba los últimos cuatro números o letras del documento de la persona")
    .fill(order.tail);
  await page.getByRole("button", { name: "Ver la orden" }).click();
  await expect(page.getByText("Esto es una imagen, no el papel").first()).toBeVisible();
  await expect(page.locator("[data-signal=go]")).toHaveCount(0);
});

test("a picture that somebody else shared is not read: not after ten minutes, and not after they signed out", async ({
  page,
}) => {
  const order = await makePrintedOrder();
  await signInAs(page, (await makeTill()).actor.personId);
  await openOfflineReady(page);
  const bytes = (await pictureOf(page, order.url)).toString("base64");
  const share = (minutesAgo: number) =>
    page.evaluate(
      async ([base64, date]) => {
        const picture = new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], {
          type: "image/png",
        });
        const shared = await caches.open("compartida-1");
        await shared.put("/consultar/compartir", new Response(picture, { headers: { date } }));
      },
      [bytes, new Date(Date.now() - minutesAgo * 60_000).toUTCString()] as const,
    );
  const question = page.getByLabel("Escriba los últimos cuatro números o letras del documento de la persona");
  await share(11);
  await page.goto("/consultar/escanear");
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open("compartida-1")).keys()).length))
    .toBe(0);
  await expect(question).toHaveCount(0);
  await share(9);
  await page.goto("/consultar/escanear");
  await expect(question).toBeVisible();

  await page.goto("/consultar");
  await share(0);
  await page.locator("form[action='/salir'] button").dispatchEvent("click");
  await expect(page).toHaveURL(/\/ingresar/);
  await expect.poll(() => page.evaluate(() => caches.has("compartida-1"))).toBe(false);
});
