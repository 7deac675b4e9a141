import { expect, test } from "vitest";
import { compareOrder } from "@/domain/lookup/compare";
import { readLookup } from "@/domain/lookup/read-lookup";
import { Refusal } from "@/model/refusal";
import { colleagueOf, makeOrder, makeTill, owner } from "@/tests/support/look-up-orders";
import {
  backdate,
  client,
  compared,
  confirmation,
  eventsOf,
  lookUp,
  register,
  verdictOf,
} from "@/tests/support/use-order";

/** A look-up with the mode "type", independent of the caja's setting in parallel tests. */
async function lookUpTyped() {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  await owner`insert into comparison (lookup_id, person_id, mode) values (${id}, ${till.actor.personId}, 'type')`;
  return { till, id };
}

test("a found order is blue, and green for three minutes after three equal rows", async () => {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  expect(await verdictOf(till, id)).toBe("current");
  await compareOrder(till, id, { way: "rows", differing: [] }, client());
  expect(await verdictOf(till, id)).toBe("authentic");
  await backdate(id, 3);
  expect(await verdictOf(till, id)).toBe("asked_before");
});

test("a differing row stops the use, and the first comparison stays whoever compares again", async () => {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  await compareOrder(till, id, { way: "rows", differing: ["holder"] }, client());
  await compareOrder(till, id, { way: "rows", differing: [] }, client());
  await compareOrder(till, id, { way: "unreadable", reason: "damaged" }, client());
  const answer = await readLookup(till, id);
  expect(answer?.verdict).toBe("mismatch");
  expect(answer?.counter.comparison?.differing).toEqual(["holder"]);
  expect(await eventsOf(id)).toEqual(["order.looked_up", "order.compared"]);
});

test("with a typed comparison the order's value is sent only after the paper's value was typed", async () => {
  const { till, id } = await lookUpTyped();
  const before = await readLookup(till, id);
  expect(before).toMatchObject({ verdict: "current", counter: { compareMode: "type" } });
  expect(before?.sheet).toMatchObject({ value: null, balance: null });
  expect(JSON.stringify(before)).not.toMatch(/480.?000/);
  await compareOrder(till, id, { way: "value", pesos: 480_000, differing: [] }, client());
  expect(await readLookup(till, id)).toMatchObject({ verdict: "authentic", sheet: { value: 480_000 } });
});

test("a wrong typed value has one retry, then the comparison stops and shows both values", async () => {
  const { till, id } = await lookUpTyped();
  const type = (pesos: number) => compareOrder(till, id, { way: "value", pesos, differing: [] }, client());
  await expect(type(680_000)).rejects.toEqual(new Refusal("paper_value_differs"));
  expect(await readLookup(till, id)).toMatchObject({ verdict: "current", sheet: { value: null } });
  await type(680_000);
  expect(await readLookup(till, id)).toMatchObject({
    verdict: "mismatch",
    sheet: { value: 480_000 },
    counter: { comparison: { paperValue: 680_000 } },
  });
  await type(480_000);
  expect(await verdictOf(till, id)).toBe("mismatch");
});

test("beside a typed value the other rows count as well: one that differs stops the use at once", async () => {
  const [right, wrong] = [await lookUpTyped(), await lookUpTyped()];
  await compareOrder(right.till, right.id, { way: "value", pesos: 480_000, differing: ["holder"] }, client());
  await compareOrder(wrong.till, wrong.id, { way: "value", pesos: 1, differing: ["paper"] }, client());
  for (const [{ till, id }, differing] of [
    [right, ["holder"]],
    [wrong, ["value", "paper"]],
  ] as const)
    expect(await readLookup(till, id)).toMatchObject({
      verdict: "mismatch",
      counter: { mayUse: false, comparison: { differing } },
    });
});

