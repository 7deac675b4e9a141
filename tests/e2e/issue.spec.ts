import type { Page } from "@playwright/test";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { readPdf } from "../support/read-pdf";
import { expect, expectAccessible, test } from "../support/test";

const kinds = "/admin/ajustes/tipos-de-orden";
const some = () => String(Math.floor(Math.random() * 9_000_000) + 1_000_000);

async function fillOrder(page: Page, order: { id: string; kind: string; value: string; concept: string }) {
  await page.goto("/admin/ordenes/nueva");
  await page.getByLabel("Número de identificación").fill(order.id);
  await page.getByLabel("Nombre del afiliado").fill("Yesenia Polo Marriaga");
  await page.getByLabel("Tipo de orden", { exact: true }).selectOption({ label: order.kind });
  await page.getByLabel("Valor", { exact: true }).fill(order.value);
  await page.getByLabel("Concepto").fill(order.concept);
  await page.getByLabel("Sede", { exact: true }).fill("CAC Prado");
}

const continueTo = async (page: Page) => {
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.waitForURL(/\/emitir$/);
};

// What axe looks at it looks at with scripts: it is one itself.
for (const javaScriptEnabled of [true, false]) {
  const scripting = javaScriptEnabled ? "with" : "without";
  test.describe(`${scripting} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("an order is drafted, issued, printed, and found at the counter", async ({ page }) => {
      test.setTimeout(120_000);
      const code = javaScriptEnabled ? "KE" : "KF";
      const name = `KIT ESCOLAR ${code}`;
      const id = `104${some()}`;
      await signInAsEmail(page, "administrador@caja.example");
      await page.goto(kinds);
      await page.getByRole("link", { name: "Agregar un tipo" }).click();
      await page.getByLabel("Código", { exact: true }).fill(code.toLowerCase());
      await page.getByLabel("Nombre", { exact: true }).fill(name);
      await page.getByRole("button", { name: "Guardar" }).click();
      await expect(page.getByRole("alert").first()).toContainText("Escriba el valor más alto");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("Valor más alto").fill("150.000");
      await page.getByRole("button", { name: "Guardar" }).click();
      await page.waitForURL(/guardado=1/);
      await expect(page.getByRole("link", { name })).toBeVisible();
      await page.context().clearCookies();

      await signInAsEmail(page, "funcionario@caja.example");
      await fillOrder(page, { id, kind: name, value: "150.001", concept: "Kit escolar" });
      await page.getByRole("button", { name: "Continuar" }).click();
      await expect(page.getByText("El valor supera el máximo")).toBeVisible();
      // What was typed is still there.
      await expect(page.getByLabel("Nombre del afiliado")).toHaveValue("Yesenia Polo Marriaga");
      await page.getByLabel("Valor", { exact: true }).fill("121.000");
      if (javaScriptEnabled) await expect(page.getByText("ciento veintiún mil pesos")).toBeVisible();
      await continueTo(page);
      await expect(page.getByText("ciento veintiún mil pesos")).toBeVisible();
      expect(page.url()).not.toContain(id);
      if (javaScriptEnabled) await expectAccessible(page);
      // The second click after the fields: with scripts the paper is fetched for the print dialog, else its page opens.
      const printed = javaScriptEnabled
        ? page.waitForResponse((answer) => answer.url().endsWith("/imprimir"))
        : null;
      await page.getByRole("button", { name: "Emitir e imprimir" }).click();
      await page.waitForURL(/emitida=1/);
      await expect(page.getByText("Orden H0000001 emitida.")).toBeVisible();
      if (printed) {
        const answer = await printed;
        expect(answer.headers()["content-type"]).toBe("application/pdf");
        expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
        // A reload prints no second paper.
        await expect(page).not.toHaveURL(/imprimir=/);
        await page.reload();
        await expect(page.getByText(/Impresa una vez/)).toBeVisible();
        await expectAccessible(page);
      } else {
        await expect(page.getByRole("button", { name: "Imprimir", exact: true })).toBeVisible();
      }
      const { origin, pathname } = new URL(page.url());
      const paper = await page.request.post(`${pathname}/imprimir`, {
        form: { tamano: "carta" },
        headers: { origin },
      });
      const [sheet] = (await readPdf(await paper.body())).pages;
      expect(sheet?.text).toContain("H0000001");
      expect(sheet?.text).toContain("CIENTO VEINTIÚN MIL PESOS M/CTE");
      // In the list it can be ticked and printed with others.
      await page.goto(`/admin/ordenes/lista?tipo=${code}`);
      const box = page.getByRole("checkbox", { name: "Marcar la orden H0000001" });
      const ticked = await page.request.post("/admin/ordenes/imprimir/marcadas", {
        form: { orden: await box.inputValue(), tamano: "media" },
        headers: { origin },
      });
      expect((await readPdf(await ticked.body())).pages[0]?.text).toContain("H0000001");
      await expect(page.getByRole("button", { name: "Imprimir las marcadas" })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto("/admin/ordenes/lista?papel=nothing_ticked");
      await expect(page.getByText("Marque al menos una orden")).toBeVisible();
      await page.context().clearCookies();

      await signInAsEmail(page, "caja@eltornillo.example");
      await page.goto("/consultar");
      await page.getByLabel("Nit / Cédula").fill(id);
      await page.getByLabel("Tipo Documento").selectOption(code);
      await page.getByLabel("Nro Documento").fill("h0000001");
      await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
      await page.waitForURL(/\/consultar\/r\//);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");
      await expect(page.getByText("$121.000").first()).toBeVisible();
    });
  });
}

test("a draft form with errors reports each at its field and keeps every value", async ({ page }) => {
  await signInAsEmail(page, "funcionario@caja.example");
  await page.goto("/admin/ordenes/nueva");
  await page.getByLabel("Número de identificación").fill("12");
  await page.getByLabel("Valor", { exact: true }).fill("48X.000");
  await page.getByRole("button", { name: "Continuar" }).click();
  const summary = page.getByRole("alert").first();
  await expect(summary).toContainText("Ese número no corresponde a su tipo");
  await expect(summary).toContainText("Escriba el valor solo con números");
  await expect(page.getByLabel("Número de identificación")).toHaveValue("12");
  await expectAccessible(page);
});

// One unfinished order a person, so one way after the other, and by somebody who issues nothing beside.
test.describe
  .serial("an incomplete draft order", () => {
    for (const javaScriptEnabled of [true, false]) {
      test.describe(`${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
        test.use({ javaScriptEnabled });

        test("is stored as typed and continued later", async ({ page }) => {
          await signInAsEmail(page, "administrador@caja.example");
          await page.goto("/admin/ordenes/nueva");
          await page.getByLabel("Nombre del afiliado").fill("Iván Crespo");
          await page.getByLabel("Valor", { exact: true }).fill("48O");
          await page.getByRole("button", { name: "Guardar y seguir después" }).click();
          await page.waitForURL(/\/admin\/ordenes$/);
          await page.getByRole("link", { name: /orden sin terminar/ }).click();
          await expect(page.getByLabel("Nombre del afiliado")).toHaveValue("Iván Crespo");
          await expect(page.getByLabel("Valor", { exact: true })).toHaveValue("48O");
          if (javaScriptEnabled) await expectAccessible(page);
          await page.getByRole("button", { name: "Empezar otra" }).click();
          await expect(page.getByLabel("Nombre del afiliado")).toHaveValue("");
        });
      });
    }
  });

