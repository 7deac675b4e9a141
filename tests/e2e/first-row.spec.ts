import { randomInt, randomUUID } from "node:crypto";
import { lookupCode } from "@/domain/lookup/lookup-code";
import { makeProvider, owner } from "@/tests/support/factories/account";
import { closeApplications, makeApplication } from "@/tests/support/factories/application";
import { makeAgreement, makeApplicant, makeRequest } from "@/tests/support/factories/request";
import { makeOrder } from "@/tests/support/look-up-orders";
import { invoicedUses, makeRun } from "@/tests/support/paid-run";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { confirmation, makeComparedOrder, register } from "@/tests/support/use-order";
import { expect, test } from "../support/test";

const HEIGHT = 768;

test("the first row of every list of the caja stands above the fold at 1366×768, without scripts", async ({
  browser,
  baseURL,
}) => {
  const nit = String(randomInt(600_000_000, 699_999_999));
  await makeOrder({ providerNit: nit });
  const { till, lookupId } = await makeComparedOrder();
  await register(till, confirmation(lookupId));
  await makeRun([(await invoicedUses(1)).cufe]);
  const waiting = await makeApplicant();
  await makeAgreement(waiting.provider.nit);
  await makeRequest(waiting);
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, baseURL, viewport: { width: 1366, height: HEIGHT } },
  });
  const page = await context.newPage();
  const places = {
    "administrador@caja.example": [
      "/admin/solicitudes",
      "/admin/proveedores",
      `/admin/ordenes/lista?proveedor=${nit}`,
      "/admin/convenios",
      `/admin/consultas?codigo=${lookupCode(lookupId)}`,
      "/admin/liquidacion",
      `/admin/liquidacion/${till.actor.provider.id}`,
      "/admin/personas",
    ],
    "auditor@caja.example": ["/admin/bitacora"],
    "tesoreria@caja.example": ["/admin/liquidacion/pagos"],
  };
  for (const [email, lists] of Object.entries(places)) {
    await context.clearCookies();
    await signInAsEmail(page, email);
    for (const list of lists) {
      await page.goto(list);
      const row = page.locator("tbody tr, section dl").first();
      const box = await row.boundingBox({ timeout: 10_000 }).catch(() => null);
      expect.soft((box?.y ?? HEIGHT) + (box?.height ?? 0), list).toBeLessThan(HEIGHT);
    }
  }
  await context.close();
});

test("an application that needs no convenio has no convenio in the queue, at the desk and on the provider's page", async ({
  page,
}) => {
  const code = await makeApplication();
  const provider = await makeProvider({ approved: true });
  const [person] = await owner<{ id: string }[]>`
    insert into person (email, name) values (${`${randomUUID()}@x.example`}, 'Rosa') returning id`;
  const filing = `SOL-1971-${String(randomInt(1_000_000)).padStart(6, "0")}`;
  await owner`insert into request (filing_number, provider_id, application_code, state, submitted_by)
    values (${filing}, ${provider}, ${code}, 'submitted', ${person?.id ?? ""})`;
  await signInAsEmail(page, "revisor@caja.example");
  await page.goto(`/admin/solicitudes?aplicacion=${code}`);
  await expect(page.getByRole("row").filter({ hasText: filing })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Convenio" })).toHaveCount(0);
  await page.goto(`/admin/solicitudes/${filing}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Número de convenio")).toHaveCount(0);
  await owner`update request set state = 'rejected', reason = 'Prueba', decided_at = now() where filing_number = ${filing}`;
  await closeApplications([code]);
});
