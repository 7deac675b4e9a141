import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { hashPassword } from "@/lib/crypto/password";
import { type CajaRole, cajaRoles } from "@/model/access";
import { emailOf, needs, outcomeOf } from "@/tests/support/action-outcomes";
import { cajaActions, withoutIds } from "@/tests/support/caja-actions";
import { changedTables, rowDigests } from "@/tests/support/changed-tables";
import { owner, PASSWORD } from "@/tests/support/factories/account";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import {
  addressOf,
  builtActions,
  builtPaths,
  callAction,
  each,
  placeOf,
  send,
} from "@/tests/support/hostile-requests";
import { openSession } from "@/tests/support/open-session";
import { pages } from "@/tests/support/page-permissions";
import { mayByTable } from "@/tests/support/role-table";
import { handlers } from "@/tests/support/route-permissions";
import { makeVictim, type Victim } from "@/tests/support/victim-provider";

const database = process.env.DATABASE_URL ?? "";
const origin = process.env.E2E_URL ?? "";

/** A session of each role of the caja, whose password is PASSWORD, and the ids of these people. */
async function cajaSessions() {
  const hash = await hashPassword(PASSWORD);
  const people = await Promise.all(
    cajaRoles.map(async (role) => [role, await makeCajaPerson(role)] as const),
  );
  const cookies = new Map<CajaRole, string>();
  for (const [role, { personId }] of people) {
    await owner`update person set password_hash = ${hash} where id = ${personId}`;
    cookies.set(role, await openSession(database, await emailOf(personId)));
  }
  return { cookies, ids: people.map(([, { personId }]) => personId) };
}

/** What is no id of anything, or of nothing that is there. */
const noIds = () => [
  "",
  "-1",
  "0",
  "9223372036854775808",
  "200",
  "1e2",
  "1.5",
  "NaN",
  "R-2026-999999",
  "R-2026-9223372036854775808",
  `{${randomUUID()}}`,
  randomUUID().replaceAll("-", ""),
  "00000000-0000-0000-0000-000000000000",
  randomUUID(),
  randomUUID().toUpperCase(),
];

/** These, and an id of each other noun that a caller could take for it. */
function wrongIds(of: Victim["ids"], right: string): string[] {
  const { open, use, folio, request, viewer, order, provider } = of;
  return [...noIds(), ...[open, use, folio, request, viewer, order, provider].filter((id) => id !== right)];
}

const built = (action: string) => builtActions().filter(({ name }) => name.endsWith(action));

test("every action of the caja is listed with the ids that it takes, or as taking none", () => {
  const found = [...needs.keys()].filter((name) => name.startsWith("app/admin/"));
  const listed = [...cajaActions.map(({ action }) => action), ...withoutIds];
  expect(found.filter((name) => !listed.some((action) => name.endsWith(action)))).toEqual([]);
  expect(listed.filter((action) => !found.some((name) => name.endsWith(action)))).toEqual([]);
  expect(listed.filter((action) => built(action).length === 0)).toEqual([]);
});

test("an id that is missing, malformed or of another noun is refused in words to each role of the caja, and writes nothing", async () => {
  test.setTimeout(240_000);
  const [victim, { cookies, ids }] = [await makeVictim(), await cajaSessions()];
  const cases = cajaActions.flatMap(({ action, fields, takes, makes }) =>
    built(action).flatMap((call) =>
      Object.entries(takes).flatMap(([field, noun]) => {
        const right = noun === "key" ? "" : victim.ids[noun];
        const wrong = makes
          ? [victim.ids.order, ...noIds().filter((id) => !/^[\da-f]{8}-/i.test(id))]
          : wrongIds(victim.ids, right);
        return cajaRoles
          .filter((role) => mayByTable(role, needs.get(call.name) ?? "audit.read"))
          .flatMap((role) =>
            wrong.map((id) => ({ call, role, values: { ...fields(victim.ids), [field]: id } })),
          );
      }),
    ),
  );
  const before = await rowDigests(ids);
  const wrong: string[] = [];
  await each(cases, async ({ call, role, values }) => {
    const answer = await callAction(call, cookies.get(role) ?? "", Object.entries(values));
    const outcome = outcomeOf(answer);
    if (answer.status < 500 && /^(?:invalid|refused (?!unexpected|not_allowed))/.test(outcome ?? "")) return;
    wrong.push(`${role} ${call.name} ${JSON.stringify(values)}: ${answer.status} ${outcome}`);
  });
  expect(cases.length).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
  expect(changedTables(before, await rowDigests(ids))).toEqual([]);
});

test("no page or file of the caja fails on such an id in its address, or writes for one that is nothing's", async () => {
  test.setTimeout(240_000);
  const [victim, { cookies, ids }] = [await makeVictim(), await cajaSessions()];
  const addresses = builtPaths().filter((path) => path.startsWith("/admin/") && path.includes("["));
  const ask = (address: string, role: CajaRole, method: string) =>
    send(address, {
      method,
      headers: {
        cookie: cookies.get(role) ?? "",
        ...(method === "POST" ? { origin, "content-length": 0 } : {}),
      },
    });
  const wrong: string[] = [];
  // Who may not open a page is sent away before its id is read: for them one of the ids is enough.
  const readsId = (path: string, role: CajaRole) => {
    const needs = pages[placeOf(path)] ?? handlers[placeOf(path)]?.[1];
    return needs === undefined || mayByTable(role, needs);
  };
  const askAll = async (segments: readonly string[]) => {
    const cases = addresses.flatMap((path) =>
      segments.flatMap((segment, at) =>
        cajaRoles
          .filter((role) => at === 0 || readsId(path, role))
          .flatMap((role) =>
            (path.endsWith("/route") ? ["GET", "POST"] : ["GET"]).map((method) => ({
              address: addressOf(path, encodeURIComponent(segment)),
              role,
              method,
            })),
          ),
      ),
    );
    await each(cases, async ({ address, role, method }) => {
      const { status } = await ask(address, role, method);
      if (status === 0 || status >= 500) wrong.push(`${status} ${role} ${method} ${address}`);
    });
    return cases.length;
  };
  const before = await rowDigests(ids);
  expect(await askAll(noIds().filter(Boolean))).toBeGreaterThan(300);
  expect(changedTables(before, await rowDigests(ids))).toEqual([]);
  const { order, use, folio, radicado, provider, request } = victim.ids;
  await askAll([order, use, folio, radicado, provider, request].flatMap((id) => [id, id.toUpperCase()]));
  expect(wrong).toEqual([]);
});
