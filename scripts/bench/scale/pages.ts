import type postgres from "postgres";
import { lookupCode } from "@/domain/lookup/lookup-code";
import { seal } from "@/lib/crypto/seal";

/** A page and the account that opens it; null is a visitor without a session. */
export type Probe = { name: string; email: string | null; path: string; cookie?: string; status?: number };

const ADMIN = "administrador@caja.example";
const AUDITOR = "auditor@caja.example";
const OWNER = "duena@eltornillo.example";
const TILL = "caja@eltornillo.example";

type Ids = {
  order: string;
  used_order: string;
  use: string;
  lookup: string;
  provider: string;
  nit: string;
  proof: string;
  person: string;
  filing: string;
  official: string;
};

/** The pages that read growing tables, with each combination of filters that changes the query plan. */
export async function probes(owner: postgres.Sql): Promise<Probe[]> {
  const ids = await someIds(owner);
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  const year = `desde=${day(360)}&hasta=${day(0)}`;
  const month = `desde=${day(60)}&hasta=${day(30)}`;
  const of = (email: string | null, entries: Record<string, string>): Probe[] =>
    Object.entries(entries).map(([name, path]) => ({ name, email, path }));
  const list = (filters: string) => `/admin/ordenes/lista?${filters}`;
  return [
    ...of(ADMIN, {
      "panel de la entidad": "/admin",
      órdenes: "/admin/ordenes",
      "una orden": `/admin/ordenes/${ids.order}`,
      "una orden usada": `/admin/ordenes/${ids.used_order}`,
      "lista de órdenes": list(""),
      "lista, después de una orden": list(`tras=${ids.order}`),
      "lista, la más antigua primero": list("orden=fecha-antigua"),
      "lista por número": list("orden=numero"),
      "lista por valor": list("orden=valor-mayor"),
      "lista, vigentes": list("estado=vigente"),
      "lista, vencidas": list("estado=vencida"),
      "lista, usadas": list("estado=usada"),
      "lista, en revisión": list("estado=en-revision"),
      "lista, por empezar": list("estado=por-empezar"),
      "lista, sin imprimir": list("impresa=no"),
      "lista, hechas aquí": list("origen=aqui"),
      "lista de una sede": list("sede=prado"),
      "lista de una sede que no hay": list("sede=zzzz"),
      "lista de un valor que no hay": list("valor-desde=19000000"),
      "lista de un proveedor": list(`proveedor=${ids.nit}`),
      "lista de un mes, por valor": list(`${month}&orden=valor`),
      "lista por día de vencer": list(`vence-desde=${day(-1)}&vence-hasta=${day(-2)}`),
      "imprimir varias": "/admin/ordenes/imprimir",
      "cargar un archivo": "/admin/ordenes/importar",
      "liquidación del mes": "/admin/liquidacion",
      "liquidación de un mes entero": `/admin/liquidacion?${month}`,
      "liquidación de un mes, buscando": `/admin/liquidacion?${month}&buscar=número 7`,
      "liquidación de un proveedor, mes": `/admin/liquidacion/${ids.provider}?${month}`,
      "liquidación de un proveedor, año": `/admin/liquidacion/${ids.provider}?${year}`,
      "liquidación de un proveedor, objetados": `/admin/liquidacion/${ids.provider}?${year}&estado=objected`,
      pagos: "/admin/liquidacion/pagos",
      "armar un pago": "/admin/liquidacion/pagos/nuevo",
      "informe del mes": "/admin/informes",
      convenios: "/admin/convenios",
      "convenios, buscando": "/admin/convenios?buscar=número 7",
      personas: "/admin/personas",
      consultas: "/admin/consultas",
      "una consulta por su código": `/admin/consultas?codigo=${lookupCode(ids.lookup)}`,
      proveedores: "/admin/proveedores",
      "proveedores, buscando": "/admin/proveedores?buscar=número 7",
      "un proveedor": `/admin/proveedores/${ids.provider}`,
      "proveedores suspendidos": "/admin/proveedores?estado=suspended",
      solicitudes: "/admin/solicitudes",
      "solicitudes decididas": "/admin/solicitudes?estado=decididas",
      "solicitudes, buscando": "/admin/solicitudes?buscar=número 7",
      "una solicitud por decidir": `/admin/solicitudes/${ids.filing}`,
      "motivos de las solicitudes": "/admin/solicitudes/motivos",
      novedades: "/admin/novedades",
      "anulaciones pedidas": "/admin/novedades/anulaciones",
      "tipos de orden": "/admin/ajustes/tipos-de-orden",
    }),
    ...searchesOf(ids),
    ...of(AUDITOR, {
      bitácora: "/admin/bitacora",
      "bitácora de un día": `/admin/bitacora?fecha=${day(200)}`,
      "bitácora de nadie": "/admin/bitacora?persona=zzzq",
      "bitácora de muchas personas": "/admin/bitacora?persona=Persona",
      "bitácora de una persona": "/admin/bitacora?persona=Rosa Persona 17",
      "bitácora de una acción rara": "/admin/bitacora?accion=provider.suspended",
      "bitácora de una acción que no hubo": "/admin/bitacora?accion=proof.given",
      "bitácora de persona y acción": "/admin/bitacora?persona=Jorge&accion=provider.suspended",
      "bitácora de persona sin esa acción": "/admin/bitacora?persona=Luis Barrios&accion=provider.suspended",
      "bitácora de un NIT": `/admin/bitacora?sujeto=${ids.nit}`,
      "bitácora de un NIT sin esa acción": `/admin/bitacora?sujeto=${ids.nit}&accion=provider.suspended`,
      "bitácora de una orden": `/admin/bitacora?sujeto=${ids.used_order}`,
      "bitácora de un radicado": "/admin/bitacora?sujeto=SOL-2026-000001",
      "bitácora de nada": "/admin/bitacora?sujeto=zzzz",
    }),
    ...of(OWNER, {
      aplicaciones: "/aplicaciones",
      historial: "/historial",
      "historial de un año": `/historial?${year}`,
      "historial de un año, página 200": `/historial?${year}&pagina=200`,
      "historial de un año, de un número": `/historial?${year}&numero=10000042`,
      "historial de un año, de una persona": `/historial?${year}&persona=${ids.person}`,
      "historial de un año, solo usos": `/historial?${year}&resultado=uso`,
      "historial de un año, última página": `/historial?${year}&pagina=99999`,
      "relación de un mes": `/historial/relacion?${month}`,
      "relación de un año": `/historial/relacion?${year}`,
      "relación de un año, última página": `/historial/relacion?${year}&pagina=99999`,
      novedades: "/novedades",
      equipo: "/equipo",
    }),
    ...of(TILL, {
      consultar: "/consultar",
      "una respuesta": `/consultar/r/${ids.lookup}`,
      "un comprobante": `/comprobantes/${ids.use}`,
    }),
    ...of(null, { "una constancia": `/c/${ids.proof}`, verificar: "/verificar", inicio: "/" }),
  ];
}

