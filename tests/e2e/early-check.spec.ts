import { newApplicant } from "../support/full-journey";
import { expect, test } from "../support/test";

test("a field is checked when it is left, and the summary waits until the form is sent", async ({ page }) => {
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
