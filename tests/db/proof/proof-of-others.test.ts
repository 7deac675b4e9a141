import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { giveLookupProof, giveUseProof } from "@/domain/proof/give-proof";
import { makeMember, makeProvider } from "@/tests/support/factories/account";
import { makeCajaPerson, putInReview } from "@/tests/support/factories/own-order";
import { makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import { makePrintedOrder } from "@/tests/support/printed-order";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";
import { client, compared, confirmation, lookUp, register } from "@/tests/support/use-order";

test("a proof is given of a provider's own look-up and of its own entry as what it is, to who works there", async () => {
  const [mine, other] = [await makeTill(), await makeTill()];
  const lookup = await compared(mine, await makeOrder());
  const use = (await register(mine, confirmation(lookup))) ?? "";
  const give = (till: typeof mine, kind: string, of: { lookup?: string; use?: string }) => {
    const { personId, provider, sessionId } = till.actor;
    return owner`select give_proof(${kind}, ${of.lookup ?? null}, ${of.use ?? null}, ${randomUUID()}, now(), 'x', 1, 'x',
      ${personId}, ${provider.id}, 'x', ${sessionId}) as id`.then(
      ([row]) => typeof row?.id,
      () => "refused",
    );
  };
  expect([await give(other, "look_up", { lookup }), await give(other, "use", { use })]).toEqual([
    "refused",
    "refused",
  ]);
  expect(await give(mine, "undo", { use })).toBe("refused");
  await owner`update membership set removed_at = now() where person_id = ${other.actor.personId}`;
  expect(await give(other, "use", {})).toBe("refused");
});

test("a second proof of an answer is the first one, beside that of its comparison and others' proofs", async () => {
  const [till, order] = [await makeTill(), await makeOrder()];
  const plain = await lookUp(till, order);
  const first = await giveLookupProof(till, plain, client());
  const lookup = await compared(till, order);
  const [of, again] = [
    await giveLookupProof(till, lookup, client()),
    await giveLookupProof(till, lookup, client()),
  ];
  expect([await giveLookupProof(till, plain, client()), again]).toEqual([first, of]);
  expect(of).not.toBe(first);
  const use = (await register(till, confirmation(lookup))) ?? "";
  const receipt = await giveUseProof(till, use, client());
  expect(await giveUseProof(till, use, client())).toBe(receipt);
  const [bare] = [await makeProvider()];
  const { personId } = await makeMember(bare, "owner");
  expect(await owner`select from lookup_to_prove(${lookup}, ${personId}, ${bare})`).toHaveLength(0);
  expect(await owner`select from use_to_prove(${use}, ${personId}, ${bare})`).toHaveLength(0);
  expect(await owner`select from use_to_prove(${use}, ${personId}, ${till.actor.provider.id})`).toHaveLength(
    0,
  );
});

test("phones are told of the codes of orders that are over, and of superseded papers of those that are not, in their days", async () => {
  const states = ["used", "annulled", "issued", "delivered"] as const;
  const printed = new Map<string, Buffer>();
  for (const state of states)
    printed.set(
      state,
      (await makePrintedOrder({ state: state === "used" ? "issued" : state })).code.subarray(4, 12),
    );
  const blocked = await makePrintedOrder();
  await putInReview(blocked.id);
  printed.set("blocked", blocked.code.subarray(4, 12));
  const replaced = await makePrintedOrder();
  printed.set("replaced", replaced.code.subarray(4, 12));
  const { personId } = await makeCajaPerson("officer");
  const version = await firstValue<string>(
    owner`select caja_version(updated_at) from "order" where id = ${replaced.id}`,
  );
  await owner`select replace_order(${replaced.id}, ${randomUUID()}, ${personId}, ${version}, 'x', 'x', 'x', 'x')`;
  const over = await makePrintedOrder({ state: "annulled", issuedIn: -9, endsIn: -1 });
  printed.set("over", over.code.subarray(4, 12));
  await inRolledBack(async (sql) => {
    await sql`update "order" o set state = 'used', balance = 0 from order_code c
      where c.order_id = o.id and c.code_id = ${printed.get("used") ?? null}`;
    const names = async (list: "read_dead_codes" | "read_superseded_codes") => {
      const ids = await firstValue<Buffer>(sql.unsafe(`select ids from ${list}()`));
      const all = Array.from({ length: ids.length / 8 }, (_, at) =>
        ids.subarray(at * 8, at * 8 + 8).toString("hex"),
      );
      return [...printed].filter(([, id]) => all.includes(id.toString("hex"))).map(([name]) => name);
    };
    expect(await names("read_dead_codes")).toEqual(["used", "annulled", "replaced"]);
    expect(await names("read_superseded_codes")).toEqual([]);
    await sql`insert into superseded_code (code_id, order_id, key_id, code, check_index, tail_index, signed_at, superseded_at)
      select code_id, order_id, key_id, code, check_index, tail_index, now(), now() from order_code
      where code_id in ${sql([...printed.values()] as never)}`;
    expect(await names("read_superseded_codes")).toEqual(["issued", "delivered", "blocked"]);
  });
});

test("a proof opens by its own number and code", async () => {
  const till = await makeTill();
  const give = async () => {
    const id = await giveLookupProof(till, await lookUp(till, await makeOrder()), client());
    const [row] = await owner`select number, proof_code(signature) as code from proof where id = ${id}`;
    return { number: String(row?.number), code: String(row?.code) };
  };
  const [one, other] = [await give(), await give()];
  const found = (number: string, code: string) => owner`select from find_proof(${number}, ${code})`;
  expect(
    [await found(one.number, one.code), await found(one.number, other.code)].map((rows) => rows.length),
  ).toEqual([1, 0]);
  expect(await found(randomBytes(8).toString("hex"), one.code)).toHaveLength(0);
});

test("a receipt key is the next one, once the one of now signs no more, and there are 255", async () => {
  await inRolledBack(async (sql) => {
    const last = await firstValue<number>(sql`select coalesce(max(id), 0) from receipt_key`);
    const add = (id: number) =>
      firstValue<string>(sql`select add_receipt_key(${id}, ${randomBytes(32)}, 'x')`);
    const active = async () =>
      (await sql`select id from receipt_key where state = 'active'`).map(({ id }) => id);
    await sql`update receipt_key set created_at = now() - interval '2 years'`;
    expect([await add(last), await add(last + 2)]).toEqual(["changed", "changed"]);
    expect([await add(last + 1), await active()]).toEqual(["done", [last + 1]]);
    // The one of now signs for a year, whatever older ones there are.
    expect(await add(last + 2)).toBe("changed");
    await sql`update receipt_key set created_at = now() - interval '2 years' where id = ${last + 1}`;
    expect([await add(last + 2), await active()]).toEqual(["done", [last + 2]]);
    const retired = await sql`select retired_at is not null as dated from receipt_key where id = ${last + 1}`;
    expect([...retired]).toEqual([{ dated: true }]);
    await sql`update receipt_key set created_at = now() - interval '2 years'`;
    await sql`insert into receipt_key (id, state, public_key, private_sealed, retired_at)
      values (254, 'retired', ${randomBytes(32)}, 'x', now())`;
    expect([await add(255), await active()]).toEqual(["done", [255]]);
    await sql`update receipt_key set created_at = now() - interval '2 years'`;
    expect(await add(256)).toBe("full");
  });
});
