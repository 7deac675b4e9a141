import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { authorize, type CajaActor } from "@/domain/access";
import * as deeds from "@/domain/order/change-order";
import {
  browser,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  teamGrant,
} from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { makeCounter, registerUse, tills } from "../order/counters";

afterAll(() => Promise.all([owner.end(), tills.end()]));

const changing = (actor: CajaActor) => authorize(actor, "order.change");
const reason = "Motivo de la prueba";

test("a deed on an order that is not there says so, and does nothing", async () => {
  const ana = await makeCajaPerson("officer");
  const order = randomUUID();
  const day = "2026-01-02";
  const caja = changing(ana);
  for (const deed of [
    () => deeds.deliverOrder(caja, { order }, browser()),
    () => deeds.annulOrder(authorize(ana, "order.annul"), { order, cause: "other", reason }, browser()),
    () => deeds.blockOrder(caja, { order, reason }, browser()),
    () => deeds.extendOrder(caja, { order, was: day, until: day, reason }, browser()),
    () => deeds.replaceOrder(caja, { order, reason }, browser()),
  ])
    await expect(deed()).rejects.toMatchObject({ code: "order_missing" });
  const said = async (call: PromiseLike<readonly object[]>) => Object.values((await call)[0] ?? {})[0];
  expect(
    await said(owner`select extend_order(${order}, ${ana.personId}, ${day}, ${day}, 'x', 'x') as said`),
  ).toBe("not_found");
  expect(
    await said(
      owner`select replace_order(${order}, ${randomUUID()}, ${ana.personId}, 'x', '', '', 'x', 'x') as said`,
    ),
  ).toBe("not_found");
  expect(await said(owner`select issue_order(${order}, ${ana.personId}, 'x', false, 'x') as said`)).toBe(
    "not_found",
  );
  expect(await said(owner`select unblock_order(${order}, ${ana.personId}, 'x', 'x') as said`)).toBe(
    "not_found",
  );
});

test("annulling one order ends its own review and leaves the review of another as it is", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const [one, other] = [await makeIssued(ana, kind), await makeIssued(ana, kind)];
  for (const order of [one, other]) await deeds.blockOrder(changing(ana), { order, reason }, browser());
  await deeds.annulOrder(authorize(ana, "order.annul"), { order: one, cause: "other", reason }, browser());
  const holds = await owner<{ order_id: string }[]>`
    select order_id from order_hold where order_id in (${one}, ${other}) and released_at is null`;
  expect(holds).toEqual([{ order_id: other }]);
  expect((await rowOf(other)).state).toBe("blocked");
});

test("a provider cannot ask for a use back that the caja is about to pay; of one that it objected, they can", async () => {
  const [ana, kind, counter] = [await makeCajaPerson("officer"), await makeKind(), await makeCounter()];
  const { useId } = await registerUse(counter, { order: await makeIssued(ana, kind) });
  const ask = async () => {
    const [row] = await tills<{ said: string }[]>`
      select ask_undo(${useId}, ${counter.personId}, ${counter.providerId}, 'Se equivocó la cajera', 'x') as said`;
    return row?.said;
  };
  for (const state of ["legalized", "invoiced", "paid"]) {
    await owner`insert into settlement (use_id, state, invoice, cufe, changed_at, changed_by)
      values (${useId}, ${state}, ${state === "legalized" ? null : "FE1"}, ${state === "legalized" ? null : "ab".repeat(48)},
        now(), ${ana.personId})
      on conflict (use_id) do update set state = excluded.state, invoice = excluded.invoice, cufe = excluded.cufe`;
    expect(await ask(), state).toBe("settled");
  }
  await owner`update settlement set state = 'objected', invoice = null, cufe = null, objection = 'Falta la firma'
    where use_id = ${useId}`;
  expect(await ask()).toBe("done");
  expect(await ask()).toBe("asked");
});

test("only a link of an invitation accepts it", async () => {
  const providerId = await makeProvider();
  const boss = await makeMember(providerId, "owner");
  const { actor } = teamGrant(providerId, boss.personId);
  const policy = await makePolicy();
  const invitation = randomUUID();
  await owner`insert into invitation (id, provider_id, email, name, role, invited_by)
    values (${invitation}, ${providerId}, ${`${invitation}@prueba.example`}, 'Beto', 'clerk', ${actor.personId})`;
  const accept = async (purpose: string) => {
    const hash = Buffer.from(randomUUID());
    await owner`select new_mail_link(${purpose}, ${invitation}, ${hash}, 3600)`;
    const [row] = await owner<{ outcome: string }[]>`
      select outcome from accept_invitation(${hash}, 'Beto', 'x', ${policy}, '{}', 'x', 'x', 'es-CO')`;
    return row?.outcome ?? null;
  };
  expect(await accept("password")).not.toBe("done");
  expect(await accept("confirm")).not.toBe("done");
  const [member] = await owner`select from membership where provider_id = ${providerId} and role = 'clerk'`;
  expect(member).toBeUndefined();
  expect(await accept("invite")).toBe("done");
});
