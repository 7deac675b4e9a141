import { expect, test } from "@playwright/test";
import { emailOf, needs, outcomeOf } from "@/tests/support/action-outcomes";
import { changedTables, rowDigests } from "@/tests/support/changed-tables";
import { actionsWithoutIds, crossProviderActions } from "@/tests/support/cross-provider-actions";
import { addMembership, makeMember } from "@/tests/support/factories/account";
import { makeApplicant } from "@/tests/support/factories/request";
import {
  type Answer,
  addressOf,
  builtActions,
  builtPaths,
  callAction,
  each,
  send,
} from "@/tests/support/hostile-requests";
import { notText, usual } from "@/tests/support/hostile-values";
import { makeTill } from "@/tests/support/look-up-orders";
import { openSession } from "@/tests/support/open-session";
import { makeRoles } from "@/tests/support/person-per-role";
import { mayByTable, roles } from "@/tests/support/role-table";
import { makeVictim, type Victim } from "@/tests/support/victim-provider";

const database = process.env.DATABASE_URL ?? "";
const origin = process.env.E2E_URL ?? "";

test("every server action is listed with its permission", () => {
  expect(builtActions().filter(({ name }) => !needs.has(name))).toEqual([]);
});

test("each action answers not_allowed to every role without permission, on its page and on another, and writes nothing", async () => {
  test.setTimeout(240_000);
  const people = await makeRoles();
  const cookies = new Map<string, string>();
  for (const role of roles)
    cookies.set(role, await openSession(database, await emailOf(people.get(role) ?? "")));
  const victim = await makeVictim();
  const named = Object.fromEntries(
    ["order", "useId", "lookupId", "requestId", "person", "key", "branch", "place", "invitation", "hold"].map(
      (name) => [name, victim.ids.order],
    ),
  );
  const fields = Object.entries({ ...usual, ...named, decision: "approve", ...victim.ids });
  const unreadable = notText[0] ?? Buffer.alloc(0);
  const before = await rowDigests([...people.values()]);
  const wrong: string[] = [];
  const cases = builtActions().flatMap((action) => roles.map((role) => ({ action, role })));
  await each(cases, async ({ action, role }) => {
    const permission = needs.get(action.name) ?? null;
    if (permission === null) return;
    const cookie = cookies.get(role) ?? "";
    const may = mayByTable(role, permission);
    // With the permission, each action is called with an unreadable text: its error shows that the action ran,
    // and it does nothing.
    const answer = await callAction(action, cookie, may ? [["anything", unreadable]] : fields);
    const wanted = may ? /^invalid .*"anything":"unreadable"/ : /^refused not_allowed$/;
    if (!wanted.test(outcomeOf(answer) ?? ""))
      wrong.push(`${role} ${action.name}: ${answer.status} ${outcomeOf(answer)}`);
    if (may) return;
    // Sent to a page of their own that does not know the action, nothing runs in the name of the server itself.
    const page = permission.startsWith("order.") ? "/page" : "/(publico)/ayuda/page";
    const replayed = await callAction({ ...action, page }, cookie, fields);
    if (replayed.status >= 500 || replayed.status === 0 || /^(?:done|to )/.test(outcomeOf(replayed) ?? ""))
      wrong.push(`${role} ${action.name} elsewhere: ${replayed.status} ${outcomeOf(replayed)}`);
  });
  expect(cases.length).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
  expect(changedTables(before, await rowDigests([...people.values()]))).toEqual([]);
});

const BOTH = "an owner of both";

/** Those who may do at home what they try with what is somebody else's, and the ids by which their own rows are known. */
async function strangers(victim: Victim): Promise<{ cookies: Record<string, string>; ids: string[] }> {
  const [rival, suspended, applicant] = [
    await makeTill(),
    await makeTill({ suspended: true }),
    await makeApplicant(),
  ];
  const bosses = await Promise.all(
    [rival, suspended].map(({ actor }) => makeMember(actor.provider.id, "owner")),
  );
  const [shopOwner, paused] = bosses;
  if (!shopOwner || !paused) throw new Error("no owners made");
  // Their session works for the rival; what they may at the victim counts for nothing in it.
  const both = await makeMember(rival.actor.provider.id, "owner");
  await addMembership(both.personId, victim.providerId, "owner");
  return {
    cookies: {
      "the rival's owner": await openSession(database, shopOwner.email),
      "the rival's clerk": await openSession(database, await emailOf(rival.actor.personId)),
      "a suspended owner": await openSession(database, paused.email),
      [BOTH]: await openSession(database, both.email),
      "an owner not approved": await openSession(database, applicant.email),
    },
    ids: [
      ...[...bosses, both].map(({ personId }) => personId),
      ...[rival.actor, suspended.actor, applicant].flatMap(({ personId, provider }) => [
        personId,
        provider.id,
      ]),
    ],
  };
}

const actionsNamed = (name: string) =>
  builtActions().filter(
    (action) => action.name.startsWith("app/(proveedor)") && action.name.endsWith(` ${name}`),
  );

/** Follows where an answer leads, as a browser would; what is read on the way. */
async function readAfter(answer: Answer, cookie: string): Promise<string> {
  const place = /^to (\/.*)/.exec(outcomeOf(answer) ?? "")?.[1];
  if (!place) return answer.body;
  return answer.body + (await send(place, { headers: { cookie } })).body;
}

test("every provider action is listed with the ids it takes, or as taking none", () => {
  const found = [...needs].flatMap(([name, permission]) =>
    permission !== null && name.startsWith("app/(proveedor)") ? [name.split(" ")[1] ?? ""] : [],
  );
  const known = new Set([...crossProviderActions.map(({ action }) => action), ...actionsWithoutIds]);
  expect([...new Set(found)].sort()).toEqual([...known].sort());
});

