import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { listAgreements } from "@/db/queries/agreement";
import { readProviderFile } from "@/domain/provider/file";
import { providerRows, readProviders } from "@/domain/provider/standing";
import { addDays, bogotaDay } from "@/model/calendar";
import { makeMember } from "@/tests/support/factories/account";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { makeUses } from "@/tests/support/use-order";

const today = bogotaDay(new Date());
const standingOf = async (provider: string) =>
  call(cajaDatabase(), "standing_of_provider", { provider, at: new Date() });
const mayWork = async (provider: string) => {
  const [row] = await owner<{ may: boolean }[]>`select provider_may_work(${provider}, now()) as may`;
  return row?.may;
};

/** A provider that works; its convenios are its own. */
async function working() {
  const { id, nit } = (await makeTill()).actor.provider;
  const days = (from: number, to: number) =>
    owner`update agreement set starts_on = ${addDays(today, from)}, ends_on = ${addDays(today, to)} where nit = ${nit}`;
  return { id, nit, days };
}

test("a provider's standing says why it may not work, and works exactly when it may", async () => {
  const { id, nit, days } = await working();
  const expectStanding = async (standing: string) => {
    expect((await standingOf(id))?.standing).toBe(standing);
    expect(await mayWork(id), standing).toBe(standing === "works");
  };
  await days(-9, 0);
  await expectStanding("works");
  expect(await standingOf(id)).toMatchObject({ startsOn: addDays(today, -9), endsOn: today });
  await days(-9, -1);
  await expectStanding("ended");
  await days(1, 9);
  await expectStanding("not_started");
  await days(-1, 9);
  await owner`update provider set suspended_at = now(), suspension_reason = 'x' where id = ${id}`;
  await expectStanding("suspended");
  await owner`update provider set suspended_at = null, suspension_reason = null where id = ${id}`;
  await owner`delete from agreement where nit = ${nit}`;
  await expectStanding("without_agreement");
  await owner`update provider set approved_at = null where id = ${id}`;
  await expectStanding("unapproved");
});

test("of several convenios the one in force that ends last counts", async () => {
  const { id, nit, days } = await working();
  await days(-30, 3);
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    select number || '-B', nit, check_digit, legal_name, ${addDays(today, -1)}, ${addDays(today, 99)}
    from agreement where nit = ${nit} limit 1`;
  expect(await standingOf(id)).toMatchObject({ standing: "works", endsOn: addDays(today, 99) });
});

test("between two convenios of one NIT nobody works, where they overlap one goes on, and a leap day is whole", async () => {
  const { id, nit } = await working();
  await owner`delete from agreement where nit = ${nit}`;
  const convenio = (number: string, from: string, to: string) =>
    owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
      values (${`${number}-${nit}`}, ${nit}, 0, 'Comercio', ${from}, ${to})`;
  await convenio("A", "2027-03-01", "2028-02-29");
  await convenio("B", "2028-03-05", "2028-12-31");
  await convenio("C", "2028-12-01", "2029-06-30");
  const worksAt = async (at: string) => {
    const [row] = await owner<{ may: boolean }[]>`select provider_may_work(${id}, ${at}::timestamptz) as may`;
    return row?.may;
  };
  expect(await worksAt("2028-02-29T00:00:00-05:00")).toBe(true);
  expect(await worksAt("2028-02-29T23:59:59-05:00")).toBe(true);
  expect(await worksAt("2028-03-01T00:00:00-05:00")).toBe(false);
  expect(await worksAt("2028-03-04T23:59:59-05:00")).toBe(false);
  expect(await worksAt("2028-03-05T00:00:00-05:00")).toBe(true);
  expect(await worksAt("2029-01-01T00:00:00-05:00")).toBe(true);
  expect(await worksAt("2029-07-01T00:00:00-05:00")).toBe(false);
});

