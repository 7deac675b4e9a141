import { demoCases } from "@/scripts/demo/cases";
import { confirm, newApplicant, register, requestAgreements } from "@/tests/support/full-journey";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, expectAccessible, test } from "@/tests/support/test";

test.use({ serviceWorkers: "allow" });

test.use({ contextOptions: { reducedMotion: "no-preference" } });

const current = demoCases[0];

for (const javaScriptEnabled of [true, false]) {
  test(`register, request, be returned, correct, be approved and check an order, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    if (!current) throw new Error("no cases in the demonstration");
    const inspect = javaScriptEnabled ? expectAccessible : async () => {};
    const options = { javaScriptEnabled, viewport: { width: 390, height: 844 } };
    const till = await (await browser.newContext(options)).newPage();
    const desk = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const applicant = await newApplicant();

    await register(till, applicant, inspect);
    await inspect(till);
    await confirm(till, applicant.email);
    await till.goto("/consultar");
    await expect(till).toHaveURL(/\/aplicaciones/);
    const filingNumber = await requestAgreements(till, inspect);

    await signInAsEmail(desk, "administrador@caja.example");
    await desk.goto(`/admin/solicitudes/${filingNumber}`);
    await expect(desk.getByText(applicant.legalName).first()).toBeVisible();
    await inspect(desk);
    await desk.getByRole("link", { name: "Corregir", exact: false }).last().click();
    await inspect(desk);
    await desk
      .getByRole("textbox", { name: /devolver|corregir|falta/i })
      .first()
      .fill("La foto del RUT salió borrosa: no se lee el NIT.");
    await desk.getByRole("button", { name: /Devolver/ }).click();
    await expect(desk.getByText(`Devuelta para corrección: ${applicant.legalName}`)).toBeVisible();
    await desk.goto(`/admin/solicitudes/${filingNumber}`);
    await expect(desk.getByText("La foto del RUT salió borrosa").first()).toBeVisible();

    await till.goto(`/solicitudes/${filingNumber}`);
    await expect(till.getByText("La foto del RUT salió borrosa").first()).toBeVisible();
    await inspect(till);
    await till.getByRole("link", { name: /Corregir/ }).click();
    await expect(till).toHaveURL(/corregir/);
    await inspect(till);
    await till
      .locator("input[type=file]")
      .first()
      .setInputFiles({
        name: "rut.png",
        mimeType: "image/png",
        buffer: Buffer.from(
          "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
          "base64",
        ),
      });
    await till.getByRole("button", { name: /Enviar/ }).click();
    // The page of the correction has a longer address: only the request's own says that it was sent.
    await expect(till).toHaveURL(new RegExp(`/solicitudes/${filingNumber}(\\?|$)`));

    await desk.goto(`/admin/solicitudes/${filingNumber}`);
    await desk.getByRole("button", { name: /Aprobar/ }).click();
    await expect(desk.getByText(/Aprobada/).first()).toBeVisible();

    await till.goto("/aplicaciones");
    await expect(till.getByRole("heading", { name: "PROVEEDORES" })).toBeVisible();
    await expect(till.getByText("Aplicación CONVENIOS")).toBeVisible();
    await expect(
      till.getByText(
        "Acceda aquí a la plataforma de proveedores de Caja de Compensación Demo, donde podrá consultar las órdenes de adelanto por subsidios.",
      ),
    ).toBeVisible();
    await inspect(till);
    await till.getByRole("link", { name: /^Acceder/ }).click();
    await expect(till).toHaveURL(/\/consultar/);
    await till.getByLabel("Nit / Cédula").fill(current.idNumber);
    await till.getByLabel("Nro Documento").fill(current.number);
    await till.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
    await expect(till.getByRole("heading", { level: 1 })).toHaveText("Encontramos la orden");
  });
}
