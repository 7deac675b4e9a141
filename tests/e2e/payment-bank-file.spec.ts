import { randomUUID } from "node:crypto";
import { makeKind } from "@/tests/support/factories/own-order";
import { invoicedUses } from "@/tests/support/invoiced-uses";
import { owner } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

test("a payment says what its bank file still pays while it is reversed, and offers none when nothing is left", async ({
  page,
}) => {
  const kind = await makeKind();
  const [maker, approver] = [
    (await makeOfficial("officer")).personId,
    (await makeOfficial("treasurer")).personId,
  ];
  const cufes = await Promise.all([2, 1].map((count) => invoicedUses({ kind, official: maker, count })));
  const [built] = await owner<{ id: string }[]>`
    with shown as (select cufe, version from payable_invoices(${cufes}))
    select m.run_id as id from make_payment(${maker}, ${randomUUID()}, bogota_today(), 'NOV-REV',
      array(select cufe from shown order by cufe), array(select version from shown order by cufe), 'x') m`;
  const approve = (run: string | undefined) =>
    owner`select approve_payment(${approver}, ${run ?? ""}, '[]', 'x')`;
  const reverse = async (cufe: string | undefined) => {
    const [waiting] = await owner<{ id: string }[]>`select m.run_id as id from make_payment_reversal(${maker},
      ${randomUUID()}, ${built?.id ?? ""}, array[${cufe ?? ""}], 'Se pagó dos veces', 'x') m`;
    return waiting?.id;
  };
  // Who legalised it does not approve it; the official of these invoices is its maker.
  await approve(built?.id);
  const reversal = await reverse(cufes[0]);

  await signInAsEmail(page, "tesoreria@caja.example");
  const address = `/admin/liquidacion/pagos/${built?.id}`;
  await page.goto(address);
  await expect(page.getByText("Hay una reversión por aprobar, de $2.000.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Banco, CSV" })).toBeVisible();

  await approve(reversal);
  await page.goto(address);
  await expect(page.getByText("El archivo del banco trae solo lo que queda: $1.000.")).toBeVisible();

  await approve(await reverse(cufes[1]));
  await page.goto(address);
  await expect(page.getByText("Todo este pago está reversado")).toBeVisible();
  await expect(page.getByRole("button", { name: "Banco, CSV" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Contable, CSV" })).toBeVisible();
});
