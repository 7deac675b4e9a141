import { setTimeout as pause } from "node:timers/promises";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { makeClean, stateOf } from "../support/clean-request";
import { owner } from "../support/factories/account";
import { file, makeApplicant } from "../support/factories/request";

// One after another: each decides on requests, and the next one that a page opens may be another test's.
test.describe.configure({ mode: "default" });

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
