import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { FormState } from "@/components/form/form-state";
import type { Role } from "@/model/access";
import { type AccessActor, ageProofs, makeAccessActors } from "@/tests/support/access-actors";
import { actionPermissions } from "@/tests/support/action-permissions";
import { owner } from "@/tests/support/factories/account";
import { mayByTable, roles } from "@/tests/support/role-table";

// The request is Next's: what an action is given of it are these headers.
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => undefined, has: () => false, set: () => {}, delete: () => {} }),
}));
vi.mock("next-auth", () => ({ default: () => ({ signIn: async () => {}, signOut: async () => {} }) }));
vi.mock("next/cache", () => ({ refresh: () => {}, revalidatePath: () => {} }));

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
let actors: AccessActor[];
const actions = new Map<string, Action>();

beforeAll(async () => {
  actors = await makeAccessActors();
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter(
    (file) => /(^|-)actions\.ts$/.test(path.basename(file)) && /^(admin|\(proveedor\))/.test(file),
  );
  for (const file of files) {
    if (!/\baction\(/.test(readFileSync(path.join("app", file), "utf8"))) continue;
    const module: Record<string, Action> = await import(path.resolve("app", file));
    for (const [name, run] of Object.entries(module)) actions.set(`${path.dirname(file)} ${name}`, run);
  }
});
afterAll(() => owner.end());

/** What the action throws or answers to an empty form. */
async function answerOf(
  actor: AccessActor,
  run: Action,
  more: Record<string, string> = {},
): Promise<unknown> {
  request.headers = new Headers({
    cookie: actor.cookie,
    origin: "http://portal.example",
    host: "portal.example",
    "x-path": "/",
    ...more,
  });
  return run({ status: "idle" }, new FormData()).catch((error: unknown) => error);
}

async function codeOf(actor: AccessActor, run: Action, more: Record<string, string> = {}): Promise<unknown> {
  const answer = await answerOf(actor, run, more);
  return answer instanceof Object && "code" in answer ? answer.code : null;
}

/** Where the action sends a caller instead of running; null when it ran. */
async function placeOf(actor: AccessActor, run: Action): Promise<string | null> {
  const answer = await answerOf(actor, run);
  const digest = answer instanceof Object && "digest" in answer ? String(answer.digest) : "";
  return /;(\/[^;?]*)/.exec(digest)?.[1] ?? null;
}

const refused = async (actor: AccessActor, run: Action) => (await codeOf(actor, run)) === "not_allowed";

/** Those who have the permissions of a role, and those who are nobody. */
const named = (test: (actor: AccessActor) => boolean) => () => actors.filter(test);
const standing = named(({ role }) => role !== null);
const nobodies = named(({ role }) => role === null);
const ofRole = (role: Role) => {
  const actor = actors.find(({ name }) => name === role);
  if (!actor) throw new Error(`no ${role}`);
  return actor;
};

/** The permissions that this person was denied since it was last asked; the log's own limit begins anew. */
async function denied(personId: string): Promise<string[]> {
  const lines = await owner<{ wanted: string }[]>`
    select subject_id as wanted from audit_event
    where action = 'access.denied' and actor_id = ${personId} and seq > ${seen} order by seq`;
  const [last] = await owner<{ seq: number }[]>`select coalesce(max(seq), 0)::int as seq from audit_event`;
  seen = last?.seq ?? seen;
  await owner`delete from budget_counter
    where scope = 'audit.refusals' or (scope = 'audit.refusal' and key = ${personId})`;
  return lines.map(({ wanted }) => wanted);
}
let seen = 0;

test("every server action behind the sign-in is listed in this table", () => {
  expect([...actions.keys()].sort()).toEqual(Object.keys(actionPermissions).sort());
});

test("each action refuses whose role has no permission and logs the refusal, and accepts the others", async () => {
  const wrong: string[] = [];
  for (const actor of standing()) {
    await denied(actor.personId);
    for (const [name, permission] of Object.entries(actionPermissions)) {
      const run = actions.get(name);
      const may = mayByTable(actor.role ?? "viewer", permission);
      if (run && (await refused(actor, run)) === may) wrong.push(`${actor.name} ${name}`);
      const noted = await denied(actor.personId);
      if (noted.join() !== (may ? "" : permission)) wrong.push(`${actor.name} ${name} in the log: ${noted}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("each action sends who is not signed in, not any more or not wholly, to the sign-in and does nothing", async () => {
  const wrong: string[] = [];
  for (const actor of nobodies()) {
    await denied(actor.personId);
    for (const [name, run] of actions)
      if ((await placeOf(actor, run)) !== "/ingresar") wrong.push(`${actor.name} ${name}`);
    expect([actor.name, await denied(actor.personId)]).toEqual([actor.name, []]);
  }
  expect(nobodies()).toHaveLength(4);
  expect(wrong).toEqual([]);
});

test("an action posted to the URL of another page is refused, because its caller is unknown there", async () => {
  for (const [name, run] of actions)
    expect([name, await codeOf(ofRole("owner"), run, { "x-action-forwarded": "1" })]).toEqual([
      name,
      "unreadable",
    ]);
});

/** The acts that ask again who is there: who decides, annuls, replaces, pays, gives access or keeps keys. */
const askingAgain = [
  "(proveedor)/equipo inviteAction",
  "(proveedor)/equipo removeAction",
  "(proveedor)/equipo resendAction",
  "(proveedor)/equipo/este-dispositivo pairAction",
  "admin/ajustes/llaves revokeAction",
  "admin/ajustes/llaves rotateAction",
  "admin/convenios saveAgreementAction",
  "admin/convenios/importar/[id] confirmAction",
  "admin/habeas-data/[radicado] answerRightsAction",
  "admin/habeas-data/[radicado] withdrawAuthorisationAction",
  "admin/liquidacion/pagos approvePaymentAction",
  "admin/liquidacion/pagos reversePaymentAction",
  "admin/novedades/[folio] decideReportAction",
  "admin/novedades/anulaciones/[id] decideUndoAction",
  "admin/novedades/anulaciones/uso/[uso] undoObjectedAction",
  "admin/ordenes/[id] annulAction",
  "admin/ordenes/[id] approveAction",
  "admin/ordenes/[id] approveChangeAction",
  "admin/ordenes/[id] replaceAction",
  "admin/ordenes/[id] sendBackAction",
  "admin/ordenes/[id] sendChangeBackAction",
  "admin/personas changeOfficialAction",
  "admin/personas endAccessAction",
  "admin/personas inviteOfficialAction",
  "admin/personas requestResetAction",
  "admin/personas resendInvitationAction",
  "admin/personas returnAccessAction",
  "admin/personas saveFactorWaitAction",
  "admin/personas withdrawResetAction",
  "admin/proveedores/[id] endProviderAccessAction",
  "admin/proveedores/[id] nameOwnerAction",
  "admin/proveedores/[id]/cuenta approveAccountAction",
  "admin/proveedores/[id]/cuenta proposeAccountAction",
  "admin/proveedores/[id]/segundo-factor requestHolderResetAction",
  "admin/proveedores/[id]/segundo-factor withdrawHolderResetAction",
  "admin/solicitudes/[radicado] approveAction",
  "admin/solicitudes/[radicado] rejectAction",
  "admin/solicitudes/[radicado] returnAction",
];

test("with a proof of five minutes ago these acts ask again and no other; with one of four minutes none does", async () => {
  const asking = async () => {
    const found: string[] = [];
    for (const [name, permission] of Object.entries(actionPermissions)) {
      const role = roles.find((each) => mayByTable(each, permission));
      const run = actions.get(name);
      if (role && run && (await placeOf(ofRole(role), run)) === "/confirmar") found.push(name);
    }
    return found.sort();
  };
  await ageProofs(actors, 4);
  expect(await asking()).toEqual([]);
  await ageProofs(actors, 5);
  expect(await asking()).toEqual(askingAgain);
});