test("no provider reads or changes another provider's data by its id, and its own members can", async () => {
  test.setTimeout(240_000);
  const victim = await makeVictim();
  const { cookies, ids } = await strangers(victim);
  const before = await rowDigests(ids);
  const refused = new Map<string, Set<string>>();
  const wrong: string[] = [];
  const leaks = (body: string) => victim.canaries.filter((canary) => body.includes(canary));
  for (const [at, { action, fields }] of crossProviderActions.entries())
    for (const built of actionsNamed(action))
      await each(Object.entries(cookies), async ([who, cookie]) => {
        const answer = await callAction(built, cookie, Object.entries(fields(victim.ids)));
        const outcome = outcomeOf(answer);
        refused.set(`${at} ${action}`, (refused.get(`${at} ${action}`) ?? new Set()).add(outcome ?? ""));
        const read = await readAfter(answer, cookie);
        if (outcome === null || answer.status >= 500 || leaks(read).length > 0)
          wrong.push(`${who} ${action}: ${answer.status} ${outcome} ${leaks(read)}`);
      });
  expect(wrong).toEqual([]);
  expect(changedTables(before, await rowDigests(ids))).toEqual([]);

  // Called by the owner, the same calls work: another answer, or a write.
  const own = await openSession(database, victim.people.owner);
  const asker = await openSession(database, victim.people.clerk);
  const idle: string[] = [];
  let rows = await rowDigests([]);
  for (const [at, { action, fields, isIdle, isAskers }] of crossProviderActions.entries())
    for (const built of actionsNamed(action)) {
      const cookie = isAskers ? asker : own;
      const outcome = outcomeOf(await callAction(built, cookie, Object.entries(fields(victim.ids))));
      const now = await rowDigests([]);
      const answersOtherwise = !refused.get(`${at} ${action}`)?.has(outcome ?? "");
      if (outcome === null || /^(?:invalid|refused not_allowed)/.test(outcome))
        idle.push(`${action}: ${outcome}`);
      else if (!isIdle && !answersOtherwise && changedTables(rows, now).length === 0)
        idle.push(`${action}: ${outcome} as to strangers`);
      rows = now;
    }
  expect(idle).toEqual([]);
});

/** How many ids each address is asked with. */
const NAMED = 9;

/** Each address of the build with each of these ids for what varies in it. */
function namedAddresses(
  { ids: { use, proof, folio, radicado, open, branch, document, order, viewer } }: Victim,
  of: RegExp,
) {
  const ids = [use, proof, folio, radicado, open, branch, document, order, viewer];
  return (
    builtPaths()
      // Mailbox and papers of the demonstration are public; elsewhere they do not exist.
      .filter((built) => of.test(built) && built.includes("[") && !built.startsWith("/buzon/"))
      .flatMap((built) => ids.map((id) => ({ built, address: addressOf(built, id) })))
  );
}

test("no page or file reveals another provider's data, whichever id is in the URL", async () => {
  test.setTimeout(240_000);
  const victim = await makeVictim();
  const { cookies, ids } = await strangers(victim);
  const before = await rowDigests(ids);
  const wrong: string[] = [];
  // Whose companies they are, their own people read in the frame of every page.
  const told = (body: string, who: string) => (who === BOTH ? body.replaceAll(victim.name, "") : body);
  const leaks = (body: string) => victim.canaries.some((canary) => body.includes(canary));
  const ask = (method: "GET" | "POST", address: string, cookie: string) =>
    send(address, {
      method,
      headers: { cookie, ...(method === "POST" ? { origin, "content-length": 0 } : {}) },
    });
  const asking = Object.entries(cookies).filter(([who]) => /rival's owner|of both|not approved/.test(who));
  // From a page of the caja all of them are sent away before its id is read: there one of them tries every id, and the
  // others one each.
  const isTried = (built: string, who: string, nth: number) =>
    !built.startsWith("/admin/") || /rival's owner/.test(who) || nth % NAMED === 0;
  const cases = namedAddresses(victim, /./).flatMap((one, nth) =>
    asking
      .filter(([who]) => isTried(one.built, who, nth))
      .flatMap(([who, cookie]) =>
        (one.built.endsWith("/route") ? (["GET", "POST"] as const) : (["GET"] as const)).map((method) => ({
          ...one,
          who,
          cookie,
          method,
        })),
      ),
  );
  await each(cases, async ({ built, address, who, cookie, method }) => {
    const { status, body } = await ask(method, address, cookie);
    const down = built.startsWith("/no-disponible");
    if (status === 0 || (status >= 500 && !down) || leaks(told(body, who)))
      wrong.push(`${status} ${who} ${method} ${address}`);
  });
  expect(cases.length).toBeGreaterThan(1_500);
  expect(wrong).toEqual([]);
  expect(changedTables(before, await rowDigests(ids))).toEqual([]);

  // Its own people read it at these very addresses.
  const own = await openSession(database, victim.people.owner);
  const open = new Set<string>();
  await each(namedAddresses(victim, /^\/\(proveedor\)/), async ({ built, address }) => {
    if (leaks((await ask("GET", address, own)).body)) open.add(built.replace("/(proveedor)", ""));
  });
  for (const page of [
    "/comprobantes/[id]/page",
    "/consultar/r/[id]/page",
    "/constancias/[id]/page",
    "/constancias/[id]/firma/route",
    "/equipo/establecimientos/[id]/page",
    "/novedades/[folio]/page",
    "/solicitudes/[radicado]/page",
  ])
    expect([page, open.has(page)]).toEqual([page, true]);
});
