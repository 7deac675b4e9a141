import { expect, test } from "vitest";
import { exportColumns, exportOrders } from "@/domain/order/list/export-orders";
import { claimsOfOrders, claimsOfPeople } from "@/domain/rights/claims";
import { browser, keepNumbers } from "@/tests/support/factories/account";
import { fileRights } from "@/tests/support/factories/rights";
import { filtersOf, words } from "@/tests/support/listed-orders";
import { makeOrder, makeTill, owner, someDigits } from "@/tests/support/look-up-orders";
import { grantOf, makeOfficial } from "@/tests/support/officials";

test("a claim is marked at each of its holder's orders, at their person in a company, and at nobody else's", async () => {
  const support = await makeOfficial("support");
  const idNumber = someDigits(10);
  const [own, other] = [await makeOrder({ idNumber }), await makeOrder()];
  const [ana, luis] = [(await makeTill()).actor.personId, (await makeTill()).actor.personId];
  await keepNumbers(ana, { idNumber, mobile: `+573${someDigits(9)}` });
  const marked = async () => {
    const [ofOrder, ofPerson] = await Promise.all([
      claimsOfOrders(support, [own.id, other.id]),
      claimsOfPeople(support, [ana, luis]),
    ]);
    return [ofOrder(own.id), ofOrder(other.id), ofPerson(ana), ofPerson(luis), ofPerson(null)].map((claims) =>
      claims.map(({ number, kind }) => `${kind} ${number}`),
    );
  };
  await fileRights({ kind: "consult", idNumber });
  expect(await marked()).toEqual([[], [], [], [], []]);
  const { number } = await fileRights({ kind: "correct", idNumber });
  const claim = [`correct ${number}`];
  expect(await marked()).toEqual([claim, [], claim, [], []]);
  await owner`update rights_request set state = 'answered', result = 'granted', closed_at = now() where number = ${number}`;
  expect(await marked()).toEqual([[], [], [], [], []]);
});

test("the export of orders says which rows are under a claim, and of what", async () => {
  const grant = await grantOf("auditor", "order.export");
  const [idNumber, nit] = [someDigits(10), someDigits(9)];
  for (const holder of [idNumber, someDigits(10)]) await makeOrder({ idNumber: holder, providerNit: nit });
  await fileRights({ kind: "erase", idNumber });
  const input = { filters: filtersOf({ proveedor: nit }), format: "csv" as const };
  const { rows } = await exportOrders(grant, input, words, browser());
  const [id, claim] = ["NIT", "RECLAMO"].map((name) =>
    exportColumns.findIndex(({ header }) => header === name),
  );
  const told = new Map<unknown, unknown>();
  for await (const row of rows) told.set(row[id ?? -1], row[claim ?? -1]);
  expect(told.size).toBe(2);
  expect(told.get(idNumber)).toBe(words.claim("erase"));
  expect([...told.values()].filter(Boolean)).toHaveLength(1);
});

test("a claim marks nothing of another kind of document, and what has no kind", async () => {
  const support = await makeOfficial("support");
  const idNumber = someDigits(10);
  const [own, other] = [
    await makeOrder({ idNumber, idKind: "PPT" }),
    await makeOrder({ idNumber, idKind: "CC" }),
  ];
  const [ana, luis, eva] = [
    (await makeTill()).actor.personId,
    (await makeTill()).actor.personId,
    (await makeTill()).actor.personId,
  ];
  const mobile = `+573${someDigits(9)}`;
  await keepNumbers(ana, { idKind: "PPT", idNumber, mobile });
  await keepNumbers(luis, { idKind: "TI", idNumber, mobile });
  await keepNumbers(eva, { idKind: null, idNumber, mobile });
  const { number } = await fileRights({ kind: "erase", idNumber, idKind: "PPT" });
  const [ofOrder, ofPerson] = await Promise.all([
    claimsOfOrders(support, [own.id, other.id]),
    claimsOfPeople(support, [ana, luis, eva]),
  ]);
  const marked = () => [ofOrder(own.id), ofOrder(other.id), ofPerson(ana), ofPerson(luis), ofPerson(eva)];
  expect(marked().map((claims) => claims.length)).toEqual([1, 0, 1, 0, 1]);
  await owner`update rights_request set id_kind = null where number = ${number}`;
  expect((await claimsOfOrders(support, [other.id]))(other.id)).toHaveLength(1);
});
