import { setTimeout as pause } from "node:timers/promises";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { owner } from "../support/factories/account";
import { file, makeAgreement, makeApplicant } from "../support/factories/request";
import { pdf } from "../support/full-journey";

// One after another: each decides on requests, and the next one that a page opens may be another test's.
test.describe.configure({ mode: "default" });

/** A clean request with documents that can be shown. */
async function makeClean(): Promise<{ number: string; name: string }> {
  const actor = await makeApplicant();
  await makeAgreement(actor.provider.nit);
  await owner`update agreement set ends_on = current_date + 400 where nit = ${actor.provider.nit}`;
  const name = `Ferretería ${actor.provider.nit}`;
  await owner`update provider set legal_name = ${name} where id = ${actor.provider.id}`;
  const number = await file(actor);
  await owner`update request_document d set content = ${pdf}, sealed_as = null, size = ${pdf.length} from request r
    where r.id = d.request_id and r.filing_number = ${number}`;
  return { number, name };
}
const stateOf = async (number: string) =>
  (await owner<{ state: string }[]>`select state from request where filing_number = ${number}`)[0]?.state;

test("a clean request is decided by six keys or fewer, the next one opens, and a key takes it back", async ({
  page,
}) => {
  const { number, name } = await makeClean();
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto(`/admin/solicitudes/${number}`);
  await expect(page.locator("canvas").first()).toBeVisible();
  await expectAccessible(page);
  let keys = 0;
  for (const done of [1, 2]) {
    await page.keyboard.press("b");
    keys++;
    await expect(page.getByText(`${done} de 2 documentos`)).toBeVisible();
  }
  // Not in a field, and not with another key held.
  await page.keyboard.press("Control+a");
  expect(await stateOf(number)).toBe("submitted");
  // Nor while a reason is open to be written, wherever the focus is.
  await page.keyboard.press("r");
  const reason = page.locator("#decidir");
  await expect(reason).toBeVisible();
  await expect(page.locator("canvas").first()).toBeVisible();
  for (const key of "La cara jkbz") await page.keyboard.press(key === " " ? "Space" : key);
  await page.keyboard.press("Escape");
  await expect(reason).toHaveCount(0);
  expect(await stateOf(number)).toBe("submitted");
  await expect(page.locator("canvas").first()).toBeVisible();
  await page.keyboard.press("a");
  keys++;
  await expect(page.getByText(`Aprobada: ${name}`)).toBeVisible();
  expect(keys).toBeLessThanOrEqual(6);
  expect(await stateOf(number)).toBe("approved");
  expect(new URL(page.url()).pathname).not.toContain(number);
  // The next request or, when none waits, the list: both take the key, once their scripts have come.
  await expect(async () => {
    await page.keyboard.press("z");
    await expect(page).toHaveURL(new RegExp(`/solicitudes/${number}`), { timeout: 1_000 });
  }).toPass();
  expect(await stateOf(number)).toBe("submitted");
});

test("who takes a decision back goes on with the filtered queue that was decided from", async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const { number, name } = await makeClean();
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAsEmail(page, "administrador@caja.example");
    await page.goto(`/admin/solicitudes/${number}?ver=limpias&aplicacion=CONVENIOS`);
    await page.getByRole("button", { name: "Aprobar y seguir" }).click();
    await expect(page.getByText(`Aprobada: ${name}`)).toBeVisible();
    await page.getByRole("button", { name: "Deshacer" }).click();
    await expect(page).toHaveURL(new RegExp(`/solicitudes/${number}\\?ver=limpias&aplicacion=CONVENIOS$`));
    expect(await stateOf(number)).toBe("submitted");
    await page.context().close();
  }
});

test("keys that are struck faster than marks are saved all count, in their order", async ({ page }) => {
  const { number, name } = await makeClean();
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto(`/admin/solicitudes/${number}`);
  await expect(page.locator("canvas").first()).toBeVisible();
  await page.route("**/admin/solicitudes/**", async (route) => {
    // So slow that no mark is saved before the next key.
    if (route.request().method() === "POST") await pause(1_000);
    await route.continue();
  });
  for (const key of "bba") await page.keyboard.press(key);
  await expect(page.getByText(`Aprobada: ${name}`)).toBeVisible();
  const marks = await owner`select d.mark from request_document d join request r on r.id = d.request_id
    where r.filing_number = ${number}`;
  expect(marks.map(({ mark }) => mark)).toEqual(["good", "good"]);
});

