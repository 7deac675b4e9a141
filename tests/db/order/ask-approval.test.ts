import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeDraft, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";

test("approval of one's own draft is requested from a second person once, for the version that was shown", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const kind = await makeKind();
  const [order, other] = [await makeDraft(ana, kind), await makeDraft(ana, kind)];
  const versionOf = async (id: string) => {
    const [row] = await owner<
      { version: string }[]
    >`select caja_version(updated_at) as version from "order" where id = ${id}`;
    return row?.version ?? "";
  };
  const ask = async (by: string, version: string) => {
    const [row] = await owner<{ outcome: string }[]>`
      select ask_order_approval(${order}, ${by}, ${version}, 'x') as outcome`;
    return row?.outcome;
  };
  const version = await versionOf(order);
  expect(await ask(luis.personId, version)).toBe("draft_changed");
  expect(await ask(ana.personId, await versionOf(other))).toBe("draft_changed");
  expect(await ask(ana.personId, version)).toBe("done");
  expect(await ask(ana.personId, version)).toBe("draft_changed");
  expect(await ask(ana.personId, await versionOf(order))).toBe("draft_changed");
});

test("a duplicate order names the earlier one and requires a reason of ten characters", async () => {
  const ana = await makeCajaPerson("officer");
  const kind = await makeKind();
  const affiliateId = "1042555318".replace(/\d{6}$/, () => String(randomInt(100_000, 999_999)));
  const twin = await makeIssued(ana, kind, { affiliateId });
  const order = await makeDraft(ana, kind, { affiliateId });
  const ask = async (repeats: string, reason: string) => {
    const [row] = await owner<{ outcome: string }[]>`
      select ask_order_approval(id, ${ana.personId}, caja_version(updated_at), 'x', ${repeats}, ${reason}) as outcome
      from "order" where id = ${order}`;
    return row?.outcome;
  };
  expect(await ask(twin, "x".repeat(9))).toBe("repeats");
  expect(await ask(order, "x".repeat(10))).toBe("repeats");
  expect(await ask(twin, "x".repeat(10))).toBe("done");
});

test("a requested draft is sent back by a second person, and no other order with it", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const kind = await makeKind();
  const [order, other, fresh, issued] = [
    await makeDraft(ana, kind),
    await makeDraft(ana, kind),
    await makeDraft(ana, kind),
    await makeIssued(ana, kind),
  ];
  const call = async (verb: "ask" | "back", id: string, by: string) => {
    const version = owner`(select caja_version(updated_at) from "order" where id = ${id})`;
    const [row] =
      verb === "ask"
        ? await owner`select ask_order_approval(${id}, ${by}, ${version}, 'x') as outcome`
        : await owner`select send_order_back(${id}, ${by}, 'Falta el convenio', 'x', ${version}) as outcome`;
    return row?.outcome;
  };
  for (const id of [order, other]) expect(await call("ask", id, ana.personId)).toBe("done");
  expect(await call("back", order, ana.personId)).toBe("state_changed");
  expect(await call("back", fresh, luis.personId)).toBe("state_changed");
  expect(await call("back", issued, luis.personId)).toBe("state_changed");
  expect(await call("back", order, luis.personId)).toBe("done");
  const waiting = await owner<{ id: string }[]>`
    select id from "order" where kind_code = ${kind} and approval_asked_at is not null`;
  expect(waiting.map(({ id }) => id)).toEqual([other]);
});

test("the reason for a duplicate is given again when the draft was changed, and a draft that is gone is not issued", async () => {
  const ana = await makeCajaPerson("officer");
  const kind = await makeKind();
  const affiliateId = String(randomInt(1_100_000_000, 1_900_000_000));
  const twin = await makeIssued(ana, kind, { affiliateId });
  const order = await makeDraft(ana, kind, { affiliateId });
  const version = owner`(select caja_version(updated_at) from "order" where id = ${order})`;
  await owner`select ask_order_approval(${order}, ${ana.personId}, ${version}, 'x', ${twin}, ${"x".repeat(10)})`;
  const { version: asked } = await rowOf(order);
  await makeDraft(ana, kind, { order, affiliateId, office: "CAC Centro", version: asked });
  const issue = async (id: string) => {
    const [row] = await owner<{ outcome: string }[]>`
      select issue_order(${id}, ${ana.personId}, ${version}, false, 'x') as outcome`;
    return row?.outcome;
  };
  expect(await issue(order)).toBe("repeats");
  expect(await issue(randomUUID())).toBe("not_found");
});
