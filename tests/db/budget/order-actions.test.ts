import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as orderActions from "@/domain/order/change-order";
import { authorize, type CajaActor } from "@/model/access";
import {
  browser,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  teamGrant,
} from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind, rowOf } from "@/tests/support/factories/own-order";
import { makeCounter, providerPool, registerUse } from "@/tests/support/use-in-database";

const changing = (actor: CajaActor) => authorize(actor, "order.change");
const reason = "Motivo de la prueba";

test("an action on an order that does not exist answers not found and changes nothing", async () => {
  const ana = await makeCajaPerson("officer");
  const order = randomUUID();
  const day = "2026-01-02";
  const caja = changing(ana);
  for (const action of [
    () => orderActions.deliverOrder(caja, { order }, browser()),
    () =>
      orderActions.annulOrder(authorize(ana, "order.annul"), { order, cause: "other", reason }, browser()),
    () => orderActions.blockOrder(caja, { order, reason }, browser()),
    () => orderActions.extendOrder(caja, { order, was: day, until: day, reason }, browser()),
    () => orderActions.replaceOrder(caja, { order, reason }, browser()),
  ])
    await expect(action()).rejects.toMatchObject({ code: "order_missing" });
  const outcomeOf = async (call: PromiseLike<readonly object[]>) => Object.values((await call)[0] ?? {})[0];
  expect(
    await outcomeOf(
      owner`select extend_order(${order}, ${ana.personId}, ${day}, ${day}, 'x', 'x') as outcome`,
    ),
  ).toBe("not_found");
  expect(
    await outcomeOf(
      owner`select replace_order(${order}, ${randomUUID()}, ${ana.personId}, 'x', '', '', 'x', 'x') as outcome`,
    ),
  ).toBe("not_found");
  expect(
    await outcomeOf(owner`select issue_order(${order}, ${ana.personId}, 'x', false, 'x') as outcome`),
  ).toBe("not_found");
  expect(await outcomeOf(owner`select unblock_order(${order}, ${ana.personId}, 'x', 'x') as outcome`)).toBe(
    "not_found",
  );
});

test("annulling an order ends its own review and leaves the reviews of other orders open", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const [one, other] = [await makeIssued(ana, kind), await makeIssued(ana, kind)];
  for (const order of [one, other])
    await orderActions.blockOrder(changing(ana), { order, reason }, browser());
  await orderActions.annulOrder(
    authorize(ana, "order.annul"),
    { order: one, cause: "other", reason },
    browser(),
  );
  const holds = await owner<{ order_id: string }[]>`
    select order_id from order_hold where order_id in (${one}, ${other}) and released_at is null`;
  expect(holds).toEqual([{ order_id: other }]);
  expect((await rowOf(other)).state).toBe("blocked");
});

test("a provider cannot request the reversal of a use that is about to be paid, but can of an objected one", async () => {
  const [ana, kind, counter] = [await makeCajaPerson("officer"), await makeKind(), await makeCounter()];
  const { useId } = await registerUse(counter, { order: await makeIssued(ana, kind) });
  const ask = async () => {
    const [row] = await providerPool<{ outcome: string }[]>`
      select ask_undo(${useId}, ${counter.personId}, ${counter.providerId}, 'Se equivocó la cajera', 'x') as outcome`;
    return row?.outcome;
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

test("only an invitation link accepts the invitation", async () => {
  const providerId = await makeProvider();
  const ownerMember = await makeMember(providerId, "owner");
  const { actor } = teamGrant(providerId, ownerMember.personId);
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

test("only roles that register uses for the provider can request the reversal of one", async () => {
  const [ana, kind, counter, other] = [
    await makeCajaPerson("officer"),
    await makeKind(),
    await makeCounter(),
    await makeCounter(),
  ];
  const { useId } = await registerUse(counter, { order: await makeIssued(ana, kind) });
  const ask = (personId: string, providerId: string) =>
    providerPool<{ outcome: string }[]>`
      select ask_undo(${useId}, ${personId}, ${providerId}, 'Se equivocó la cajera', 'x') as outcome`;
  await expect(ask(other.personId, counter.providerId)).rejects.toThrow(/registers no uses/);
  await expect(ask(counter.personId, other.providerId)).rejects.toThrow(/registers no uses/);
  expect(await ask(other.personId, other.providerId)).toEqual([{ outcome: "not_found" }]);
});

test("a branch has at most 50 open counters; closing one makes room", async () => {
  const providerId = await makeProvider();
  const ownerMember = await makeMember(providerId, "owner");
  const [branch] = await owner<{ id: string }[]>`
    insert into branch (provider_id, name) values (${providerId}, 'Prado') returning id`;
  await owner`insert into counter (branch_id, name)
    select ${branch?.id ?? ""}, 'Caja ' || n from generate_series(1, 49) n`;
  const open = async (name: string) => {
    const [row] = await owner<{ outcome: string }[]>`
      select save_counter(null, ${branch?.id ?? ""}, ${providerId}, ${ownerMember.personId}, ${name}, 'x') as outcome`;
    return row?.outcome;
  };
  expect(await open("Caja 50")).toBe("done");
  expect(await open("Caja 51")).toBe("too_many_places");
  await owner`update counter set closed_at = now() where branch_id = ${branch?.id ?? ""} and name = 'Caja 1'`;
  expect(await open("Caja 51")).toBe("done");
});

test("a report of a look-up without an order is closed without changing any order", async () => {
  const [ana, { personId, providerId }] = [await makeCajaPerson("officer"), await makeCounter()];
  const [lookup] = await owner<{ id: string }[]>`
    insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome)
    select gen_random_uuid(), ${personId}, ${providerId}, 'typed', code, 'x', 'not_found' from order_kind limit 1
    returning id`;
  const [report] = await owner<
    { id: string }[]
  >`insert into report (id, folio, lookup_id, provider_id, reported_by, verdict, reason)
    values (gen_random_uuid(), ${randomUUID().slice(0, 12)}, ${lookup?.id ?? ""}, ${providerId}, ${personId},
      'not_found', 'other') returning id`;
  const decide = async (action: string) => {
    const [row] = await owner<{ outcome: string }[]>`
      select decide_report(${report?.id ?? ""}, ${ana.personId}, 'nothing', 'Gracias', ${action}, '[]', 'x') as outcome`;
    return row?.outcome;
  };
  expect(await decide("annul")).toBe("state_changed");
  expect(await decide("unblock")).toBe("state_changed");
  expect(await decide("leave")).toBe("done");
});
