import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { makeClean, stateOf } from "../support/clean-request";
import { owner } from "../support/factories/account";

// One after another: each decides on requests, and the next one that a page opens may be another test's.
test.describe.configure({ mode: "default" });

test("what is ticked and written of one document stays while another one is opened or marked", async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const { number, name } = await makeClean();
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAsEmail(page, "administrador@caja.example");
    await page.goto(`/admin/solicitudes/${number}`);
    await page.getByRole("link", { name: "Corregir" }).nth(0).click();
    await expect(page.locator("[name=returnCode]").first()).toBeVisible();
    const [first = "", second = ""] = await page
      .locator("[name=returnCode]")
      .evaluateAll((boxes) =>
        boxes.map((box) => (box as HTMLInputElement).value).filter((value) => value.startsWith("D2.")),
      );
    const box = (value: string) => page.locator(`[name=returnCode][value="${value}"]`);
    const words = page.locator("[name=returnReason]");
    await box(first).check();
    await words.fill("La segunda hoja está cortada.");
    // Another document beside the panel, which stays open; then the same from the list of documents.
    await page.getByRole("button", { name: "Corregir", exact: true }).nth(1).click();
    await expect(page).toHaveURL(/hacer=corregir.*#corregir-/);
    await expect(box(first)).toBeChecked();
    await box(second).check();
    await page.getByRole("button", { name: /^1\. / }).click();
    await expect(page.locator("#decidir")).toBeVisible();
    for (const value of [first, second]) await expect(box(value)).toBeChecked();
    await expect(words).toHaveValue("La segunda hoja está cortada.");
    await page.getByRole("button", { name: "Bien", exact: true }).first().click();
    await expect(page.getByText("1 de 2 documentos")).toBeVisible();
    for (const value of [first, second]) await expect(box(value)).toBeChecked();
    await page.getByRole("button", { name: "Devolver y seguir" }).click();
    await expect(page.getByText(`Devuelta para corrección: ${name}`)).toBeVisible();
    const [sent] = await owner<{ note: string }[]>`
      select e.note from request_event e join request r on r.id = e.request_id
      where r.filing_number = ${number} and e.kind = 'returned'`;
    expect(sent?.note).toContain("La segunda hoja está cortada.");
    expect(sent?.note.split("\n").length).toBeGreaterThanOrEqual(3);
    await page.context().close();
  }
});

test("Enter in the form of a reason sends the decision and opens no document", async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const { number, name } = await makeClean();
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAsEmail(page, "administrador@caja.example");
    await page.goto(`/admin/solicitudes/${number}?hacer=corregir`);
    if (javaScriptEnabled) await expectAccessible(page);
    const box = page.getByLabel("La dirección no es la del RUT");
    await box.focus();
    await page.keyboard.press("Space");
    await expect(box).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(page.getByText(`Devuelta para corrección: ${name}`)).toBeVisible();
    expect(await stateOf(number)).toBe("returned");
    await page.context().close();
  }
});

test("a reason to reject stays while a document is opened", async ({ page }) => {
  const { number } = await makeClean();
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto(`/admin/solicitudes/${number}?hacer=rechazar`);
  await page.locator("[name=rejectReason]").fill("La empresa ya no existe.");
  await page.getByRole("button", { name: /^2\. / }).click();
  await expect(page).toHaveURL(/hacer=rechazar/);
  await expect(page.locator("[name=rejectReason]")).toHaveValue("La empresa ya no existe.");
});

test("what is written after a document was opened is there after a reload", async ({ page }) => {
  const { number } = await makeClean();
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto(`/admin/solicitudes/${number}?hacer=rechazar`);
  const words = page.locator("[name=rejectReason]");
  await words.fill("La empresa ya no existe.");
  await page.getByRole("button", { name: /^2\. / }).click();
  await expect(page).toHaveURL(/doc=/);
  await expect(words).toHaveValue("La empresa ya no existe.");
  // What is written before the page's scripts have come is in no store.
  await expect(async () => {
    await words.fill("");
    await words.fill("La empresa se liquidó en marzo.");
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toContain("en marzo");
  }).toPass();
  await page.reload();
  await expect(words).toHaveValue("La empresa se liquidó en marzo.");
  // Another step keeps this, and it is not replaced by what was typed before.
  await page.getByRole("button", { name: /^1\. / }).click();
  await expect(words).toHaveValue("La empresa se liquidó en marzo.");
});
