import { expect, test } from "vitest";
import { exportColumns, exportOrders } from "@/domain/order/list/export-orders";
import { browser, owner } from "@/tests/support/factories/account";
import { filtersOf, words } from "@/tests/support/listed-orders";
import { makeOrder, makeTill, someDigits } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { compared, confirmation, register } from "@/tests/support/use-order";

test("an export says who used an order, when, with which receipt and invoices, and how far it is from being paid", async () => {
  const grant = await grantOf("officer", "order.export");
  const office = `Sede ${someDigits(9)}`;
  const till = await makeTill();
  const [whole, parted, core, unused] = [
    await makeOrder({ issuedIn: -1 }),
    await makeOrder({ issuedIn: -2 }),
    await makeOrder({ issuedIn: -3, state: "used" }),
    await makeOrder({ issuedIn: -4 }),
  ];
  const dated = await makeOrder({ issuedIn: -5, state: "used" });
  await owner`update "order" set core_used_on = '2026-03-12' where id = ${dated.id}`;
  for (const { id } of [whole, parted, core, unused, dated])
    await owner`update "order" set office = ${office} where id = ${id}`;
  const use = await register(till, confirmation(await compared(till, whole), { invoice: "FV-77" }));
  await owner`insert into settlement (use_id, state, invoice, cufe, changed_at, changed_by)
    values (${use}, 'invoiced', 'FE-2041', ${"a".repeat(96)}, now(), ${grant.actor.personId})`;
  await owner.begin(async (transaction) => {
    for (const [amount, left, invoice] of [
      [80_000, 400_000, null],
      [100_000, 300_000, "FV-78"],
    ] as const)
      await transaction`insert into order_use (order_id, kind, amount, balance, key, provider_id, person_id, invoice)
        values (${parted.id}, 'use', ${amount}, ${left}, gen_random_uuid(), ${till.actor.provider.id},
          ${till.actor.personId}, ${invoice})`;
    await transaction`update "order" set balance = 300000 where id = ${parted.id}`;
  });
  const inserted = await owner<{ receipt: string }[]>`
    select 'U-' || to_char(at at time zone 'America/Bogota', 'YYYY') || '-' || lpad(serial::text, 6, '0') as receipt
    from order_use where provider_id = ${till.actor.provider.id} order by serial`;
  const receipts = inserted.map(({ receipt }) => receipt);

  const filters = filtersOf({ sede: office });
  const { rows } = await exportOrders(grant, { filters, format: "csv" }, words, browser());
  const records = [];
  for await (const row of rows)
    records.push(Object.fromEntries(exportColumns.map(({ header }, at) => [header, row[at]])));

  const { legalName, nit } = till.actor.provider;
  expect(records).toHaveLength(5);
  expect(records[0]).toMatchObject({
    USADA_POR: legalName,
    NIT_USO: nit,
    USADA_EL: expect.stringMatching(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}$/),
    COMPROBANTE: receipts[0],
    FACTURA_VENTA: "FV-77",
    FACTURA_COBRO: "FE-2041",
    ESTADO_PAGO: "Facturado",
  });
  expect(records[1]).toMatchObject({
    USADA_POR: `${legalName}; ${legalName}`,
    COMPROBANTE: `${receipts[1]}; ${receipts[2]}`,
    // The first part has none: the invoice stays at the second one.
    FACTURA_VENTA: "; FV-78",
    FACTURA_COBRO: "",
    ESTADO_PAGO: "Sin legalizar; Sin legalizar",
  });
  const none = {
    NIT_USO: "",
    USADA_EL: "",
    COMPROBANTE: "",
    FACTURA_VENTA: "",
    FACTURA_COBRO: "",
    ESTADO_PAGO: "",
  };
  expect(records[2]).toMatchObject({ USADA_POR: "Sistema de la entidad", ...none });
  expect(records[3]).toMatchObject({ USADA_POR: "", ...none });
  expect(records[4]).toMatchObject({ USADA_POR: "Sistema de la entidad", ...none, USADA_EL: "12/03/2026" });
});
