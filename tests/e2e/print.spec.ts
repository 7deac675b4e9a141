import type { Page } from "@playwright/test";
import { type DemoCase, demoCases } from "@/scripts/demo/cases";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { readPdf } from "../support/read-pdf";
import { expect, expectAccessible, test } from "../support/test";

const current = demoCases.filter(({ outcome, kindCode }) => outcome === "current" && kindCode === "AS");

async function openOrder(page: Page, { number, kindCode }: DemoCase) {
  await page.goto("/admin/ordenes");
  await page.getByRole("textbox").first().fill(number);
  await page.getByLabel("Tipo Documento").selectOption(kindCode);
  await page
    .getByRole("main")
    .getByRole("button", { name: /Buscar/ })
    .click();
  await page.getByRole("link", { name: number, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
}

/** Posts the page's own form, as the button does, and gives the answer's bytes. */
async function printWith(page: Page, path: string, form: Record<string, string>) {
  const answer = await page.request.post(path, { form, headers: { origin: new URL(page.url()).origin } });
  return { answer, bytes: await answer.body() };
}

test("an officer prints an order, and the page shows how often it was printed", async ({ page, context }) => {
  const example = current[0];
  if (!example) throw new Error("no current case");
  await signInAsEmail(page, "funcionario@caja.example");
  await openOrder(page, example);
  await expect(
    page.getByText("Vino en un archivo: el sistema de la entidad ya imprimió su papel."),
  ).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: "Imprimir", exact: true })).toBeHidden();

  const answered = context.waitForEvent("response", (response) => response.url().endsWith("/imprimir"));
  await page.getByText("Imprimir otro papel").click();
  await page.getByLabel("Media carta").check();
  await page.getByRole("button", { name: "Imprimir", exact: true }).click();
  const shown = await answered;
  expect(shown.status()).toBe(200);
  expect(shown.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="orden-${example.number}.pdf"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  // The browser's own viewer needs what the pages' policy forbids.
  expect(shown.headers()["content-security-policy"]).not.toContain("object-src");

  await page.reload();
  await expect(page.getByText(/Impresa una vez/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Reimprimir" })).toBeVisible();
  await expectAccessible(page);

  const { bytes } = await printWith(page, `${new URL(page.url()).pathname}/imprimir`, { tamano: "carta" });
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  const [sheet] = (await readPdf(bytes)).pages;
  expect(sheet?.text).toContain(example.number);
  expect(sheet?.text).toContain("$480.000");
  expect(sheet?.text).toContain("CUATROCIENTOS OCHENTA MIL PESOS M/CTE");
  expect(sheet?.width).toBe(612);
  await page.reload();
  await expect(page.getByText(/Impresa 2 veces/)).toBeVisible();
});

test("a used order cannot be printed, and an auditor has no print button", async ({ page }) => {
  const used = demoCases.find(({ outcome }) => outcome === "used");
  if (!used || !current[0]) throw new Error("no cases");
  await signInAsEmail(page, "funcionario@caja.example");
  await openOrder(page, used);
  await expect(page.getByRole("button", { name: /imprimir/i })).toHaveCount(0);
  const path = new URL(page.url()).pathname;
  await printWith(page, `${path}/imprimir`, {});
  await page.goto(`${path}?papel=order_not_issued`);
  await expect(page.getByText("Solo se imprime una orden emitida. Mire su estado.")).toBeVisible();
  await expect(
    page.getByText("Vino en un archivo: el sistema de la entidad ya imprimió su papel."),
  ).toBeVisible();
  await page.context().clearCookies();
  await signInAsEmail(page, "auditor@caja.example");
  await openOrder(page, current[0]);
  await expect(page.getByRole("button", { name: /imprimir/i })).toHaveCount(0);
  const { answer } = await printWith(page, `${new URL(page.url()).pathname}/imprimir`, {});
  expect(answer.url()).toContain("/sin-permiso");
});

test("a person without session and a cross-site POST get no printed order", async ({ page }) => {
  await signInAsEmail(page, "funcionario@caja.example");
  const path = "/admin/ordenes/imprimir/archivo";
  const foreign = await page.request.post(path, { form: {}, headers: { origin: "https://evil.example" } });
  expect(foreign.status()).toBe(403);
  await page.context().clearCookies();
  await page.goto("/ingresar");
  const { answer } = await printWith(page, path, {});
  expect(answer.url()).toContain("/ingresar");
  expect(answer.headers()["content-type"]).not.toContain("pdf");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a batch of orders is counted, printed to one file, and no longer waiting", async ({ page }) => {
    await signInAsEmail(page, "funcionario@caja.example");
    await page.goto("/admin/ordenes");
    await page.getByRole("link", { name: "Imprimir varias órdenes" }).click();
    await page.getByLabel("Tipo Documento").selectOption("BE");
    // The core has printed these, so they are asked for.
    await page.getByRole("button", { name: "Contar" }).click();
    await expect(page.getByText("No hay órdenes para imprimir.")).toBeVisible();
    await page.getByLabel("De dónde vienen").selectOption("También las de un archivo");
    await page.getByRole("button", { name: "Contar" }).click();
    const count = Number(
      /\d+/.exec(
        (await page
          .getByText(/\d.* para imprimir\.$/)
          .first()
          .textContent()) ?? "",
      )?.[0],
    );
    expect(count).toBeGreaterThan(0);
    await expect(page.getByRole("button", { name: "Imprimir todas" })).toBeVisible();
    const { bytes } = await printWith(page, "/admin/ordenes/imprimir/archivo", {
      tipo: "BE",
      sede: "",
      cuales: "",
      origen: "file",
      tamano: "media",
    });
    const { count: sheets, pages } = await readPdf(bytes);
    expect(sheets).toBe(count);
    for (const sheet of pages) expect(sheet.height).toBe(612);
    await page.reload();
    await expect(page.getByText("No hay órdenes para imprimir.")).toBeVisible();
  });
});

test("the batch print page is accessible, with orders and without", async ({ page }) => {
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto("/admin/ordenes/imprimir?cuales=printed&origen=file");
  await expect(page.getByRole("button", { name: "Imprimir todas" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/admin/ordenes/imprimir?sede=Ninguna");
  await expect(page.getByText("No hay órdenes para imprimir.")).toBeVisible();
  await expectAccessible(page);
});
