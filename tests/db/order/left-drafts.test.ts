import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { listLeftDrafts } from "@/db/queries/order-draft";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeDraft, makeIssued, makeKind } from "@/tests/support/factories/own-order";

type Person = Awaited<ReturnType<typeof makeCajaPerson>>;

const leave = (person: Person) => owner`update person set disabled_at = now() where id = ${person.personId}`;

/** What a function of a draft answers, called with the version that the draft has now. */
async function outcomeOf(verb: "take" | "discard", order: string, { personId }: Person) {
  const call = verb === "take" ? owner`take_order_draft` : owner`discard_order_draft`;
  const [row] = await owner<{ outcome: string }[]>`
    select ${call}(p_order => id, p_actor => ${personId}, p_ip => 'x', p_version => caja_version(updated_at)) as outcome
    from "order" where id = ${order}`;
  return row?.outcome;
}

async function approve(order: string, { personId }: Person) {
  const [row] = await owner<{ outcome: string }[]>`
    select issue_order(id, ${personId}, caja_version(updated_at), true, 'x') as outcome from "order" where id = ${order}`;
  return row?.outcome;
}

test("a draft of a person who left is listed and taken over by one of many, and by nobody while its person is there", async () => {
  const [ana, ...others] = await Promise.all(Array.from({ length: 6 }, () => makeCajaPerson("officer")));
  if (!ana) throw new Error("no person");
  const order = await makeDraft(ana, await makeKind());
  const listed = async () => (await listLeftDrafts(cajaDatabase(), 10_000)).some(({ id }) => id === order);
  expect(await listed()).toBe(false);
  for (const verb of ["take", "discard"] as const)
    expect(await outcomeOf(verb, order, others[0] ?? ana)).toBe("state_changed");
  await leave(ana);
  expect(await listed()).toBe(true);
  expect(await outcomeOf("take", order, ana)).toBe("not_allowed");
  const outcomes = await Promise.all(others.map((person) => outcomeOf("take", order, person)));
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  expect(await listed()).toBe(false);
  const events = await owner<{ from: string }[]>`
    select detail ->> 'from' as from from audit_event where subject_id = ${order} and action = 'order.draft_taken'`;
  expect(events).toEqual([{ from: ana.personId }]);
});

test("somebody who changed to a role that issues no orders leaves drafts too, which another one discards", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const order = await makeDraft(ana, await makeKind());
  await owner`update person set caja_role = 'auditor' where id = ${ana.personId}`;
  expect(await outcomeOf("discard", order, luis)).toBe("done");
  const [row] = await owner<{ state: string }[]>`select state from "order" where id = ${order}`;
  expect(row?.state).toBe("annulled");
});

test("a draft that was taken over is approved neither by who took it nor by who made it, back again", async () => {
  const [ana, luis, rosa] = await Promise.all(
    (["officer", "officer", "administrator"] as const).map((role) => makeCajaPerson(role)),
  );
  if (!ana || !luis || !rosa) throw new Error("no person");
  const order = await makeDraft(ana, await makeKind());
  await leave(ana);
  expect(await outcomeOf("take", order, luis)).toBe("done");
  await owner`update person set disabled_at = null where id = ${ana.personId}`;
  const ask = async ({ personId }: Person) => {
    const [requested] = await owner<{ outcome: string }[]>`
      select ask_order_approval(id, ${personId}, caja_version(updated_at), 'x') as outcome from "order"
      where id = ${order}`;
    expect(requested?.outcome).toBe("done");
  };
  await ask(luis);
  expect(await approve(order, luis)).toBe("same_person");
  expect(await approve(order, ana)).toBe("same_person");
  // Nor by who took it from somebody and left it to somebody.
  await leave(luis);
  expect(await outcomeOf("take", order, ana)).toBe("done");
  await owner`update person set disabled_at = null where id = ${luis.personId}`;
  await ask(ana);
  expect(await approve(order, luis)).toBe("same_person");
  expect(await approve(order, rosa)).toBe("done");
});

test("a draft of a person who left is taken over as it was shown, and only while it is a draft", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const kind = await makeKind();
  const [order, issued] = [await makeDraft(ana, kind), await makeIssued(ana, kind)];
  await leave(ana);
  const [stale] = await owner<{ outcome: string }[]>`
    select take_order_draft(${order}, ${luis.personId}, '0', 'x') as outcome`;
  expect(stale?.outcome).toBe("draft_changed");
  expect(await outcomeOf("take", issued, luis)).toBe("state_changed");
});