/** The one search of the header, for what a caller may say. */
function searchesOf({ official }: Ids): Probe[] {
  const searches: Record<string, { typed: string; status?: number }> = {
    // One exact hit leads to its page at once.
    "buscar un número de orden": { typed: "10000042", status: 307 },
    "buscar un NIT": { typed: "800000007", status: 307 },
    "buscar una cédula": { typed: "1040000042" },
    "buscar un nombre de proveedor": { typed: "comercial numero 7" },
    "buscar lo que no hay": { typed: "zzzz zzzz" },
  };
  return Object.entries(searches).map(([name, { typed, status }]) => ({
    name,
    email: ADMIN,
    path: "/admin/buscar?hecha=1",
    // As app/admin/buscar/search-cookie.ts keeps what was typed.
    cookie: `busqueda_general=${seal(typed, `search.everywhere:${official}`).toString("base64url")}`,
    status,
  }));
}

async function someIds(owner: postgres.Sql): Promise<Ids> {
  const [ids] = await owner<Ids[]>`
    select v.id as provider, v.nit, l.id as lookup, l.order_id as order, u.id as use, u.order_id as used_order,
      (select number from proof where provider_id = v.id limit 1) as proof, l.person_id as person,
      (select filing_number from request where state = 'submitted' order by filed_at desc limit 1) as filing,
      (select id from person where email = ${ADMIN}) as official
    from provider v
    cross join lateral (select * from lookup where provider_id = v.id and outcome = 'current'
      and asked_at < now() - interval '2 days' order by asked_at desc limit 1) l
    cross join lateral (select * from order_use where provider_id = v.id and kind = 'use' order by at desc offset 50 limit 1) u
    where v.nit = '900765432'`;
  if (!ids) throw new Error("nothing to look at");
  return ids;
}
