import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { FormState } from "@/components/form/form-state";
import { newToken } from "@/lib/crypto/token";
import { env } from "@/lib/env";
import type { Permission, Role } from "@/model/access";
import { owner } from "@/tests/support/factories/account";
import { makeRoles } from "@/tests/support/person-per-role";
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

/** What each action asks for; one that is not here fails the test. */
const needs: Record<string, Permission> = {
  "(proveedor)/comprobantes/[id]/anular undoAction": "order.use",
  "(proveedor)/comprobantes/[id]/anular askUndoAction": "order.use",
  "(proveedor)/_answer giveProofAction": "order.look_up",
  "(proveedor)/consultar lookUpAction": "order.look_up",
  "(proveedor)/consultar/escanear scanAction": "order.look_up",
  "(proveedor)/consultar/r/[id] digitsAction": "order.look_up",
  "(proveedor)/consultar/r/[id] compareRowsAction": "order.look_up",
  "(proveedor)/consultar/r/[id] compareValueAction": "order.look_up",
  "(proveedor)/consultar/r/[id] unreadableAction": "order.look_up",
  "(proveedor)/_answer claimAction": "order.use",
  "(proveedor)/consultar/r/[id] releaseAction": "order.use",
  "(proveedor)/consultar/r/[id]/usar registerUseAction": "order.use",
  "(proveedor)/novedades/[folio] withdrawReportAction": "report.file",
  "(proveedor)/equipo inviteAction": "team.manage",
  "(proveedor)/equipo resendAction": "team.manage",
  "(proveedor)/equipo cancelAction": "team.manage",
  "(proveedor)/equipo removeAction": "team.manage",
  "(proveedor)/equipo saveBranchAction": "team.manage",
  "(proveedor)/equipo saveCounterAction": "team.manage",
  "(proveedor)/equipo closePlaceAction": "team.manage",
  "(proveedor)/equipo/este-equipo deviceAction": "order.look_up",
  "(proveedor)/practica practiseLookUpAction": "order.look_up",
  "(proveedor)/practica practiseRowsAction": "order.look_up",
  "(proveedor)/practica practiseDigitsAction": "order.look_up",
  "admin/avisos saveNoticesAction": "caja.dashboard",
  "admin/ajustes/aplicaciones saveDocumentAction": "settings.edit",
  "admin/ajustes/caja saveCajaAction": "settings.edit",
  "admin/ajustes/cotejo saveCompareModeAction": "settings.edit",
  "admin/ajustes/llaves rotateAction": "key.manage",
  "admin/ajustes/llaves revokeAction": "key.manage",
  "admin/ajustes/tipos-de-orden saveKindAction": "settings.edit",
  "admin/convenios saveAgreementAction": "agreement.manage",
  "admin/convenios/importar/[id] confirmAction": "agreement.manage",
  "admin/convenios/importar/[id] cancelAction": "agreement.manage",
  "admin/habeas-data/[radicado] abandonRightsAction": "rights.handle",
  "admin/habeas-data/[radicado] answerRightsAction": "rights.handle",
  "admin/habeas-data/[radicado] askMissingAction": "rights.handle",
  "admin/habeas-data/[radicado] extendRightsAction": "rights.handle",
  "admin/habeas-data/[radicado] noteIdentityAction": "rights.handle",
  "admin/incidentes closeIncidentAction": "incident.manage",
  "admin/incidentes reportIncidentAction": "incident.manage",
  "admin/incidentes saveIncidentAction": "incident.manage",
  "admin/liquidacion/[proveedor] settleAction": "settlement.manage",
  "admin/liquidacion/pagos makePaymentAction": "settlement.manage",
  "admin/liquidacion/pagos approvePaymentAction": "settlement.approve",
  "admin/liquidacion/pagos returnPaymentAction": "settlement.manage",
  "admin/liquidacion/pagos reversePaymentAction": "settlement.manage",
  "admin/novedades/[folio] decideReportAction": "report.handle",
  "admin/novedades/anulaciones/[id] decideUndoAction": "use.undo",
  "admin/novedades/anulaciones/uso/[uso] undoObjectedAction": "use.undo",
  "admin/ordenes findAction": "order.find",
  "admin/ordenes/[id] issueAction": "order.issue",
  "admin/ordenes/[id] askAction": "order.issue",
  "admin/ordenes discardAction": "order.issue",
  "admin/ordenes takeAction": "order.issue",
  "admin/ordenes/[id] approveAction": "order.approve",
  "admin/ordenes/[id] sendBackAction": "order.approve",
  "admin/ordenes/[id] deliverAction": "order.change",
  "admin/ordenes/[id] annulAction": "order.annul",
  "admin/ordenes/[id] replaceAction": "order.change",
  "admin/ordenes/[id] extendAction": "order.change",
  "admin/ordenes/[id] approveChangeAction": "order.approve",
  "admin/ordenes/[id] sendChangeBackAction": "order.approve",
  "admin/ordenes/[id] blockAction": "order.change",
  "admin/ordenes/[id] unblockAction": "order.change",
  "admin/ordenes/importar/[id] confirmAction": "order.import",
  "admin/ordenes/importar/[id] cancelAction": "order.import",
  "admin/ordenes saveDraftAction": "order.issue",
  "admin/ordenes keepFormAction": "order.issue",
  "admin/ordenes discardFormAction": "order.issue",
  "admin/personas changeOfficialAction": "people.manage",
  "admin/personas endAccessAction": "people.manage",
  "admin/personas inviteOfficialAction": "people.manage",
  "admin/personas resendInvitationAction": "people.manage",
  "admin/personas requestResetAction": "people.manage",
  "admin/personas returnAccessAction": "people.manage",
  "admin/personas withdrawResetAction": "people.manage",
  "admin/proveedores/[id] correctAction": "provider.manage",
  "admin/proveedores/[id]/cuenta approveAccountAction": "bank_account.manage",
  "admin/proveedores/[id]/cuenta proposeAccountAction": "bank_account.manage",
  "admin/proveedores/[id]/cuenta refuseAccountAction": "bank_account.manage",
  "admin/proveedores/[id] nameOwnerAction": "provider.manage",
  "admin/proveedores/[id] withdrawOwnerAction": "provider.manage",
  "admin/proveedores/[id] suspendAction": "provider.manage",
  "admin/proveedores/[id] reactivateAction": "provider.manage",
  "admin/solicitudes/[radicado] approveAction": "request.decide",
  "admin/solicitudes/[radicado] returnAction": "request.decide",
  "admin/solicitudes/[radicado] rejectAction": "request.decide",
  "admin/solicitudes takeBackAction": "request.decide",
  "admin/solicitudes/[radicado] markAction": "request.decide",
};

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
const sessions = new Map<Role, string>();
let people: Map<Role, string>;
const actions = new Map<string, Action>();

