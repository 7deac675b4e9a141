import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { owner } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { invoicedUses, makeRun } from "@/tests/support/paid-run";
import { firstValue } from "@/tests/support/rolled-back";
import { makeUses } from "@/tests/support/use-order";

const freshCufe = () => randomBytes(48).toString("hex");
const PRICE = 480_000;

/** Uses of one provider and whoever of the caja settles them. */
async function used(count: number) {
  const [{ till, useIds }, { personId: actor }] = [await makeUses(count), await makeOfficial("officer")];
  const provider = till.actor.provider.id;
  const settle = (
    uses: string[],
    to: string,
    form: { invoice?: string; cufe?: string; value?: number | null } = {},
  ) =>
    firstValue<string>(owner`select settle_uses(${actor}, ${provider}, ${uses}::uuid[], ${to}, ${form.invoice ?? "FE-1"},
      ${form.cufe ?? freshCufe()}, 'No coincide', '[]', 'x', null, ${form.value ?? null})`);
  return { actor, provider, useIds, settle };
}
const invoicesOf = async (
  provider: string,
) => owner`select number_key as number, value::int, payable_uses as payable
  from invoice where provider_id = ${provider} order by number_key`;

test("an invoice adds up its own uses alone, and a value is that of its own invoice", async () => {
  const { provider, useIds, settle } = await used(4);
  const [first = "", second = "", third = "", fourth = ""] = useIds;
  const [cufe, another] = [freshCufe(), freshCufe()];
  expect(await settle(useIds, "legalized")).toBe("done");
  const invoice = (uses: string[], form: object) =>
    settle(uses, "invoiced", { invoice: "FE-1", cufe, ...form });
  expect(await invoice([first], { value: 2 * PRICE })).toBe("invoice_sum");
  expect(await invoice([first], { value: PRICE })).toBe("done");
  expect(await invoice([second], { invoice: "FE-2", cufe: another, value: PRICE })).toBe("done");
  expect(await invoice([third], { value: PRICE })).toBe("invoice_sum");
  expect(await invoice([third], { value: 2 * PRICE })).toBe("done");
  const both = [
    { number: "FE-1", value: 2 * PRICE, payable: 2 },
    { number: "FE-2", value: PRICE, payable: 1 },
  ];
  expect([...(await invoicesOf(provider))]).toEqual(both);
  // A process of before sends no value, which leaves the one that is known.
  expect(await invoice([fourth], { value: null })).toBe("done");
  expect((await invoicesOf(provider))[0]).toEqual({ number: "FE-1", value: 2 * PRICE, payable: 3 });
  expect(await settle([second], "objected")).toBe("done");
  expect((await invoicesOf(provider)).map(({ number }) => number)).toEqual(["FE-1"]);
});

test("the log says of each step what belongs to it alone", async () => {
  const { actor, useIds, settle } = await used(1);
  const form = { invoice: "FE-9", cufe: freshCufe(), value: PRICE };
  for (const to of ["legalized", "invoiced", "objected"]) expect(await settle(useIds, to, form)).toBe("done");
  const events = await owner`select action, detail from audit_event where actor_id = ${actor} order by seq`;
  expect([...events]).toEqual([
    { action: "use.legalized", detail: {} },
    { action: "use.invoiced", detail: form },
    { action: "use.objected", detail: { reason: "No coincide" } },
  ]);
  const [row] = await owner`select state, invoice, cufe, objection, legalized_by from settlement
    where use_id = ${useIds[0] ?? null}`;
  expect(row).toEqual({
    ...{ state: "objected", invoice: null, cufe: null, objection: "No coincide", legalized_by: actor },
  });
});

test("a use names its run once that is approved, and a period's sums have groups of one use", async () => {
  const { useIds, cufe, providerId } = await invoicedUses(1);
  const { useIds: others } = await used(1);
  const run = await makeRun([cufe]);
  const rows = async () =>
    owner`select use_id, state, payment from settlement_rows(${providerId}, '2020-01-01', '2099-12-31', null, null, null, 9, 0)`;
  expect([...(await rows())]).toEqual([{ use_id: useIds[0], state: "invoiced", payment: null }]);
  const { personId } = await makeOfficial("treasurer");
  const outcome = owner`select approve_payment(${personId}, ${run.id}, '[]', 'x')`;
  expect(await firstValue<string>(outcome)).toBe("done");
  expect((await rows())[0]?.payment).not.toBeNull();
  expect((await rows())[0]?.use_id).not.toBe(others[0]);
  const sums =
    await owner`select state, uses, amount::int from settlement_sums(${providerId}, '2020-01-01', '2099-12-31')`;
  expect([...sums]).toEqual([{ state: "paid", uses: 1, amount: PRICE }]);
});
