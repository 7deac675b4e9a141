import { randomUUID } from "node:crypto";
import { makeApplicant } from "@/tests/support/factories/request";
import { owner } from "@/tests/support/look-up-orders";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "../support/test";

test("Hoy shows an administrator the money, what waits and its counts in the menu above the fold", async ({
  page,
}) => {
  const { personId, provider } = await makeApplicant();
  const filingNumber = `SOL-2026-${randomUUID().slice(0, 8)}`;
  await owner`insert into request (filing_number, provider_id, application_code, state, submitted_by)
    values (${filingNumber}, ${provider.id}, 'CONVENIOS', 'submitted', ${personId})`;
  await page.setViewportSize({ width: 1366, height: 768 });
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1, name: "Hoy" })).toBeVisible();
  const money = page.getByRole("region", { name: "El dinero del mes" });
  for (const figure of ["Emitidas", "Usadas", "Por pagar", "Vencidas sin usar", "Anuladas"])
    await expect(money.getByText(figure, { exact: true })).toBeVisible();
  const rows = page.getByRole("table", { name: "Lo que espera, lo más antiguo primero" }).getByRole("row");
  const first = await rows.nth(1).boundingBox();
  expect((first?.y ?? 768) + (first?.height ?? 0)).toBeLessThan(768);
  // Each row leads to what waits, and the menu says how much of it there is.
  await expect(rows.nth(1).getByRole("link")).toHaveAttribute("href", /^(?:\/admin\/|#correos-perdidos)/);
  await expect(page.getByRole("link", { name: /^Solicitudes, [\d.]+ en espera$/ })).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^[\d.]+ solicitud(?:es)? nuevas?$/ })
    .click();
  await expect(page).toHaveURL(/\/admin\/solicitudes\?ver=nuevas$/);
  // It waits for nobody any more, in case another test looks at the queue.
  await owner`update request set state = 'rejected', reason = 'Prueba' where filing_number = ${filingNumber}`;
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("each chart of the month has its table, and a reviewer has the one of requests alone", async ({
    page,
  }) => {
    await signInAsEmail(page, "administrador@caja.example");
    await page.goto("/admin");
    for (const name of ["Usos por día", "Respuestas por clase", /^Días hábiles hasta la decisión/])
      await expect(page.getByRole("table", { name, includeHidden: true })).toHaveCount(1);
    await page.getByText("Ver la tabla").first().click();
    await expect(page.getByRole("table", { name: "Usos por día" })).toBeVisible();
    await page.context().clearCookies();
    await signInAsEmail(page, "revisor@caja.example");
    await page.goto("/admin");
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(1);
    await expect(page.getByRole("region", { name: "El dinero del mes" })).toHaveCount(0);
  });

  test("somebody of the desk chooses what they are written to about", async ({ page }) => {
    await signInAsEmail(page, "tesoreria@caja.example");
    await page.goto("/admin");
    await page.getByRole("link", { name: "Mis avisos por correo" }).click();
    const overdue = page.getByLabel("Plazos vencidos");
    await expect(overdue).toHaveValue("digest");
    await overdue.selectOption("No me escriban");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Así le escribimos desde ahora")).toBeVisible();
    await expect(overdue).toHaveValue("off");
    await owner`delete from notice_choice
      where person_id = (select id from person where email = 'tesoreria@caja.example')`;
  });
});
