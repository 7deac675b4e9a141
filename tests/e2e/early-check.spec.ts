import { heading, lookUpOnPage, openCounter } from "../support/counter-pages";
import { newApplicant } from "../support/full-journey";
import { send, toForm } from "../support/report-pages";
import { expect, signIn, test } from "../support/test";

test("a field is validated on blur, and the error summary appears on submit only", async ({ page }) => {
  const { nit } = await newApplicant();
  await page.goto("/registro");
  await page.getByRole("checkbox", { name: /^Autorizo a/ }).check();
  await page.getByRole("checkbox", { name: "Acepto las reglas de uso" }).check();
  await page.getByRole("button", { name: "Continuar" }).click();

  const field = page.getByLabel("NIT", { exact: true });
  const summary = page.getByRole("alert").filter({ hasText: "Revise esto" });
  await field.fill("12");
  await field.press("Tab");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel(/^DV/)).toBeFocused();
  await expect(summary).toHaveCount(0);

  await field.fill(nit);
  await field.press("Tab");
  await expect(field).not.toHaveAttribute("aria-invalid");

  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(summary).toBeFocused();
  await expect(field).toHaveValue(nit);
});

test("the look-up form loads its validation on first focus and then sends no request for an invalid number", async ({
  page,
}) => {
  await signIn(page, "caja@eltornillo.example");
  const scripts: string[] = [];
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
    if (request.method() === "POST") posts.push(request.url());
  });
  await page.goto("/consultar", { waitUntil: "networkidle" });
  const before = scripts.length;
  await page.getByLabel("Nit / Cédula").fill("1");
  await expect.poll(() => scripts.length).toBeGreaterThan(before);
  // A field that is left is checked as soon as the schema is there; a form that is sent waits for it a moment only.
  await page.getByLabel("Nro Documento").focus();
  await expect(page.getByLabel("Nit / Cédula")).toHaveAttribute("aria-invalid", "true");

  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Revise esto" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(2);
  await expect(page.getByLabel("Nit / Cédula")).toHaveValue("1");
  expect(posts).toEqual([]);
});

test("what is chosen after a form was sent without it is not sent", async ({ page }) => {
  const { order } = await openCounter(page);
  await lookUpOnPage(page, order);
  await toForm(page, "Reportar una novedad");
  // The schema is loaded by the first key.
  const schema = page.waitForEvent("requestfinished", (request) => request.resourceType() === "script");
  await page.getByLabel("Cuéntenos más (opcional)").fill("El papel se ve raro.");
  await schema;
  const reason = page.getByLabel("El papel está tachado o borroso");
  await reason.evaluate((radio: HTMLInputElement) => {
    radio.form?.requestSubmit();
    radio.click();
  });
  await expect(page.getByRole("alert").filter({ hasText: "Revise esto" })).toBeFocused();
  await expect(reason).toBeChecked();
  await send(page);
  await expect(heading(page)).toHaveText(/^Novedad R-/);
});