test("two concurrent wrong values count as two tries", async () => {
  const { till, id } = await lookUpTyped();
  const type = () => compareOrder(till, id, { way: "value", pesos: 1, differing: [] }, client());
  const tries = await Promise.allSettled([type(), type()]);
  expect(tries.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(await verdictOf(till, id)).toBe("mismatch");
});

test("a typed comparison cannot be answered by rows, nor the other way round", async () => {
  const { till, id } = await lookUpTyped();
  await compareOrder(till, id, { way: "rows", differing: [] }, client());
  expect(await verdictOf(till, id)).toBe("current");
  const shown = await lookUp(till, await makeOrder());
  await compareOrder(till, shown, { way: "value", pesos: 480_000, differing: [] }, client());
  expect(await verdictOf(till, shown)).toBe("current");
});

test("a paper that cannot be read shows every field and stays blue", async () => {
  const { till, id } = await lookUpTyped();
  await compareOrder(till, id, { way: "unreadable", reason: "sight" }, client());
  expect(await readLookup(till, id)).toMatchObject({
    verdict: "unread",
    sheet: { value: 480_000 },
    counter: { mayUse: false, comparison: { reason: "sight" } },
  });
});

test("another provider can neither compare nor read the look-up", async () => {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  const other = await makeTill();
  await compareOrder(other, id, { way: "rows", differing: [] }, client());
  expect(await readLookup(other, id)).toBeNull();
  expect(await verdictOf(till, id)).toBe("current");
});

test("a member with the viewer role can compare", async () => {
  const till = await makeTill();
  const viewer = await colleagueOf(till);
  const id = await compared(viewer, await makeOrder());
  expect(await verdictOf(viewer, id)).toBe("authentic");
});

test("a colleague who opens the link of a green sees none, and can neither claim nor register the use", async () => {
  const till = await makeTill();
  const id = await compared(till, await makeOrder());
  const colleague = await colleagueOf(till, "clerk");
  expect(await readLookup(colleague, id)).toMatchObject({
    verdict: "asked_before",
    counter: { mayUse: false, comparison: { by: till.actor.personId } },
  });
  expect(await register(colleague, confirmation(id))).toBeNull();
  expect(await readLookup(till, id)).toMatchObject({ verdict: "authentic", counter: { mayUse: true } });
  expect(await register(till, confirmation(id))).not.toBeNull();
});

test("an answer names the person, the counter and its branch", async () => {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  await owner`with made as (insert into branch (provider_id, name) values (${till.actor.provider.id}, 'Sede Centro')
      returning id), beside as (insert into counter (branch_id, name) select id, 'Punto 2' from made returning id)
    update lookup set counter_id = (select id from beside) where id = ${id}`;
  expect((await readLookup(till, id))?.asker).toMatch(/^.+, Punto 2, Sede Centro$/);
});

test("a look-up by a picture of the code never turns green", async () => {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  await owner`update lookup set channel = 'picture' where id = ${id}`;
  await compareOrder(till, id, { way: "rows", differing: [] }, client());
  expect(await verdictOf(till, id)).toBe("picture");
});

test("a look-up older than twelve hours cannot be compared", async () => {
  const till = await makeTill();
  const id = await lookUp(till, await makeOrder());
  await owner`update lookup set asked_at = asked_at - interval '12 hours 1 second' where id = ${id}`;
  await compareOrder(till, id, { way: "rows", differing: [] }, client());
  expect(await verdictOf(till, id)).toBe("asked_before");
});

test("an order annulled meanwhile cannot be compared and is no longer green", async () => {
  const till = await makeTill();
  const [first, second] = [await makeOrder(), await makeOrder()];
  const id = await lookUp(till, first);
  const green = await compared(till, second);
  await owner`update "order" set state = 'annulled' where id in ${owner([first.id, second.id])}`;
  await compareOrder(till, id, { way: "rows", differing: [] }, client());
  expect(await verdictOf(till, id)).toBe("annulled");
  expect(await verdictOf(till, green)).toBe("annulled");
});

test("a stored comparison cannot be changed, not even by the table owner", async () => {
  const till = await makeTill();
  const id = await compared(till, await makeOrder());
  await expect(
    owner`update comparison set result = 'different', differing = '{value}' where lookup_id = ${id}`,
  ).rejects.toThrow(/a result stands/);
  await expect(owner`delete from comparison where lookup_id = ${id}`).rejects.toThrow(/a result stands/);
});
