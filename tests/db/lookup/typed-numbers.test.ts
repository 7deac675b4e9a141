import { expect, test } from "vitest";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { readLookup } from "@/domain/lookup/read-lookup";
import { esCO } from "@/messages/es-CO";
import { makeKind } from "@/tests/support/factories/own-order";
import { makeOrder, makeTill, owner, someDigits } from "@/tests/support/look-up-orders";
import { lookUpOutcome, typedLookUp } from "@/tests/support/typed-look-up";
import { client } from "@/tests/support/use-order";

test("no spelling of the numbers is a miss, and each look-up counts once", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const dotted = order.idNumber.replace(/\B(?=(\d{3})+$)/g, "'");
  for (const idNumber of [`C.C. ${order.idNumber}`, `\u202a${dotted}\u202c`, `cc${order.idNumber}`])
    for (const number of [
      `N° AS ${order.number}`,
      `\u2060${order.number}`,
      order.number.replace("00", "O0-"),
    ])
      expect(await lookUpOutcome(till, { idNumber, number }), `${idNumber} ${number}`).toBe("current");
  const [spent] = await owner`select from budget_counter where spent > 0 and key = ${till.actor.personId}`;
  expect(spent).toBeUndefined();
});

test("an order of our own series is found without its leading zeros, and its missing letter is asked for", async () => {
  const till = await makeTill();
  const serial = someDigits(6);
  const order = await makeOrder({ number: `H0${serial}` });
  await owner`insert into order_series (kind_code, last) values ('AS', 1) on conflict do nothing`;
  for (const number of [`H${serial}`, `h 0${serial}`, `No. H-0${serial}`, `AS H0${serial}`])
    expect(await lookUpOutcome(till, { ...order, number }), number).toBe("current");
  const hintOf = async (idNumber: string, number: string) => {
    const id = await lookUpOrder(till, typedLookUp({ idNumber, number }), client());
    const answer = await readLookup(till, id);
    return answer?.outcome === "not_found" ? answer.withLetters : answer?.outcome;
  };
  expect(await hintOf(order.idNumber, `0${serial}`)).toBe(`H0${serial}`);
  // It says how such numbers are written, not whether there is one: any number and any ID get the same.
  expect(await hintOf(someDigits(10), `0${serial}`)).toBe(`H0${serial}`);
  expect(await hintOf(order.idNumber, "7654321")).toBe("H7654321");
  expect(await hintOf(order.idNumber, someDigits(11))).toBeNull();
});

test("after a miss the number format of the kind is shown if the kind has one, whatever was typed", async () => {
  const till = await makeTill();
  // A kind of its own: other files import orders of AS meanwhile, whose numbers have letters.
  const kindCode = await makeKind();
  await owner`insert into order_series (kind_code, last) values (${kindCode}, 1)`;
  const order = await makeOrder({ kindCode });
  const shapeOf = async ({ idNumber, number }: { idNumber: string; number: string }) =>
    (await readLookup(till, await lookUpOrder(till, { idNumber, number, kindCode }, client())))?.numberShape;
  expect(await shapeOf({ ...order, idNumber: someDigits(10) })).toBeNull();
  await owner`update order_kind set core_digits_only = true, core_shortest = 7, core_longest = 11
    where code = ${kindCode}`;
  const shape = { digitsOnly: true, shortest: 7, longest: 11, own: "H0000001" };
  expect(await shapeOf({ ...order, idNumber: someDigits(10) })).toEqual(shape);
  expect(await shapeOf({ idNumber: someDigits(10), number: someDigits(10) })).toEqual(shape);
  expect(await shapeOf(order)).toBeNull();
});

test.each([
  [{ digitsOnly: true, shortest: 7, longest: 7, own: null }, "En X el número lleva 7 cifras."],
  [
    { digitsOnly: true, shortest: 6, longest: 7, own: "H1" },
    "En X el número lleva de 6 a 7 cifras, o es como H1.",
  ],
  [
    { digitsOnly: false, shortest: 1, longest: 9, own: null },
    "En X el número lleva hasta 9 letras o números.",
  ],
])("the number format of a kind is described in words", (shape, words) =>
  expect(esCO.counter.numbersAre("X", shape)).toBe(words),
);
