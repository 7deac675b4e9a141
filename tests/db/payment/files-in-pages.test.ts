import { expect, test } from "vitest";
import { owner } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { invoicedUses, makeRun } from "@/tests/support/paid-run";
import { firstValue } from "@/tests/support/rolled-back";

test("the uses of a run are read in pages by name and receipt, each once and none of another run", async () => {
  const [one, other, apart] = [await invoicedUses(2), await invoicedUses(2), await invoicedUses(1)];
  await owner`update provider set legal_name = 'Almacén S.A.S.' where id = ${other.providerId}`;
  const { id } = await makeRun([one.cufe, other.cufe]);
  await makeRun([apart.cufe]);
  const page = (after: { provider_name: string; serial: number } | null, limit: number) => owner<
    { use_id: string; provider_name: string; serial: number }[]
  >`select use_id, provider_name, serial from payment_rows(${id}, ${after?.provider_name ?? null},
    ${after?.serial ?? null}, ${limit})`;
  const found: string[] = [];
  for (let [row] = await page(null, 1); row; [row] = await page(row, 1)) found.push(row.use_id);
  expect(found).toEqual([...other.useIds, ...one.useIds]);
  expect((await page(null, 3)).map(({ use_id }) => use_id)).toEqual(found.slice(0, 3));
});

test("that a file of a run left is in the log with its number, for who reads payments", async () => {
  const [{ personId: auditor }, { personId: reviewer }] = [
    await makeOfficial("auditor"),
    await makeOfficial("reviewer"),
  ];
  const { id } = await makeRun([(await invoicedUses(1)).cufe]);
  const log = (actor: string) =>
    firstValue<string>(owner`select log_payment_export(${actor}, ${id}, 'bank', 'csv', 'x')`);
  expect([await log(reviewer), await log(auditor)]).toEqual(["not_allowed", "done"]);
  const events =
    await owner`select actor_id, detail from audit_event where subject_id = ${id} and action = 'payment.exported'`;
  expect([...events]).toMatchObject([
    { actor_id: auditor, detail: { for: "bank", format: "csv", number: expect.stringMatching(/^PG-/) } },
  ]);
});
