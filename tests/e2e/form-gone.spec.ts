import { randomUUID } from "node:crypto";
import { makeKind } from "@/tests/support/factories/own-order";
import { invoicedUses } from "@/tests/support/invoiced-uses";
import { owner } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

test.use({ javaScriptEnabled: false });

test("without scripts a form that somebody else was faster with says so, though its page has it no longer", async ({
  browser,
  page,
}) => {
  const official = (await makeOfficial("officer")).personId;
  const cufe = await invoicedUses({ kind: await makeKind(), official, count: 1 });
  const [run] = await owner<{ run_id: string }[]>`
    select m.* from payable_invoices(${[cufe]}) p, make_payment(${official}, ${randomUUID()}, bogota_today(), 'NOV-301',
      array[p.cufe], array[p.version], 'x') m`;
  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const approve = { name: "Aprobar $1.000" };
  for (const [who, email] of [
    [page, "tesoreria@caja.example"],
    [other, "administrador@caja.example"],
  ] as const) {
    await signInAsEmail(who, email);
    await who.goto(`/admin/liquidacion/pagos/${run?.run_id}`);
    await expect(who.getByRole("button", approve)).toBeVisible();
    await expect(who.getByRole("alert")).toHaveCount(0);
  }
  await other.getByRole("button", approve).click();
  await expect(other.getByText("El pago quedó aprobado")).toBeVisible();
  await page.getByRole("button", approve).click();
  await expect(page.getByRole("button", approve)).toHaveCount(0);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveAttribute("data-text", /^Este pago ya se decidió/);

  // Where the form is still there, it alone says why.
  const reverse = async () => {
    await page.goto(`/admin/liquidacion/pagos/${run?.run_id}/revertir`);
    await page.getByRole("checkbox").check();
    await page.getByLabel("Por qué se reversa").fill("Se pagó dos veces lo mismo.");
    await page.getByRole("button", { name: "Pedir la reversión" }).click();
  };
  await reverse();
  await expect(page.getByText("La reversión quedó pedida")).toBeVisible();
  await reverse();
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(page.locator("form").getByText("Ya hay una reversión")).toBeVisible();
});
