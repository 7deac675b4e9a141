import { randomInt, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { searchEverywhere } from "@/domain/search/search";
import { authorize, type CajaRole } from "@/model/access";
import { addDays, bogotaDay } from "@/model/calendar";
import {
  addMembership,
  keepNumbers,
  makeMember,
  makeProvider,
  owner,
} from "@/tests/support/factories/account";
import { report } from "@/tests/support/file-report";
import { makeOrder } from "@/tests/support/look-up-orders";
import { makeOfficial } from "@/tests/support/officials";
import { makeComparedOrder } from "@/tests/support/use-order";

async function search(role: CajaRole, typed: string) {
  const grant = authorize(await makeOfficial(role), "caja.search");
  const { hits } = await searchEverywhere(grant, typed, { ip: "127.0.0.1" });
  return hits.map(({ kind, subject, detail }) => [kind, subject, detail]);
}

/** A word that nobody else has. */
const someWord = () => `zz${randomUUID().replaceAll("-", "").replace(/\d/g, "q").slice(0, 12)}`;
const agreement = (nit: string, name: string) => owner<{ id: string }[]>`
  insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
  values (${`CV-${someWord().toUpperCase()}`}, ${nit}, 0, ${name}, '2026-01-01', '2026-12-31') returning id`;

test("one word finds a provider, whose convenio is not listed beside it, a convenio without provider, and people", async () => {
  const [word, alone, person, official] = [someWord(), someWord(), someWord(), someWord()];
  const provider = await makeProvider();
  const [row] = await owner<{ nit: string }[]>`
    update provider set legal_name = ${`Droguería ${word}`} where id = ${provider} returning nit`;
  await agreement(row?.nit ?? "", `Droguería ${word}`);
  const [convenio] = await agreement(String(randomInt(100_000_000, 999_999_999)), `Droguería ${alone}`);
  const { personId } = await makeMember(provider, "clerk");
  await owner`update person set name = ${`Íngrid ${person}`} where id = ${personId}`;
  const boss = await makeOfficial("officer");
  await owner`update person set name = ${`Íngrid ${official}`} where id = ${boss.personId}`;
  const found = async (typed: string) =>
    (await search("administrator", typed)).map(([kind, subject]) => [kind, subject]);
  expect(await found(word)).toEqual([["provider", provider]]);
  expect(await found(alone)).toEqual([["agreement", convenio?.id]]);
  expect(await found(person)).toEqual([["person", personId]]);
  expect(await found(official)).toEqual([["official", boss.personId]]);
  // A number without words is nobody's name.
  expect(await found(`77${randomInt(100_000_000, 999_999_999)}`)).toEqual([]);
  // Under another name the convenio is found for itself.
  await owner`update provider set legal_name = 'Otro nombre' where id = ${provider}`;
  expect((await found(word)).map(([kind]) => kind)).toEqual(["agreement"]);
});

test("a person of a provider is found by the ID number, sealed or not, while they work for it", async () => {
  const [sealed, plain] = [
    String(randomInt(1_000_000_000, 1_999_999_999)),
    String(randomInt(10_000_000, 99_999_999)),
  ];
  const provider = await makeProvider();
  const [ana, luis] = [await makeMember(provider, "clerk"), await makeMember(provider, "clerk")];
  await keepNumbers(ana.personId, { idNumber: sealed, mobile: "+573001234567" });
  await owner`update person set id_kind = 'CC', id_number = ${plain} where id = ${luis.personId}`;
  const found = async (typed: string) =>
    (await search("support", typed)).map(([kind, subject]) => [kind, subject]);
  expect(await found(sealed)).toEqual([["person", ana.personId]]);
  expect(await found(plain)).toEqual([["person", luis.personId]]);
  await owner`update membership set removed_at = now() where person_id in ${owner([ana.personId, luis.personId])}`;
  await addMembership(luis.personId, await makeProvider(), "viewer");
  expect(await found(sealed)).toEqual([]);
  expect(await found(plain)).toHaveLength(1);
});

test("a report is found by its folio with what became of it, by whoever finds orders too", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const folio = (await report(till, lookupId, { reason: "holder" })) ?? "";
  expect(await search("support", folio)).toEqual([["report", folio, "waiting"]]);
  await owner`update report set decided_at = now(), decided_by = ${(await makeOfficial("officer")).personId},
    outcome = 'nothing', answer = 'x', deed = 'leave' where folio = ${folio}`;
  expect(await search("officer", folio)).toEqual([["report", folio, "decided"]]);
  const second = (await report(till, lookupId, { reason: "damaged" })) ?? "";
  await owner`update report set withdrawn_at = now() where folio = ${second}`;
  expect(await search("officer", second)).toEqual([["report", second, "withdrawn"]]);
});

test("a NIT behind its label opens its provider at once, a part of a name does not", async () => {
  const word = someWord();
  const provider = await makeProvider();
  const [row] = await owner<{ nit: string }[]>`
    update provider set legal_name = ${`Droguería ${word}`} where id = ${provider} returning nit`;
  const grant = authorize(await makeOfficial("support"), "caja.search");
  const exact = async (typed: string) =>
    (await searchEverywhere(grant, typed, { ip: "127.0.0.1" })).exact?.subject;
  expect(await exact(`NIT ${row?.nit}`)).toBe(provider);
  expect(await exact(`nit: ${row?.nit}`)).toBe(provider);
  expect(await exact(`${word} DROGUERIA`)).toBe(provider);
  expect(await exact(word)).toBeUndefined();
});

test("a convenio is found by its number with other signs between", async () => {
  const nit = String(randomInt(100_000_000, 999_999_999));
  const [convenio] = await agreement(nit, "Nadie");
  const digits = String(randomInt(100_000_000, 999_999_999));
  await owner`update agreement set number = ${`CV-B-${digits}`} where id = ${convenio?.id ?? ""}`;
  for (const typed of [`cv b ${digits}`, `convenio CVB${digits}`])
    expect(await search("support", typed)).toEqual([["agreement", convenio?.id, expect.any(String)]]);
});

test("an order is shown with its first day and a convenio with its last one, whatever the session's time zone", async () => {
  const order = await makeOrder({ issuedIn: -5 });
  const grant = authorize(await makeOfficial("support"), "caja.search");
  const dayOf = async (typed: string) => {
    const { hits } = await searchEverywhere(grant, typed, { ip: "127.0.0.1" });
    return hits.map(({ at }) => at && bogotaDay(at));
  };
  expect(await dayOf(order.number)).toEqual([addDays(bogotaDay(new Date()), -5)]);
  const [convenio] = await agreement(String(randomInt(100_000_000, 999_999_999)), "Nadie");
  const [row] = await owner<{ number: string }[]>`
    select number from agreement where id = ${convenio?.id ?? ""}`;
  expect(await dayOf(row?.number ?? "")).toEqual(["2026-12-31"]);
});
