import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { newToken } from "@/lib/crypto/token";
import type { Permission } from "@/model/access";
import { postForm, request } from "@/scripts/bench/form";
import { builtPaths } from "@/tests/support/hostile-requests";
import { owner } from "@/tests/support/look-up-orders";
import { pages } from "@/tests/support/page-permissions";
import { makeRoles } from "@/tests/support/person-per-role";
import { mayByTable, roles } from "@/tests/support/role-table";
import { expect, test } from "@/tests/support/test";

const base = process.env.E2E_URL ?? "";

test("every page behind the sign-in is in the permission table", () => {
  const found = ["app/admin", "app/(proveedor)"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => path.basename(file) === "page.tsx")
      .map((file) =>
        `/${path.join(folder, path.dirname(file))}`.replace(/^\/app/, "").replace("/(proveedor)", ""),
      ),
  );
  expect(Object.keys(pages).sort()).toEqual(found.sort());
});

/** Route handlers that need a session, called for missing objects, so that allowed calls change nothing. */
const handlers: Readonly<Record<string, [method: "GET" | "POST", needs: Permission]>> = {
  "/admin/bitacora/exportar": ["POST", "audit.read"],
  "/admin/buscar/enviar": ["POST", "caja.search"],
  "/admin/habeas-data/[radicado]/datos": ["POST", "rights.handle"],
  "/admin/informes/exportar": ["POST", "settlement.read"],
  "/admin/convenios/importar/[id]/avance": ["GET", "agreement.read"],
  "/admin/convenios/importar/[id]/errores": ["POST", "agreement.manage"],
  "/admin/convenios/importar/enviar": ["POST", "agreement.manage"],
  "/admin/convenios/importar/plantilla": ["GET", "agreement.manage"],
  "/admin/liquidacion/[proveedor]/exportar": ["POST", "settlement.read"],
  "/admin/liquidacion/pagos/[pago]/archivo": ["POST", "settlement.read"],
  "/admin/novedades/[folio]/foto": ["GET", "report.read"],
  "/admin/ordenes/[id]/imprimir": ["POST", "order.print"],
  "/admin/ordenes/exportar": ["POST", "order.export"],
  "/admin/ordenes/importar/[id]/avance": ["GET", "import.read"],
  "/admin/ordenes/importar/[id]/errores": ["POST", "order.import"],
  "/admin/ordenes/importar/enviar": ["POST", "order.import"],
  "/admin/ordenes/importar/plantilla": ["GET", "order.import"],
  "/admin/ordenes/imprimir/archivo": ["POST", "order.print"],
  "/admin/ordenes/imprimir/marcadas": ["POST", "order.print"],
  "/admin/proveedores/exportar": ["POST", "provider.read"],
  "/admin/solicitudes/[radicado]/documentos/[id]": ["GET", "request.read"],
  "/aplicaciones/[app]/renovar/enviar": ["POST", "application.request"],
  "/aplicaciones/[app]/solicitar/enviar": ["POST", "application.request"],
  "/archivos/enviar": ["POST", "application.request"],
  "/constancias/[id]/firma": ["GET", "order.look_up"],
  "/constancias/[id]/pdf": ["GET", "order.look_up"],
  "/consultar/pendientes": ["POST", "order.look_up"],
  "/consultar/pendientes/llave": ["GET", "order.look_up"],
  "/consultar/r/[id]/reportar/enviar": ["POST", "report.file"],
  "/empresa/cambiar": ["POST", "application.view"],
  "/historial/exportar": ["POST", "history.export"],
  "/historial/relacion/exportar": ["POST", "history.export"],
  "/sin-conexion/lista": ["GET", "order.look_up"],
  "/solicitudes/[radicado]/corregir/enviar": ["POST", "application.request"],
};

test("every route handler is in the permission table or public", () => {
  const anybodys =
    /^\/(?:V|ayuda|buzon|c|api|idioma|sonido|salir|cuenta|no-disponible|\.well-known)(?:\/|$)|\.(?:svg|webmanifest)$/;
  const found = builtPaths()
    .filter((built) => built.endsWith("/route"))
    .map((built) => built.replace(/\/route$/, "").replace(/\/\([^)]+\)/g, ""))
    .filter((path) => !anybodys.test(path));
  expect(Object.keys(handlers).sort()).toEqual(found.sort());
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
const isNoted = (noted: string[], missing: Permission | null) =>
  missing === null ? noted.length === 0 : noted.includes(missing) && new Set(noted).size === noted.length;

for (const role of roles)
  test(`each page and route handler admits ${role} with its permission, and otherwise refuses and logs it`, async () => {
    const wrong: string[] = [];
    const { token, hash } = newToken();
    const personId = (await makeRoles()).get(role) ?? "";
    await owner`select open_session(${personId}, ${hash}, 43200, 604800, '127.0.0.1', 'test', p_factor => true)`;
    const secret = process.env.AUTH_SECRET ?? "";
    const cookie = `sesion=${await encode({ token: { sid: token }, secret, salt: "sesion" })}`;
    for (const [page, permission] of Object.entries(pages)) {
      // The page of a use's outcome says nothing at all without a key that could be one.
      const url = new URL(`${page.replace(/\[\w+\]/g, randomUUID())}?clave=${randomUUID()}`, base);
      const { location = "", body } = await request(url, { headers: { cookie } });
      const refused = location.startsWith("/sin-permiso") || body.includes("/sin-permiso");
      const may = mayByTable(role, permission);
      if (refused === may) wrong.push(`${role} ${page}`);
      const noted = await denied(personId);
      if (!isNoted(noted, may ? null : permission)) wrong.push(`${role} ${page} in the log: ${noted}`);
    }
    for (const [place, [method, permission]] of Object.entries(handlers)) {
      const url = new URL(place.replace(/\[\w+\]/g, randomUUID()), base);
      const { location = "", status } =
        method === "GET"
          ? await request(url, { headers: { cookie } })
          : await postForm(url, cookie, [["tamano", "carta"]]);
      const refused = location.startsWith("/sin-permiso") || status === 401 || status === 403;
      const may = mayByTable(role, permission);
      if (refused === may) wrong.push(`${role} ${method} ${place} ${status} ${location}`);
      const noted = await denied(personId);
      if (!isNoted(noted, may ? null : permission)) wrong.push(`${role} ${place} in the log: ${noted}`);
    }
    expect(wrong).toEqual([]);
  });
