import { demoCases } from "@/scripts/demo/cases";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { file, makeAgreement, makeApplicant } from "../support/factories/request";
import { expect, expectAccessible, test } from "../support/test";

const pages: [email: string, paths: string[]][] = [
  [
    "administrador@caja.example",
    [
      "/admin",
      "/admin/avisos",
      "/admin/solicitudes",
      "/admin/solicitudes?estado=esperan",
      "/admin/solicitudes?estado=decididas",
      "/admin/proveedores",
      "/admin/ordenes",
      "/admin/ordenes/nueva",
      "/admin/ajustes",
      "/admin/ajustes/caja",
      "/admin/ajustes/aplicaciones",
      "/admin/ajustes/aplicaciones/CONVENIOS/nuevo",
      "/admin/ajustes/aplicaciones/CONVENIOS/bank_certificate",
      "/admin/ajustes/tipos-de-orden",
      "/admin/ajustes/tipos-de-orden/nuevo",
      "/admin/ajustes/tipos-de-orden/AS",
    ],
  ],
  ["funcionario@caja.example", ["/admin", "/admin/ordenes"]],
  ["auditor@caja.example", ["/admin", "/admin/ordenes", "/admin/bitacora"]],
  ["duena@eltornillo.example", ["/aplicaciones", "/equipo", "/consultar"]],
  ["duena@visioncaribe.example", ["/aplicaciones", "/aplicaciones/convenios/solicitar"]],
  ["caja@visioncaribe.example", ["/aplicaciones", "/equipo/este-dispositivo"]],
];

for (const [email, paths] of pages) {
  for (const path of paths) {
    test(`${path} of ${email} is accessible in light and dark mode and fits 320 px`, async ({ page }) => {
      await signInAsEmail(page, email);
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(new URL(page.url()).pathname).toBe(path.split("?")[0]);
      await expectAccessible(page);
    });
  }
}

test("the pages of the caja fit a tablet and narrow windows without sideways scroll", async ({ page }) => {
  await signInAsEmail(page, "administrador@caja.example");
  const applicant = await makeApplicant();
  await makeAgreement(applicant.provider.nit);
  await file(applicant);
  const wide: string[] = [];
  for (const path of [
    ...["", "/solicitudes", "/solicitudes/motivos", "/novedades", "/novedades/anulaciones", "/ordenes"],
    ...["/ordenes/lista", "/ordenes/imprimir", "/ordenes/importar", "/consultas", "/proveedores"],
    ...["/convenios", "/convenios/importar", "/convenios/nuevo", "/liquidacion", "/liquidacion/pagos"],
    ...["/informes", "/bitacora", "/personas", "/avisos", "/ajustes/tipos-de-orden", "/ajustes/aplicaciones"],
    `/proveedores/${applicant.provider.id}`,
  ]) {
    await page.goto(`/admin${path}`);
    for (const width of [683, 820, 1024, 1152, 1280, 1366]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`${path} at ${width}: ${over} px`);
    }
  }
  expect(wide).toEqual([]);
});

test("an officer finds an order by number and by ID, and neither is in the URL", async ({ page }) => {
  const example = demoCases[0];
  if (!example) throw new Error("no cases");
  await signInAsEmail(page, "funcionario@caja.example");
  for (const typed of [example.number, example.idNumber]) {
    await page.goto("/admin/ordenes");
    await page.getByRole("textbox").first().fill(typed);
    await page
      .getByRole("main")
      .getByRole("button", { name: /Buscar/ })
      .click();
    await expect(page).toHaveURL(/resultados/);
    await expect(page.getByText("María Elena Pérez Cantillo").first()).toBeVisible();
    expect(page.url()).not.toContain(typed);
    await expectAccessible(page);
  }
});

test("an auditor sees who looked an order up", async ({ page }) => {
  const example = demoCases[0];
  if (!example) throw new Error("no cases");
  await signInAsEmail(page, "caja@lanina.example");
  await page.goto("/consultar");
  await page.getByLabel("Nit / Cédula").fill(example.idNumber);
  await page.getByLabel("Nro Documento").fill(example.number);
  await page.getByRole("button", { name: "CONSULTAR ORDEN" }).click();
  await page.waitForURL(/\/r\//);
  const lookup = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.context().clearCookies();
  await signInAsEmail(page, "auditor@caja.example");
  await page.goto(`/admin/bitacora?sujeto=${lookup}`);
  await expect(page.getByText("Rosa Torregrosa").first()).toBeVisible();
  await expect(page.getByText(example.idNumber)).toHaveCount(0);
});
