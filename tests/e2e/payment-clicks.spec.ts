import { randomBytes, randomUUID } from "node:crypto";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { seal } from "@/lib/crypto/seal";
import { makeProvider } from "@/tests/support/factories/account";
import { makeKind } from "@/tests/support/factories/own-order";
import { owner } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { signInAsEmail } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

const EACH = 100;

/** A provider with 100 uses of $1.000 on one invoice that can be paid; answers its CUFE. */
async function invoicedUses(kind: string, official: string): Promise<string> {
  const provider = await makeProvider({ approved: true });
  const cufe = randomBytes(48).toString("hex");
  const hex = (sealed: Buffer) => `\\x${sealed.toString("hex")}`;
  const rows = Array.from({ length: EACH }, () => {
    const order = randomUUID();
    return {
      order,
      use: randomUUID(),
      number: randomUUID().toUpperCase(),
      id_sealed: hex(seal("1042555318", affiliateIdPlace(order))),
      name_sealed: hex(seal("Ana Prueba", affiliateNamePlace(order))),
    };
  });
  await owner.begin(async (sql) => {
    // Other tests open the list of orders, which shows the names.
    await sql`create temp table used on commit drop as
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as r("order" uuid, use uuid, number text, id_sealed bytea, name_sealed bytea)`;
    await sql`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
        affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
      select "order", ${kind}, number, number, 'CC', id_sealed, 'x', name_sealed, 1000, 0, '', bogota_today(), bogota_today(), '', 'used'
      from used`;
    await sql`insert into order_use (id, order_id, kind, amount, balance, provider_id, key)
      select use, "order", 'use', 1000, 0, ${provider}, gen_random_uuid() from used`;
    await sql`insert into invoice (provider_id, number_key, cufe, value) values (${provider}, 'FE1', ${cufe}, ${EACH * 1_000})`;
    await sql`insert into settlement (use_id, state, invoice, cufe, legalized_by, changed_at, changed_by)
      select use, 'invoiced', 'FE-1', ${cufe}, ${official}, now(), ${official} from used`;
  });
  return cufe;
}

test("a run of 300 uses of three providers is approved with three clicks from the first page", async ({
  browser,
  baseURL,
}) => {
  const kind = await makeKind();
  const official = (await makeOfficial("officer")).personId;
  const cufes = await Promise.all([1, 2, 3].map(() => invoicedUses(kind, official)));
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
    window.addEventListener("pointerdown", clicked, true);
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
