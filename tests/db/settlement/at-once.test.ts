import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { owner } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { firstValue } from "@/tests/support/rolled-back";
import { makeUses } from "@/tests/support/use-order";
import { whileOpen } from "@/tests/support/while-open";

type Sql = Parameters<Parameters<typeof whileOpen>[0]>[0];

/** Uses of one provider, and the calls that two people make of them at once. */
async function settledBy(count = 1) {
  const [{ till, useIds }, officer, boss] = [
    await makeUses(count),
    await makeOfficial("officer"),
    await makeOfficial("administrator"),
  ];
  const { personId, provider } = till.actor;
  const [use = ""] = useIds;
  const cufe = randomBytes(48).toString("hex");
  return {
    use,
    useIds,
    cufe,
    settle:
      (to: string, uses = [use]) =>
      (sql: Sql) =>
        firstValue<string>(sql`select settle_uses(${officer.personId}, ${provider.id}, ${uses}::uuid[], ${to}, 'FE-1',
        ${cufe}, 'No coincide con el papel', '[]', 'x')`),
    ask: (sql: Sql) =>
      firstValue<string>(
        sql`select ask_undo(${use}, ${personId}, ${provider.id}, 'Era de otra persona', 'x')`,
      ),
    undo: (sql: Sql) =>
      firstValue<string>(sql`select outcome from undo_use(${use}, ${personId}, ${provider.id}, null, ${randomUUID()},
        'Era de otra persona', 'x')`),
    refuse: (sql: Sql) =>
      firstValue<string>(sql`select decide_undo(r.id, ${boss.personId}, false, 'No procede', '[]', 'x')
        from undo_request r where r.use_id = ${use}`),
    reverse: (sql: Sql) =>
      firstValue<string>(sql`select undo_objected_use(${use}, ${boss.personId}, 'No procede', gen_random_uuid(), '',
        '', '[]', 'x')`),
  };
}

test("of an undo request and a settlement at once the first one counts, whichever it is", async () => {
  const settledFirst = await settledBy();
  expect(await whileOpen(settledFirst.settle("legalized"), settledFirst.ask)).toBe("settled");
  const requestFirst = await settledBy();
  expect(await whileOpen(requestFirst.ask, requestFirst.settle("legalized"))).toBe("undo_waits");
});

test("a request is not refused when its use is undone at the same moment", async () => {
  const { ask, undo, refuse } = await settledBy();
  expect(await ask(owner)).toBe("done");
  expect(await whileOpen(undo, refuse)).toBe("decided");
});

test("an objected use is not reversed when the objection is withdrawn at the same moment", async () => {
  const { settle, reverse, use } = await settledBy();
  expect(await settle("objected")(owner)).toBe("done");
  expect(await whileOpen(settle("legalized"), reverse)).toBe("not_objected");
  expect(await owner`select from order_use where undoes = ${use}`).toEqual([]);
});

test("an invoice stays when it loses one use at the moment at which it charges another", async () => {
  const { settle, useIds, cufe } = await settledBy(2);
  expect(await settle("legalized", useIds)(owner)).toBe("done");
  expect(await settle("invoiced", useIds.slice(0, 1))(owner)).toBe("done");
  const charge = settle("invoiced", useIds.slice(1));
  const object = settle("objected", useIds.slice(0, 1));
  expect(await whileOpen(charge, object)).toBe("done");
  const rows = await owner`select payable_uses from invoice where cufe = ${cufe}`;
  expect(rows).toEqual([{ payable_uses: 1 }]);
});
