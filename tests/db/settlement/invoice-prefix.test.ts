import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { SettleInput } from "@/domain/settlement/schema";
import { owner } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { settleShownUses } from "@/tests/support/settle-shown-uses";
import { client, makeUses } from "@/tests/support/use-order";

const id = "018f0000-0000-4000-8000-000000000001";
const freshCufe = () => randomBytes(48).toString("hex");
const email = () => ({ subject: "x", text: "x" });

/** Uses of one provider, legalised, and how one of them is put on an invoice. */
async function legalized(count: number) {
  const { till, useIds } = await makeUses(count);
  const grant = await grantOf("officer", "settlement.manage");
  const providerId = till.actor.provider.id;
  const move = (uses: string[], to: "legalized" | "invoiced", invoice = "", cufe = "") =>
    settleShownUses(grant, { providerId, uses, to, invoice, cufe, reason: "" }, email, client());
  await move(useIds, "legalized");
  return {
    invoice: (at: number, number: string, cufe: string) =>
      move(useIds.slice(at, at + 1), "invoiced", number, cufe),
    /** As those of before runs of payment were paid. */
    pay: (cufe: string) => owner`update settlement set state = 'paid' where cufe = ${cufe}`,
    providerId,
    keys: async () =>
      (await owner`select number_key as key from invoice where provider_id = ${providerId} order by 1`).map(
        ({ key }) => key,
      ),
  };
}

test("two invoices whose prefix and number are cut in another place are two", async () => {
  const { invoice, keys } = await legalized(3);
  const [one, other] = [freshCufe(), freshCufe()];
  await invoice(0, "FE-110", one);
  await invoice(1, "FE1-10", other);
  expect(await keys()).toEqual(["FE1-10", "FE-110"].sort());
  await expect(invoice(2, "FE1-010", freshCufe())).rejects.toMatchObject({ code: "invoice_other_cufe" });
  await expect(invoice(2, "FE-110", other)).rejects.toMatchObject({ code: "cufe_taken" });
  await expect(invoice(2, "FE1-10", one)).rejects.toMatchObject({ code: "cufe_taken" });
});

test("an invoice that was typed without its hyphen holds no other one's number once its hyphen is typed", async () => {
  const { invoice, keys } = await legalized(4);
  const [one, other] = [freshCufe(), freshCufe()];
  await invoice(0, "FE110", one);
  expect(await keys()).toEqual(["FE-110"]);
  await expect(invoice(1, "FE-110", other)).rejects.toMatchObject({ code: "invoice_other_cufe" });
  // The CUFE says which of both was meant.
  await invoice(2, "FE1-10", one);
  expect(await keys()).toEqual(["FE1-10"]);
  await invoice(1, "FE-110", other);
  await invoice(3, "FE110", other);
  expect(await keys()).toEqual(["FE1-10", "FE-110"].sort());
});

test("an invoice that was paid without its hyphen leaves its number to the one that is typed with it", async () => {
  const { invoice, pay, keys, providerId } = await legalized(6);
  const [paid, other] = [freshCufe(), freshCufe()];
  await invoice(0, "FE110", paid);
  await pay(paid);
  // Without a hyphen it can be the same one with a wrong CUFE; and the CUFE of a third invoice moves nothing.
  await expect(invoice(1, "FE110", freshCufe())).rejects.toMatchObject({ code: "invoice_other_cufe" });
  const third = freshCufe();
  await invoice(2, "AB-7", third);
  await expect(invoice(1, "FE-110", third)).rejects.toMatchObject({ code: "cufe_taken" });
  expect(await keys()).toEqual(["AB-7", "FE-110"].sort());
  await invoice(1, "FE-110", other);
  expect(await keys()).toEqual(["AB-7", "FE-110", "FE110"].sort());
  await expect(invoice(3, "FE-110", freshCufe())).rejects.toMatchObject({ code: "invoice_other_cufe" });
  await expect(invoice(3, "FE-110", paid)).rejects.toMatchObject({ code: "invoice_other_cufe" });
  const [auditor] = await owner<{ id: string }[]>`insert into person (email, name, caja_role, password_hash)
    values (${`${freshCufe().slice(0, 20)}@caja.example`}, 'Ana', 'auditor', 'x') returning id`;
  for (const typed of ["FE110", "FE-110"]) {
    const readings = { numbers: [], ids: [], people: [], nits: [], plain: [typed], words: [] };
    const hits = await owner`select label from search_hits(${auditor?.id ?? ""}, ${owner.json(readings)}, 50)
      where kind = 'invoice' and provider_id = ${providerId}`;
    expect(hits.map(({ label }) => label).sort(), typed).toEqual(["FE-110", "FE110"].sort());
  }
  await invoice(3, "FE1-10", paid);
  expect(await keys()).toEqual(["AB-7", "FE-110", "FE1-10"].sort());
});

test.each([
  ["its hyphen was typed", "FE-110", "FE-110"],
  ["it cannot be cut in another place", "ABCD12", "ABCD-12"],
])("the number of a paid invoice stays its own where %s", async (_why, first, again) => {
  const { invoice, pay, keys } = await legalized(2);
  const cufe = freshCufe();
  await invoice(0, first, cufe);
  await pay(cufe);
  await expect(invoice(1, again, freshCufe())).rejects.toMatchObject({ code: "invoice_other_cufe" });
  expect(await keys()).toEqual([again]);
});

test("an invoice that was typed without its hyphen does not take the number of another one", async () => {
  const { invoice, keys } = await legalized(3);
  const [one, other] = [freshCufe(), freshCufe()];
  await invoice(0, "FE110", one);
  await invoice(1, "FE1-10", other);
  await expect(invoice(2, "FE1-10", one)).rejects.toMatchObject({ code: "invoice_other_cufe" });
  expect(await keys()).toEqual(["FE1-10", "FE-110"].sort());
});

test.each([
  ["FE-2041", "FE-2041"],
  ["fe 2041", "FE-2041"],
  ["FE2041", "FE-2041"],
  ["FE 02041", "FE-2041"],
  [" FE – 2041 ", "FE-2041"],
  ["FE1-10", "FE1-10"],
  ["FE1 10", "FE1-10"],
  ["FE110", "FE-110"],
  ["FE0-10", "FE0-10"],
  ["1A20", "1A-20"],
  ["F 20 41", "F-2041"],
  ["501234", "501234"],
  ["50-1234", "50-1234"],
  ["50 1234", "501234"],
  ["0501234", "501234"],
  ["FE-000", "FE-0"],
])("the form and the database read the number %j as %s", async (typed, key) => {
  const { success, data } = SettleInput.safeParse({
    ...{ providerId: id, uses: [`${id}.legalized`], to: "invoiced", reason: "" },
    ...{ invoice: typed, cufe: "a".repeat(96), value: "480000" },
  });
  expect(success).toBe(true);
  const [row] = await owner`select invoice_key(${data?.invoice ?? ""}) as stored,
    invoice_key(${typed.replace("–", "-")}) as searched`;
  expect(row).toEqual({ stored: key, searched: key });
});

test("a number without its hyphen is searched in each way in which it can be cut", async () => {
  const [row] = await owner`select invoice_keys('FE110') as letters, invoice_keys('501234') as figures,
    invoice_keys('FE1-10') as whole, invoice_keys('ABCD12') as longest, invoice_keys('Tienda') as name`;
  expect(row).toEqual({
    letters: ["FE-110", "FE1-10", "FE11-0"],
    figures: ["501234", "5-1234", "50-1234", "501-234", "5012-34"],
    whole: ["FE1-10"],
    longest: ["ABCD-12"],
    name: ["TIENDA"],
  });
});