beforeAll(async () => {
  people = await makeRoles();
  for (const [role, personId] of people) {
    const { token, hash } = newToken();
    await owner`select open_session(${personId}, ${hash}, 43200, 604800, '127.0.0.1', 'test', p_factor => true)`;
    const value = await encode({ token: { sid: token }, secret: env().AUTH_SECRET, salt: "sesion" });
    sessions.set(role, `sesion=${value}`);
  }
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
async function answerOf(role: Role, run: Action, more: Record<string, string> = {}): Promise<unknown> {
  request.headers = new Headers({
    cookie: sessions.get(role) ?? "",
    origin: "http://portal.example",
    host: "portal.example",
    "x-path": "/",
    ...more,
  });
  return run({ status: "idle" }, new FormData()).catch((error: unknown) => error);
}

async function codeOf(role: Role, run: Action, more: Record<string, string> = {}): Promise<unknown> {
  const answer = await answerOf(role, run, more);
  return answer instanceof Object && "code" in answer ? answer.code : null;
}

const asks = async (role: Role, run: Action) => {
  const answer = await answerOf(role, run);
  return answer instanceof Object && "digest" in answer && String(answer.digest).includes(";/confirmar?");
};

const refused = async (role: Role, run: Action) => (await codeOf(role, run)) === "not_allowed";

/** The permissions that this person was denied since it was last asked; the log's own limit begins anew. */
async function denied(personId: string): Promise<string[]> {
  const lines = await owner<{ wanted: string }[]>`
    select subject_id as wanted from audit_event
    where action = 'access.denied' and actor_id = ${personId} and seq > ${seen} order by seq`;
  const [last] = await owner<{ seq: number }[]>`select coalesce(max(seq), 0)::int as seq from audit_event`;
  seen = last?.seq ?? seen;
  await owner`delete from budget_counter where scope in ('audit.refusal', 'audit.refusals')`;
  return lines.map(({ wanted }) => wanted);
}
let seen = 0;

test("every server action behind the sign-in is listed in this table", () => {
  expect([...actions.keys()].sort()).toEqual(Object.keys(needs).sort());
});

for (const role of roles)
  test(`each action refuses ${role} without its permission and logs the refusal, and accepts them with it`, async () => {
    const wrong: string[] = [];
    const personId = people.get(role) ?? "";
    await denied(personId);
    for (const [name, permission] of Object.entries(needs)) {
      const run = actions.get(name);
      const may = mayByTable(role, permission);
      if (run && (await refused(role, run)) === may) wrong.push(name);
      const noted = await denied(personId);
      if (noted.join() !== (may ? "" : permission)) wrong.push(`${name} in the log: ${noted}`);
    }
    expect(wrong).toEqual([]);
  });

test("an action posted to the URL of another page is refused, because its caller is unknown there", async () => {
  for (const [name, run] of actions)
    expect([name, await codeOf("owner", run, { "x-action-forwarded": "1" })]).toEqual([name, "unreadable"]);
});

/** The acts that ask again who is there: who decides, annuls, replaces, pays, gives access or keeps keys. */
const askingAgain = [
  "admin/ajustes/llaves revokeAction",
  "admin/ajustes/llaves rotateAction",
  "admin/convenios saveAgreementAction",
  "admin/convenios/importar/[id] confirmAction",
  "admin/habeas-data/[radicado] answerRightsAction",
  "admin/liquidacion/pagos approvePaymentAction",
  "admin/liquidacion/pagos reversePaymentAction",
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
  "admin/personas withdrawResetAction",
  "admin/proveedores/[id] nameOwnerAction",
  "admin/proveedores/[id]/cuenta approveAccountAction",
  "admin/proveedores/[id]/cuenta proposeAccountAction",
  "admin/solicitudes/[radicado] approveAction",
  "admin/solicitudes/[radicado] rejectAction",
  "admin/solicitudes/[radicado] returnAction",
];

test("with a proof of five minutes ago these acts ask again and no other; with one of four minutes none does", async () => {
  const age = (minutes: number) =>
    owner`update session set proven_at = now() - make_interval(mins => ${minutes})
      where person_id = any(${[...people.values()]})`;
  const asking = async () => {
    const found: string[] = [];
    for (const [name, permission] of Object.entries(needs)) {
      const role = roles.find((each) => mayByTable(each, permission));
      const run = actions.get(name);
      if (role && run && (await asks(role, run))) found.push(name);
    }
    return found.sort();
  };
  await age(4);
  expect(await asking()).toEqual([]);
  await age(5);
  expect(await asking()).toEqual(askingAgain);
});
