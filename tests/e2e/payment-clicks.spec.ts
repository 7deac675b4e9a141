import { randomUUID } from "node:crypto";
import { makeKind } from "@/tests/support/factories/own-order";
import { invoicedUses } from "@/tests/support/invoiced-uses";
import { owner } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

const EACH = 100;

test("a run of 300 uses of three providers is approved with three clicks from the first page", async ({
  browser,
  baseURL,
}) => {
  const kind = await makeKind();
  const official = (await makeOfficial("officer")).personId;
  const cufes = await Promise.all([1, 2, 3].map(() => invoicedUses({ kind, official, count: EACH })));
  const [run] = await owner<{ outcome: string; run_id: string }[]>`
    with shown as (select cufe, version from payable_invoices(${cufes}))
    select m.* from make_payment(${official}, ${randomUUID()}, bogota_today(), 'NOV-300',
      array(select cufe from shown order by cufe), array(select version from shown order by cufe), 'x') m`;
  expect(run?.outcome).toBe("done");

  const context = await browser.newContext({ baseURL });
  let clicks = 0;
  await context.exposeBinding("clicked", () => {
    clicks += 1;
  });
  await context.addInitScript(() => {
    const { clicked } = window as unknown as { clicked: () => void };
    // A press beside its target, while the page still moves under it, is repeated by the driver of the browser.
    const press = ({ target }: Event) =>
      target instanceof Element && target.closest("a, button") && clicked();
    window.addEventListener("pointerdown", press, true);
  });
  const page = await context.newPage();
  await signInAsEmail(page, "tesoreria@caja.example");
  await page.goto("/admin");
  const before = clicks;
  await page
    .getByRole("navigation")
    .getByRole("link", { name: /^Pagos/ })
    .click();
  await page.locator(`a[href="/admin/liquidacion/pagos/${run?.run_id}"]`).click();
  await expect(page.getByText("3 proveedores, 300 usos")).toBeVisible();
  await page.getByRole("button", { name: "Aprobar $300.000" }).click();
  await expect(page.getByRole("status").filter({ hasText: "El pago quedó aprobado" })).toBeVisible();
  expect(clicks - before).toBe(3);
  const [paid] = await owner<{ uses: number }[]>`
    select count(*)::int as uses from settlement where payment_id = ${run?.run_id ?? ""} and state = 'paid'`;
  expect(paid?.uses).toBe(3 * EACH);
  await context.close();
});