test("a decision is taken back by its key also where a colleague has decided the next request meanwhile", async ({
  page,
}) => {
  const [mine, next] = [await makeClean(), await makeClean()];
  await signInAsEmail(page, "administrador@caja.example");
  for (const { number, name } of [next, mine]) {
    await page.goto(`/admin/solicitudes/${number}`);
    await page.getByRole("button", { name: "Aprobar y seguir" }).click();
    await expect(page.getByText(`Aprobada: ${name}`)).toBeVisible();
  }
  await page.goto(`/admin/solicitudes/${next.number}?hecha=${mine.number}`);
  await expect(page.getByRole("button", { name: "Deshacer" })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("z");
    await expect(page).toHaveURL(new RegExp(`/solicitudes/${mine.number}`), { timeout: 1_000 });
  }).toPass();
  expect(await stateOf(mine.number)).toBe("submitted");
  expect(await stateOf(next.number)).toBe("approved");
});

test("without JavaScript documents are marked, a reason is ticked, and the decision is taken back by its form", async ({
  browser,
}) => {
  const { number, name } = await makeClean();
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto(`/admin/solicitudes/${number}`);
  await page.getByRole("button", { name: "Bien", exact: true }).first().click();
  await expect(page.getByText("1 de 2 documentos")).toBeVisible();
  await page.getByRole("link", { name: "Corregir" }).last().click();
  await page.getByLabel("La dirección no es la del RUT").check();
  await page.getByRole("button", { name: "Devolver y seguir" }).click();
  await expect(page.getByText(`Devuelta para corrección: ${name}`)).toBeVisible();
  expect(await stateOf(number)).toBe("returned");
  await page.getByRole("button", { name: "Deshacer" }).click();
  await expect(page).toHaveURL(new RegExp(`/solicitudes/${number}`));
  expect(await stateOf(number)).toBe("submitted");
});

test("what is ticked and written of one document stays while another one is opened or marked", async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const { number, name } = await makeClean();
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await signInAsEmail(page, "administrador@caja.example");
    await page.goto(`/admin/solicitudes/${number}`);
    await page.getByRole("link", { name: "Corregir" }).nth(0).click();
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

test("what a check forbids is not offered and says why, and a reader decides nothing", async ({ page }) => {
  const actor = await makeApplicant();
  const number = await file(actor);
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto(`/admin/solicitudes/${number}`);
  await expect(page.getByText("No se puede aprobar: ese NIT no tiene un convenio vigente")).toBeVisible();
  await expect(page.getByRole("button", { name: /Aprobar/ })).toHaveCount(0);
  await page.context().clearCookies();
  await signInAsEmail(page, "auditor@caja.example");
  await page.goto(`/admin/solicitudes/${number}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: /Bien|Aprobar|Devolver/ })).toHaveCount(0);
});

test("a provider is asked again only for the document that was found wrong", async ({ page }) => {
  const actor = await makeApplicant();
  const number = await file(actor);
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto(`/admin/solicitudes/${number}?hacer=corregir`);
  await page.getByLabel("RUT: no se lee").check();
  await page.getByRole("button", { name: "Devolver y seguir" }).click();
  await expect(page.getByText("Devuelta para corrección: ")).toBeVisible();
  await page.context().clearCookies();
  await signInAsEmail(page, actor.email);
  await page.goto(`/solicitudes/${number}/corregir`);
  await expect(
    page.getByText("RUT: no se lee. Envíe el archivo otra vez, completo y con luz."),
  ).toBeVisible();
  await expect(page.locator("input[type=file]")).toHaveCount(1);
  await expect(page.locator("input[type=file][name=rut]")).toBeVisible();
});

test("a document is shown in its place and leaves as a file only when that is asked for", async ({
  page,
}) => {
  const { number } = await makeClean();
  await signInAsEmail(page, "administrador@caja.example");
  await page.goto(`/admin/solicitudes/${number}`);
  const href = await page.getByRole("link", { name: "Bajar" }).getAttribute("href");
  const answers = await page.evaluate(
    (path) =>
      Promise.all(
        [path, path.split("?")[0] ?? ""].map(async (each) => {
          const { headers } = await fetch(each);
          return [headers.get("content-disposition")?.split(";")[0], headers.get("content-security-policy")];
        }),
      ),
    href ?? "",
  );
  expect(answers.map(([way]) => way)).toEqual(["attachment", "inline"]);
  for (const [, policy] of answers) expect(policy).toContain("sandbox");
});
