import { expect, test } from "vitest";
import { cajaDatabase, databaseFor } from "@/db/client";
import { findKindRules, listOrderKinds } from "@/db/queries/order-kind";
import { readLookup } from "@/domain/lookup/read-lookup";
import { replaceOrder } from "@/domain/order/change-order";
import { saveKind } from "@/domain/order-kind/save-kind";
import { KindInput } from "@/domain/order-kind/schema";
import { printOrder } from "@/domain/print/print";
import { esCO } from "@/messages/es-CO";
import { authorize } from "@/model/access";
import { browser, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeIssued, makeKind } from "@/tests/support/factories/own-order";
import { makeTill } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { compared, makeCounter, registerUse } from "@/tests/support/use-in-database";

/** Edits a kind as its form does. */
async function edit(code: string, changes: Partial<Record<string, string | string[]>>): Promise<void> {
  const found = await findKindRules(cajaDatabase(), code);
  if (!found) throw new Error("no kind");
  const typed = {
    version: found.version,
    code,
    name: found.name,
    numberPrefix: found.numberPrefix,
    numberLength: String(found.numberLength),
    validity: "days",
    validityDays: String(found.validityDays),
    validityUntil: "",
    largestValue: String(found.largestValue),
    approvalFrom: "",
    providerRule: found.providerRule,
    shownFields: [...found.shownFields],
    ...(found.registersUse ? { registersUse: "1" } : {}),
    ...(found.claimFirst ? { claimFirst: "1" } : {}),
    ...(found.partialUse ? { partialUse: "1" } : {}),
    position: "5",
    active: "1",
    ...changes,
  };
  await saveKind(await grantOf("administrator", "settings.edit"), KindInput.parse(typed), browser());
}

const withOrder = async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind({ partialUse: true })];
  return { ana, kind, order: await makeIssued(ana, kind) };
};

test("a partly used order can still be used after its kind stops registering uses or partial uses", async () => {
  const { ana, kind, order } = await withOrder();
  const counter = await makeCounter();
  expect((await registerUse(counter, { order, amount: 60_000 })).outcome).toBe("done");
  await edit(kind, { partialUse: "", claimFirst: "1" });
  expect((await registerUse(counter, { order, amount: 20_000 })).outcome).toBe("done");
  await edit(kind, { registersUse: "", claimFirst: "" });
  expect((await registerUse(counter, { order, amount: 20_000 })).outcome).toBe("done");
  // What stands for it is under the same rules; a new order is under today's.
  const next =
    (await replaceOrder(
      authorize(ana, "order.change"),
      { order, reason: "Se perdió el papel" },
      browser(),
    )) ?? "";
  expect((await registerUse(counter, { order: next, amount: 20_000 })).outcome).toBe("done");
  const fresh = await makeIssued(ana, kind);
  expect((await registerUse(counter, { order: fresh })).outcome).toBe("not_registered");
});

test("an order keeps the kind's name, rules and shown fields of its issue", async () => {
  const { kind, order } = await withOrder();
  const till = await makeTill();
  const lookup = await compared(
    { personId: till.actor.personId, providerId: till.actor.provider.id, counterId: null },
    order,
  );
  const before = await readLookup(till, lookup);
  await edit(kind, { name: "Nombre nuevo", shownFields: [], partialUse: "" });
  const after = await readLookup(till, lookup);
  expect(after?.sheet).toEqual(before?.sheet);
  expect(after?.kindName).toBe(before?.kindName);
  expect(after?.counter.partialUse).toBe(true);
  const paper = await printOrder(await grantOf("officer", "order.print"), order, browser());
  expect(paper).toMatchObject({ kindName: `TIPO ${kind}`, partialUse: true });
  const [fresh] = [await makeIssued(await makeCajaPerson("officer"), kind)];
  expect(await printOrder(await grantOf("officer", "order.print"), fresh, browser())).toMatchObject({
    kindName: "Nombre nuevo",
    partialUse: false,
  });
});

test("a closed kind is still offered for look-ups while it has orders, after the open ones", async () => {
  const { kind } = await withOrder();
  const empty = await makeKind();
  for (const code of [kind, empty]) await edit(code, { active: "" });
  const till = await makeTill();
  for (const db of [databaseFor(till), cajaDatabase()]) {
    const codes = (await listOrderKinds(db)).map(({ code }) => code);
    expect(codes).toContain(kind);
    expect(codes).not.toContain(empty);
    expect(codes.indexOf(kind)).toBeGreaterThan(codes.indexOf("AS"));
  }
});

test("a renamed kind is offered under its printed names until 90 days after their last day", async () => {
  const { kind } = await withOrder();
  const empty = await makeKind();
  const till = await makeTill();
  const offered = async (code: string) => {
    const found = (await listOrderKinds(databaseFor(till))).find((one) => one.code === code);
    return found && esCO.common.kindChoice(found);
  };
  const renamedNotice = async (code: string) => {
    const kinds = await listOrderKinds(databaseFor(till));
    return esCO.common.kindsRenamed(kinds.filter((one) => one.code === code));
  };
  expect(await renamedNotice(kind)).toBe("");
  expect(await offered(kind)).toBe(`TIPO ${kind}`);
  await edit(kind, { name: "Nombre segundo", partialUse: "" });
  await edit(empty, { name: "Nombre segundo" });
  expect(await offered(kind)).toBe(`Nombre segundo (antes: TIPO ${kind})`);
  expect(await offered(empty)).toBe("Nombre segundo");
  await makeIssued(await makeCajaPerson("officer"), kind);
  await edit(kind, { name: "Nombre tercero" });
  expect(await offered(kind)).toBe(`Nombre tercero (antes: Nombre segundo, TIPO ${kind})`);
  expect(await renamedNotice(kind)).toBe(
    `Si el papel dice Nombre segundo o TIPO ${kind}, escoja Nombre tercero.`,
  );
  await edit(kind, { name: `TIPO ${kind}` });
  expect(await offered(kind)).toBe(`TIPO ${kind} (antes: Nombre segundo)`);
  const endedBefore = (days: number) =>
    owner.begin(async (transaction) => {
      await transaction`alter table "order" disable trigger enforce_order_immutability`;
      await transaction`update "order" set issued_on = issued_on - 400,
        valid_until = (now() at time zone 'America/Bogota')::date - ${days}::int where kind_code = ${kind}`;
      await transaction`alter table "order" enable trigger enforce_order_immutability`;
    });
  await endedBefore(90);
  expect(await offered(kind)).toBe(`TIPO ${kind} (antes: Nombre segundo)`);
  await endedBefore(91);
  expect(await offered(kind)).toBe(`TIPO ${kind}`);
});

test("the kind's rules stored with an issued order cannot be changed", async () => {
  const { kind, order } = await withOrder();
  await expect(owner`update "order" set kind_version = 7 where id = ${order}`).rejects.toThrow(
    /of its issue/,
  );
  await expect(
    owner`update order_kind_version set partial_use = false where kind_code = ${kind}`,
  ).rejects.toThrow(/nothing is deleted/);
  // A change of what orders do not keep makes no version.
  await edit(kind, { largestValue: "9.000.000" });
  expect(await owner`select from order_kind_version where kind_code = ${kind}`).toHaveLength(1);
});
