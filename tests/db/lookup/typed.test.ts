import { afterAll, expect, test } from "vitest";
import { lookUpOrder } from "@/domain/order/look-up";
import { readLookup } from "@/domain/order/read-lookup";
import { makeOrder, makeTill, owner, someAddress, someDigits } from "./counter";

afterAll(() => owner.end());

const client = () => ({ ip: someAddress() });
const question = (order: { idNumber: string; number: string }) => ({ ...order, kindCode: "AS" });

async function outcomeOf(
  grant: Parameters<typeof lookUpOrder>[0],
  input: { idNumber: string; number: string },
) {
  const id = await lookUpOrder(grant, question(input), client());
  return (await readLookup(grant, id))?.outcome;
}

test("no way of writing the numbers is a miss, and each is counted as one question", async () => {
  const till = await makeTill();
  const order = await makeOrder();
  const dotted = order.idNumber.replace(/\B(?=(\d{3})+$)/g, "'");
  for (const idNumber of [`C.C. ${order.idNumber}`, `\u202a${dotted}\u202c`, `cc${order.idNumber}`])
    for (const number of [
      `N° AS ${order.number}`,
      `\u2060${order.number}`,
      order.number.replace("00", "O0-"),
    ])
      expect(await outcomeOf(till, { idNumber, number }), `${idNumber} ${number}`).toBe("current");
  const [spent] = await owner`select from budget_counter where spent > 0 and key = ${till.actor.personId}`;
  expect(spent).toBeUndefined();
});

test("an order of the own series is found without its zeros, and its letter is asked for where it lacks", async () => {
  const till = await makeTill();
  const serial = someDigits(6);
  const order = await makeOrder({ number: `H0${serial}` });
  await owner`insert into order_series (kind_code, last) values ('AS', 1) on conflict do nothing`;
  for (const number of [`H${serial}`, `h 0${serial}`, `No. H-0${serial}`, `AS H0${serial}`])
    expect(await outcomeOf(till, { ...order, number }), number).toBe("current");
  const hintOf = async (idNumber: string, number: string) => {
    const id = await lookUpOrder(till, question({ idNumber, number }), client());
    const answer = await readLookup(till, id);
    return answer?.outcome === "not_found" ? answer.withLetters : answer?.outcome;
  };
  expect(await hintOf(order.idNumber, `0${serial}`)).toBe(`H0${serial}`);
  // It says how such numbers are written, not whether there is one: any number and any ID get the same.
  expect(await hintOf(someDigits(10), `0${serial}`)).toBe(`H0${serial}`);
  expect(await hintOf(order.idNumber, "7654321")).toBe("H7654321");
  expect(await hintOf(order.idNumber, someDigits(11))).toBeNull();
});
