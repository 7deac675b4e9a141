import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Permission } from "@/model/access";
import { type AccessActor, ageProofs, makeAccessActors } from "@/tests/support/access-actors";
import { owner } from "@/tests/support/factories/account";
import { mayByTable, roles } from "@/tests/support/role-table";
import { handlers } from "@/tests/support/route-permissions";

// The request is Next's: what a route is given of it are these headers.
const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => undefined, has: () => false, set: () => {}, delete: () => {} }),
}));
vi.mock("next-auth", () => ({ default: () => ({ signIn: async () => {}, signOut: async () => {} }) }));

let actors: AccessActor[];
beforeAll(async () => {
  actors = await makeAccessActors();
});
afterAll(() => owner.end());

/** Every route that a form is posted to and that needs a permission. */
const posted = Object.entries(handlers).filter(([, [method]]) => method === "POST");

type Route = { POST: (sent: Request, context: { params: Promise<unknown> }) => Promise<Response> };
const routeOf = (place: string): Promise<Route> =>
  import(path.resolve(`app${place.startsWith("/admin") ? "" : "/(proveedor)"}${place}/route.ts`));

/** Where a route sends somebody who may use it, in place of its answer. */
async function placeOf(place: string, permission: Permission): Promise<string | null> {
  const role = roles.find((each) => mayByTable(each, permission));
  const actor = actors.find(({ name }) => name === role);
  if (!actor) throw new Error(`nobody may ${permission}`);
  const headers = { cookie: actor.cookie, origin: "http://portal.example", host: "portal.example" };
  request.headers = new Headers({ ...headers, "x-path": "/" });
  const params = Promise.resolve(
    Object.fromEntries([...place.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name, "00000000"])),
  );
  const sent = new Request(`http://portal.example${place}`, {
    method: "POST",
    headers,
    body: new FormData(),
  });
  const answer = await (await routeOf(place)).POST(sent, { params }).catch(() => null);
  return answer?.headers.get("location")?.split("?")[0] ?? null;
}

/** The files that take personal data along. */
const askingAgain = [
  "/admin/bitacora/exportar",
  "/admin/convenios/importar/[id]/errores",
  "/admin/habeas-data/[radicado]/datos",
  "/admin/liquidacion/[proveedor]/exportar",
  "/admin/liquidacion/pagos/[pago]/archivo",
  "/admin/ordenes/exportar",
  "/admin/ordenes/importar/[id]/errores",
  "/admin/ordenes/imprimir/archivo",
  "/admin/ordenes/imprimir/marcadas",
  "/admin/proveedores/exportar",
  "/historial/exportar",
  "/historial/relacion/exportar",
];

test("with a proof of five minutes ago the files with personal data ask again and no other; with one of four none does", async () => {
  const asking = async () => {
    const found: string[] = [];
    for (const [place, [, permission]] of posted)
      if ((await placeOf(place, permission)) === "/confirmar") found.push(place);
    return found.sort();
  };
  await ageProofs(actors, 4);
  expect(await asking()).toEqual([]);
  await ageProofs(actors, 5);
  expect(await asking()).toEqual(askingAgain);
});