test("an order above the approval limit waits for a second person, who sends it back and then approves", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const concept = `Obra ${some()}`;
  await signInAsEmail(page, "funcionario@caja.example");
  await fillOrder(page, { id: `104${some()}`, kind: "ADELANTO POR SUBSIDIOS", value: "2.000.000", concept });
  await expect(page.getByText("otra persona aprobará esta orden")).toBeVisible();
  await continueTo(page);
  const check = page.url();
  await page.getByRole("button", { name: "Pedir aprobación" }).click();
  await expect(page.getByText("Espera aprobación desde")).toBeVisible();
  await expect(page.getByRole("button", { name: "Emitir la orden" })).toHaveCount(0);
  // The same person cannot open the page of the second one.
  await page.goto(check.replace(/emitir$/, "aprobar"));
  await expect(page).not.toHaveURL(/aprobar$/);
  await page.context().clearCookies();

  await signInAsEmail(page, "administrador@caja.example");
  await page.goto("/admin");
  await expect(
    page.getByRole("main").getByRole("link", { name: /^\d+ (?:orden|órdenes) por aprobar$/ }),
  ).toBeVisible();
  await page.goto("/admin/ordenes");
  await page.getByRole("link", { name: `Revisar ${concept}` }).click();
  await expectAccessible(page);
  await page.getByLabel("Motivo").fill("Falta la cotización");
  await page.getByRole("button", { name: "Devolver" }).click();
  await page.waitForURL(/\/admin\/ordenes$/);
  await page.context().clearCookies();

  await signInAsEmail(page, "funcionario@caja.example");
  await page.goto("/admin/ordenes");
  await page.getByRole("link", { name: `Continuar ${concept}` }).click();
  await expect(page.getByText("Falta la cotización")).toBeVisible();
  await page.getByRole("button", { name: "Pedir aprobación" }).click();
  await expect(page.getByText("Espera aprobación desde")).toBeVisible();
  await page.context().clearCookies();

  await signInAsEmail(page, "administrador@caja.example");
  await page.goto(check.replace(/emitir$/, "aprobar"));
  await page.getByRole("button", { name: "Aprobar y emitir" }).click();
  await expect(page.getByText(/Orden H\d{7} emitida\./)).toBeVisible();
});