test("the list is filtered by standing, on screen and in the file", async () => {
  const { id, nit, days } = await working();
  await days(-9, 20);
  const grant = await grantOf("support", "provider.read");
  const ids = async (standing: Parameters<typeof readProviders>[3]) =>
    (await readProviders(grant, nit, 1, standing)).rows.map((row) => row.id);
  expect(await ids(null)).toEqual([id]);
  expect(await ids("works")).toEqual([id]);
  expect(await ids("ending")).toEqual([id]);
  expect(await ids("ended")).toEqual([]);
  await days(-9, -1);
  expect(await ids("ended")).toEqual([id]);
  expect(await ids("ending")).toEqual([]);
  const words = {
    works: "",
    suspended: "",
    unapproved: "",
    ended: "Convenio vencido",
    not_started: "",
    without_agreement: "",
  };
  const rows: unknown[][] = [];
  for await (const row of providerRows(grant, { search: nit, standing: "ended" }, words)) rows.push(row);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.slice(3, 5)).toEqual(["Convenio vencido", { day: addDays(today, -1) }]);
});

test("the convenios that end soon are those of the list of convenios: 30 days are within, and one that goes on is not", async () => {
  const { id, nit, days } = await working();
  const grant = await grantOf("support", "provider.read");
  const ending = async () => (await readProviders(grant, nit, 1, "ending")).rows.map((row) => row.id);
  const listed = async () => (await listAgreements(cajaDatabase(), { ...soon, query: nit })).count;
  const soon = { tab: "in30", sort: "ends", limit: 5, place: null } as const;
  await days(-9, 31);
  expect([await ending(), await listed()]).toEqual([[], 0]);
  await days(-9, 30);
  expect([await ending(), await listed()]).toEqual([[id], 1]);
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${`S-${nit}`}, ${nit}, 0, 'Comercio', ${addDays(today, 31)}, ${addDays(today, 300)})`;
  expect([await ending(), await listed()]).toEqual([[], 0]);
});

test("a provider is found by the words of its name in any order, without accents and signs, and by its NIT", async () => {
  const { id, nit } = await working();
  await owner`update provider set legal_name = ${`Peletería Ñandú & Hijos, S.A.S. ${nit}`} where id = ${id}`;
  const grant = await grantOf("support", "provider.read");
  const found = async (search: string) => (await readProviders(grant, search, 1)).rows.map((row) => row.id);
  for (const search of [`hijos nandu ${nit}`, `ÑANDÚ peleteria ${nit}`, `s.a.s. ${nit} pelet`, nit])
    expect(await found(search), search).toEqual([id]);
  await owner`update provider set legal_name = ${`Panadería L’Équipe ${nit}`} where id = ${id}`;
  for (const search of [`L'Équipe ${nit}`, `L’Équipe ${nit}`, `lequipe ${nit}`, `lʼequipe ${nit}`])
    expect(await found(search), search).toEqual([id]);
  for (const search of [`nandues ${nit}`, "...", "%"]) expect(await found(search), search).toEqual([]);
});

test("a provider's file has its people, its month by state, its look-ups and its history", async () => {
  const { till } = await makeUses(2);
  const { id } = till.actor.provider;
  await makeMember(id, "owner");
  await owner`select audit_append('provider.suspended', ${till.actor.personId}, ${id}, 'provider', ${id}, 'web', 'x',
    '{"reason": "Cobró dos veces"}')`;
  const file = await readProviderFile(await grantOf("auditor", "provider.read"), id);
  expect(file?.total).toEqual({ uses: 2, amount: 960_000 });
  expect(file?.byState.find(({ state }) => state === "open")).toMatchObject({ uses: 2, amount: 960_000 });
  expect(file?.lookups).toMatchObject({ lookups: 2, misses: 0 });
  expect(file?.team.map(({ role }) => role)).toEqual(["owner", "clerk"]);
  expect(file?.history[0]).toMatchObject({ action: "provider.suspended", reason: "Cobró dos veces" });
});
