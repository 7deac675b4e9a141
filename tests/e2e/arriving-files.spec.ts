import { pdf } from "@/tests/support/full-journey";
import { leaving, picture } from "@/tests/support/report-pages";
import { expect, expectAccessible, test } from "@/tests/support/test";
import { endSessions, newTyper, signInAgain, typedForms } from "@/tests/support/typed-forms";

const REQUEST = "/aplicaciones/convenios/solicitar";
const good = (name: string) => ({ name, mimeType: "application/pdf", buffer: pdf });
const bad = { name: "malo.pdf", mimeType: "application/pdf", buffer: Buffer.from("nada") };

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } });

    test("a good file stays when the other one is bad: only the bad one is asked for again", async ({
      page,
    }) => {
      await newTyper(page, "applicant");
      await page.goto(REQUEST);
      await page.locator("#rut").setInputFiles(good("rut.pdf"));
      await page.locator("#camara").setInputFiles(bad);
      if (javaScriptEnabled) await expect(page.locator("#camara-error")).toBeVisible();
      else await page.getByRole("button", { name: "Enviar solicitud" }).click();
      await expect(page.getByText("Ya llegó rut.pdf. No tiene que elegirlo otra vez.")).toBeVisible();
      await expect(page.locator("#camara-error")).toContainText("ese archivo no se puede abrir");
      await expect(page.locator("#rut-error")).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.locator("#camara").setInputFiles(good("camara.pdf"));
      if (javaScriptEnabled) await expect(page.getByText("Ya llegó camara.pdf.")).toBeVisible();
      await page.getByRole("button", { name: "Enviar solicitud" }).click();
      await expect(page).toHaveURL(/\/solicitudes\/SOL-/);
    });

    test("a report's photo that arrived is not asked for again after a fault or a session that ended", async ({
      page,
    }) => {
      const { personId, email } = await newTyper(page, "owner");
      await typedForms["a report"]?.open(page);
      const arrived = page.getByText("Ya llegó foto.png. No tiene que elegirlo otra vez.");
      await page.getByLabel("Otra cosa").check();
      const photo = { name: "IMG_0042.png", mimeType: "image/png", buffer: picture() };
      await page.getByLabel("Foto del papel (opcional)").setInputFiles(photo);
      if (javaScriptEnabled) {
        await expect(arrived).toBeVisible();
        await expectAccessible(page);
      }
      await leaving(page).click();
      await expect(page.getByText("Escriba qué no coincide").first()).toBeVisible();
      await expect(arrived).toBeVisible();
      await page.getByRole("textbox").first().fill("Trae una firma que no es la de siempre");
      if (javaScriptEnabled) {
        await endSessions(personId);
        await leaving(page).click();
        await signInAgain(page, email);
        await expect(arrived).toBeVisible();
      }
      await leaving(page).click();
      await expect(page.getByText("La enviamos con la novedad")).toBeVisible();
    });
  });
}

test("files that arrived are still there after a reload and a session that ended, and another person sees none of them", async ({
  page,
}) => {
  const { personId, email } = await newTyper(page, "applicant");
  await page.goto(REQUEST);
  await page.locator("#rut").setInputFiles(good("rut.pdf"));
  await expect(page.locator("[data-arrived=rut]")).toBeVisible();
  await page.reload();
  await expect(page.locator("[data-arrived=rut]")).toBeVisible();
  await page.locator("#camara").setInputFiles(good("camara.pdf"));
  await expect(page.locator("[data-arrived=camara]")).toBeVisible();
  await endSessions(personId);
  await page.getByRole("button", { name: "Enviar solicitud" }).click();
  await expect(page).toHaveURL(/\/ingresar/);
  await signInAgain(page, email);
  await expect(page.locator("[data-arrived]")).toHaveCount(2);
  const other = await page.context().newPage();
  await newTyper(other, "applicant");
  await other.goto(REQUEST);
  await expect(other.getByRole("button", { name: "Enviar solicitud" })).toBeVisible();
  await expect(other.locator("[data-arrived]")).toHaveCount(0);
});

test("a file on its way shows its progress, and without a line it goes along with the form", async ({
  page,
}) => {
  await newTyper(page, "applicant");
  await page.goto(REQUEST);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/archivos/enviar", async (route) => {
    await held;
    await route.continue();
  });
  await page.locator("#rut").setInputFiles(good("rut.pdf"));
  await expect(page.getByRole("progressbar")).toBeVisible();
  answer();
  await expect(page.locator("[data-arrived=rut]")).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await page.unroute("**/archivos/enviar");
  await page.route("**/archivos/enviar", (route) => route.abort());
  await page.locator("#camara").setInputFiles(good("camara.pdf"));
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  expect(await page.locator("#camara").evaluate((input: HTMLInputElement) => input.files?.length)).toBe(1);
  await page.getByRole("button", { name: "Enviar solicitud" }).click();
  await expect(page).toHaveURL(/\/solicitudes\/SOL-/);
});
