import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { publicDatabase } from "@/db/client";
import { findOpenCounter, listBranches, listOpenBranches } from "@/db/queries/branch";
import { closePlace, saveBranch, saveCounter } from "@/domain/branch/places";
import { browser, makeMember, makeProvider, owner, teamGrant } from "@/tests/support/factories/account";
import { logOf } from "@/tests/support/officials";

async function makeShop() {
  const providerId = await makeProvider();
  const ownerMember = await makeMember(providerId, "owner");
  const grant = teamGrant(providerId, ownerMember.personId);
  await saveBranch(grant, { branch: null, name: "Sede Norte" }, browser());
  const branch = (await listOpenBranches(publicDatabase(), grant))[0]?.id ?? "";
  await saveCounter(grant, { branch, counter: null, name: "Caja 1" }, browser());
  const counter = (await listOpenBranches(publicDatabase(), grant))[0]?.counters[0]?.id ?? "";
  return { ownerMember, grant, branch, counter };
}

test("the owner names and renames a branch and its counters, and each change is in the audit log", async () => {
  const { ownerMember, grant, branch, counter } = await makeShop();
  await saveBranch(grant, { branch, name: "Sede Sur" }, browser());
  await saveCounter(grant, { branch, counter, name: "Caja 2" }, browser());
  expect(await listOpenBranches(publicDatabase(), grant)).toEqual([
    { id: branch, name: "Sede Sur", open: true, counters: [{ id: counter, name: "Caja 2", open: true }] },
  ]);
  expect((await logOf(ownerMember.personId)).map(({ action }) => action)).toEqual([
    "branch.opened",
    "counter.opened",
    "branch.renamed",
    "counter.renamed",
  ]);
});

test("two open branches never share a name, whatever its spelling and also concurrently", async () => {
  const { grant, branch } = await makeShop();
  const nameTaken = { code: "name_taken" };
  await expect(saveBranch(grant, { branch: null, name: "SEDE NORTE" }, browser())).rejects.toMatchObject(
    nameTaken,
  );
  await expect(
    saveCounter(grant, { branch, counter: null, name: "caja 1" }, browser()),
  ).rejects.toMatchObject(nameTaken);
  const atOnce = await Promise.allSettled(
    Array.from({ length: 8 }, () => saveBranch(grant, { branch: null, name: "Bodega" }, browser())),
  );
  expect(atOnce.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a closed branch closes its counters, keeps its name and frees it for another", async () => {
  const { grant, branch, counter } = await makeShop();
  await closePlace(grant, branch, browser());
  expect(await listOpenBranches(publicDatabase(), grant)).toEqual([]);
  expect(await listBranches(publicDatabase(), grant)).toMatchObject([
    { name: "Sede Norte", open: false, counters: [{ id: counter, open: false }] },
  ]);
  expect(await findOpenCounter(publicDatabase(), grant, counter)).toBeNull();
  await saveBranch(grant, { branch: null, name: "Sede Norte" }, browser());
  await expect(closePlace(grant, branch, browser())).rejects.toMatchObject({ code: "place_closed" });
  await expect(
    saveCounter(grant, { branch, counter: null, name: "Caja 9" }, browser()),
  ).rejects.toMatchObject({ code: "place_closed" });
});

test("another provider can neither rename, close nor select a branch that is not its own", async () => {
  const [shop, other] = [await makeShop(), await makeShop()];
  const closed = { code: "place_closed" };
  await expect(saveBranch(other.grant, { branch: shop.branch, name: "X" }, browser())).rejects.toMatchObject(
    closed,
  );
  await expect(
    saveCounter(other.grant, { branch: shop.branch, counter: null, name: "X" }, browser()),
  ).rejects.toMatchObject(closed);
  await expect(
    saveCounter(other.grant, { branch: other.branch, counter: shop.counter, name: "X" }, browser()),
  ).rejects.toMatchObject(closed);
  for (const place of [shop.branch, shop.counter, randomUUID()])
    await expect(closePlace(other.grant, place, browser())).rejects.toMatchObject(closed);
  expect(await findOpenCounter(publicDatabase(), other.grant, shop.counter)).toBeNull();
});

test("what is closed with a branch is what is in it, and a counter is closed alone", async () => {
  const [shop, other] = [await makeShop(), await makeShop()];
  await saveCounter(shop.grant, { branch: shop.branch, counter: null, name: "Caja 2" }, browser());
  await saveBranch(shop.grant, { branch: null, name: "Sede Sur" }, browser());
  const open = async ({ grant }: typeof shop) =>
    (await listOpenBranches(publicDatabase(), grant)).map(({ name, counters }) => [
      name,
      ...counters.map((counter) => counter.name),
    ]);
  await closePlace(shop.grant, shop.counter, browser());
  expect(await open(shop)).toEqual([["Sede Norte", "Caja 2"], ["Sede Sur"]]);
  const before = await owner`select closed_at from counter where id = ${shop.counter}`;
  await closePlace(shop.grant, shop.branch, browser());
  expect(await open(shop)).toEqual([["Sede Sur"]]);
  expect(await open(other)).toEqual([["Sede Norte", "Caja 1"]]);
  expect(await owner`select closed_at from counter where id = ${shop.counter}`).toEqual(before);
  const closed = { code: "place_closed" };
  await expect(closePlace(shop.grant, shop.counter, browser())).rejects.toMatchObject(closed);
  await expect(
    saveBranch(shop.grant, { branch: shop.branch, name: "Otra" }, browser()),
  ).rejects.toMatchObject(closed);
  const again = { branch: other.branch, counter: other.counter, name: "Caja 9" };
  await closePlace(other.grant, other.counter, browser());
  await expect(saveCounter(other.grant, again, browser())).rejects.toMatchObject(closed);
});

test("a former owner cannot name a branch", async () => {
  const { ownerMember, grant, branch } = await makeShop();
  await owner`update membership set role = 'clerk' where person_id = ${ownerMember.personId}`;
  const refused = { code: "not_allowed" };
  await expect(saveBranch(grant, { branch: null, name: "Otra" }, browser())).rejects.toMatchObject(refused);
  await expect(closePlace(grant, branch, browser())).rejects.toMatchObject(refused);
});
