import { randomUUID } from "node:crypto";
import path from "node:path";
import { postForm, request } from "@/scripts/bench/form";
import { type AccessActor, makeAccessActors } from "@/tests/support/access-actors";
import { actionPermissions } from "@/tests/support/action-permissions";
import { addressOf, builtActions, builtPaths, each, placeOf } from "@/tests/support/hostile-requests";
import { owner } from "@/tests/support/look-up-orders";
import { pages } from "@/tests/support/page-permissions";
import { mayByTable } from "@/tests/support/role-table";
import { handlers, openActions, openPlaces } from "@/tests/support/route-permissions";
import { expect, test } from "@/tests/support/test";

const base = process.env.E2E_URL ?? "";

test("every page, route and action of the build has its row in the table", () => {
  const built = builtPaths().map(placeOf).sort();
  expect(built).toEqual([...Object.keys(pages), ...Object.keys(handlers), ...Object.keys(openPlaces)].sort());
  const actions = builtActions().map(({ name }) => {
    const [file = "", action] = name.split(" ");
    return `${path.dirname(file).replace(/^app\//, "")} ${action}`;
  });
  expect([...new Set(actions)].sort()).toEqual([...Object.keys(actionPermissions), ...openActions].sort());
});

/** The permissions that this person was denied since it was last asked; the log's own limit begins anew. */
async function denied(personId: string): Promise<string[]> {
  const lines = await owner<{ wanted: string }[]>`
    select subject_id as wanted from audit_event
    where action = 'access.denied' and actor_id = ${personId} and seq > ${seen.get(personId) ?? 0} order by seq`;
  const [last] = await owner<{ seq: number }[]>`
    select coalesce(max(seq), 0)::int as seq from audit_event where actor_id = ${personId}`;
  seen.set(personId, last?.seq ?? 0);
  await owner`delete from budget_counter where scope in ('audit.refusal', 'audit.refusals')`;
  return lines.map(({ wanted }) => wanted);
}
const seen = new Map<string, number>();

/** A page may ask for more than one permission; each is written down once. */
const isNoted = (noted: string[], missing: string | null) =>
  missing === null ? noted.length === 0 : noted.includes(missing) && new Set(noted).size === noted.length;

type Answer = Awaited<ReturnType<typeof request>>;

/** Calls a page or route for missing objects, so that allowed calls change nothing. */
function ask(place: string, method: "GET" | "POST", cookie: string): Promise<Answer> {
  // The page of a use's outcome says nothing at all without a key that could be one.
  const url = new URL(`${addressOf(place)}?clave=${randomUUID()}`, base);
  return method === "GET"
    ? request(url, { headers: { cookie } })
    : postForm(url, cookie, [["tamano", "carta"]]);
}

/** The rows that ask for a permission, pages first. */
const rows = [
  ...Object.entries(pages).map(([place, needs]) => ({ place, method: "GET" as const, needs, isPage: true })),
  ...Object.entries(handlers).map(([place, [method, needs]]) => ({ place, method, needs, isPage: false })),
];

/** Whether the answer leads to another page: by its head, or in the page where that had begun already. */
const sentTo = (door: string, { location = "", body }: Answer) =>
  location.startsWith(door) || body.includes(`url=${door}`) || body.includes(`;${door}`);

/** Every row asked by somebody with a role, one after the other, since each refusal is looked for in the log. */
async function askAsRole({ name, cookie, personId, role }: AccessActor): Promise<string[]> {
  const wrong: string[] = [];
  await denied(personId);
  for (const { place, method, needs, isPage } of rows) {
    const answer = await ask(place, method, cookie);
    const refused =
      sentTo("/sin-permiso", answer) || (!isPage && (answer.status === 401 || answer.status === 403));
    const may = role !== null && mayByTable(role, needs);
    if (refused === may) wrong.push(`${name} ${method} ${place} ${answer.status} ${answer.location}`);
    if (answer.status >= 500) wrong.push(`${name} ${method} ${place} ${answer.status}`);
    const noted = await denied(personId);
    if (!isNoted(noted, may ? null : needs)) wrong.push(`${name} ${place} in the log: ${noted}`);
  }
  return wrong;
}

/** Every row asked by somebody whom the portal does not know: nothing but the sign-in answers. */
async function askAsNobody({ name, cookie, personId }: AccessActor): Promise<string[]> {
  const wrong: string[] = [];
  for (const { place, method } of rows) {
    const answer = await ask(place, method, cookie);
    if (!sentTo("/ingresar", answer) && answer.status !== 401)
      wrong.push(`${name} ${method} ${place} ${answer.status} ${answer.location}`);
  }
  const noted = await denied(personId);
  return noted.length === 0 ? wrong : [...wrong, `${name} in the log: ${noted}`];
}

test("each page and route handler admits who has its permission, refuses and logs all others, and sends who is nobody to the sign-in", async () => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  const actors = await makeAccessActors();
  // Three at once, each with a person of its own, so that their lines of the log are told apart.
  await each(
    actors,
    async (actor) => {
      wrong.push(...(await (actor.role === null ? askAsNobody(actor) : askAsRole(actor))));
    },
    3,
  );
  expect(wrong).toEqual([]);
});

test("who is not signed in opens what is open and nothing that belongs to somebody", async () => {
  const wrong: string[] = [];
  for (const [place, who] of Object.entries(openPlaces)) {
    const read = await ask(place, "GET", "");
    // A route that takes posts alone.
    const answer = read.status === 405 ? await ask(place, "POST", "") : read;
    if (answer.status >= 500 && place !== "/no-disponible") wrong.push(`${place} ${answer.status}`);
    const isRefused = answer.status === 401 || answer.status === 403;
    if (who === "signed in" && !sentTo("/ingresar", answer) && !isRefused)
      wrong.push(`${place} ${answer.status} ${answer.location}`);
    if (who === "anybody" && isRefused) wrong.push(`${place} ${answer.status}`);
  }
  expect(wrong).toEqual([]);
});
