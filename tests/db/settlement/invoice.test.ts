import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { settle } from "@/domain/settlement/settle";
import { owner } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { settleShownUses, shownVersions, type TickedForm } from "@/tests/support/settle-shown-uses";
import { client, makeUses } from "@/tests/support/use-order";

const email = () => ({ subject: "x", text: "x" });
const freshCufe = () => randomBytes(48).toString("hex");
const officer = () => grantOf("officer", "settlement.manage");

/** Uses of one provider, legalised, and what moves them on. */
async function legalized(count = 2) {
  const { till, useIds } = await makeUses(count);
  const grant = await officer();
  const move = (uses: string[], fields: Partial<TickedForm>) =>
    settleShownUses(
      grant,
      {
        providerId: till.actor.provider.id,
        uses,
        to: "invoiced",
        invoice: "",
        cufe: "",
        reason: "No coincide con el papel",
        ...fields,
      },
      email,
      client(),
    );
  await move(useIds, { to: "legalized" });
  return { useIds, move, providerId: till.actor.provider.id };
}

test("a CUFE belongs to one invoice of one provider", async () => {
  const [one, other] = [await legalized(), await legalized()];
  const cufe = freshCufe();
  await one.move(one.useIds.slice(0, 1), { invoice: "FE-10", cufe });
  await expect(other.move(other.useIds, { invoice: "FE-11", cufe })).rejects.toMatchObject({
    code: "cufe_taken",
  });
  await expect(other.move(other.useIds, { invoice: "FE-10", cufe })).rejects.toMatchObject({
    code: "cufe_taken",
  });
  await expect(one.move(one.useIds.slice(1), { invoice: "FE-11", cufe })).rejects.toMatchObject({
    code: "cufe_taken",
  });
  // The same invoice charges another use, however its number is written; another provider has its own FE-10.
  await one.move(one.useIds.slice(1), { invoice: "fe10", cufe });
  await other.move(other.useIds, { invoice: "FE-10", cufe: freshCufe() });
});

test("an invoice that is refused leaves the value of the one that has its CUFE", async () => {
  const { useIds, move } = await legalized();
  const cufe = freshCufe();
  await move(useIds.slice(0, 1), { invoice: "FE-10", cufe, value: 480_000 });
  await expect(move(useIds.slice(1), { invoice: "FE-11", cufe, value: 960_000 })).rejects.toMatchObject({
    code: "cufe_taken",
  });
  const valueNow = () => owner`select number_key, value::int from invoice where cufe = ${cufe}`;
  expect(await valueNow()).toEqual([{ number_key: "FE-10", value: 480_000 }]);
  await move(useIds.slice(1), { invoice: "FE-10", cufe, value: 960_000 });
  expect(await valueNow()).toEqual([{ number_key: "FE-10", value: 960_000 }]);
});

test("an invoice of a provider has one CUFE", async () => {
  const { useIds, move } = await legalized();
  await move(useIds.slice(0, 1), { invoice: "FE-10", cufe: freshCufe() });
  await expect(move(useIds.slice(1), { invoice: "FE10", cufe: freshCufe() })).rejects.toMatchObject({
    code: "invoice_other_cufe",
  });
});

test("leading zeros of an invoice number are ignored; those of its prefix are not", async () => {
  const { useIds, move } = await legalized(4);
  const [cufe, other] = [freshCufe(), freshCufe()];
  await move(useIds.slice(0, 1), { invoice: "FE-10", cufe });
  await move(useIds.slice(1, 2), { invoice: "FE 0010", cufe });
  await expect(move(useIds.slice(2, 3), { invoice: "FE0010", cufe: other })).rejects.toMatchObject({
    code: "invoice_other_cufe",
  });
  await move(useIds.slice(2, 3), { invoice: "FE0-10", cufe: other });
  await expect(move(useIds.slice(3), { invoice: "FE-100", cufe })).rejects.toMatchObject({
    code: "cufe_taken",
  });
});

test("an invoice without uses frees its number and its CUFE", async () => {
  const [one, other] = [await legalized(1), await legalized(1)];
  const wrong = freshCufe();
  await one.move(one.useIds, { invoice: "FE-10", cufe: wrong });
  await one.move(one.useIds, { to: "objected" });
  await one.move(one.useIds, { to: "legalized" });
  await one.move(one.useIds, { invoice: "FE-10", cufe: freshCufe() });
  await other.move(other.useIds, { invoice: "FE-10", cufe: wrong });
});

test("of two providers that send one CUFE concurrently one gets it", async () => {
  for (let round = 0; round < 5; round += 1) {
    const both = [await legalized(1), await legalized(1)];
    const cufe = freshCufe();
    const results = await Promise.allSettled(
      both.map(({ move, useIds }) => move(useIds, { invoice: "FE-1", cufe })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await owner`select from settlement where cufe = ${cufe}`).toHaveLength(1);
  }
});

test("a use that was settled by a colleague or reversed is refused from a stale page", async () => {
  const { till, useIds } = await makeUses(3);
  const [grant, colleague] = [await officer(), await officer()];
  const page = await shownVersions(useIds);
  const form = (to: "legalized" | "objected", uses: typeof page) => ({
    providerId: till.actor.provider.id,
    uses,
    scope: "marked" as const,
    to,
    invoice: "",
    value: null,
    cufe: "",
    reason: "No coincide con el papel",
  });
  await settle(colleague, form("objected", page.slice(0, 1)), email, client());
  await expect(settle(grant, form("legalized", page), email, client())).rejects.toMatchObject({
    code: "changed_since",
    about: [{ what: expect.stringMatching(/^U-/), now: "objected" }],
  });
  const states =
    await owner`select use_version(id) as version from order_use where id in ${owner(useIds.slice(1))}`;
  expect(states).toEqual([{ version: "open" }, { version: "open" }]);
  // A form without versions counts as outdated.
  await expect(
    settle(grant, form("legalized", [{ id: useIds[1] ?? "", version: "" }]), email, client()),
  ).rejects.toMatchObject({ code: "changed_since" });
  await settle(grant, form("legalized", page.slice(1)), email, client());
});
