import "server-only";
import { cache } from "react";
import type { NavItem } from "@/components/layout/nav-links";
import { isDatabaseDown } from "@/db/connection";
import { countWaiting, type WaitingKind } from "@/domain/caja/waiting";
import { formatCount } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { authorize, type CajaActor, can, type Permission } from "@/model/access";

type Place = { href: string; label: string; needs: Permission; waits?: number; exact?: boolean };

/** How much waits at each place; nothing while the database is down, since the frame stands then too. */
const waitingFor = cache(async (actor: CajaActor) => {
  const waiting = await countWaiting(authorize(actor, "caja.dashboard")).catch(
    (error: unknown): Partial<Record<WaitingKind, number>> => {
      if (isDatabaseDown(error)) return {};
      throw error;
    },
  );
  return (...kinds: WaitingKind[]) => kinds.reduce((sum, kind) => sum + (waiting[kind] ?? 0), 0);
});

/**
 * The places of somebody of the caja in four groups, only those that the role may open: what waits, where things are
 * found, the money, and the house itself. Only what waits has a number.
 */
export async function deskPlaces(actor: CajaActor): Promise<NavItem[]> {
  const [{ nav }, waits] = [(await currentMessages()).common, await waitingFor(actor)];
  const groups: { heading?: string; places: Place[] }[] = [
    {
      places: [
        {
          href: "/admin",
          label: nav.today,
          needs: "caja.dashboard",
          exact: true,
          waits: waits("mail"),
        },
      ],
    },
    {
      heading: nav.waiting,
      places: [
        {
          href: "/admin/solicitudes",
          label: nav.requests,
          needs: "request.read",
          waits: waits("request", "renewal", "correction"),
        },
        { href: "/admin/novedades", label: nav.reports, needs: "report.read", waits: waits("report") },
        { href: "/admin/novedades/anulaciones", label: nav.undos, needs: "undo.read", waits: waits("undo") },
        { href: "/admin/habeas-data", label: nav.rights, needs: "rights.read", waits: waits("rights") },
      ],
    },
    {
      heading: nav.find,
      places: [
        {
          href: "/admin/ordenes",
          label: nav.orders,
          needs: "order.find",
          waits: waits("draft", "change"),
        },
        { href: "/admin/consultas", label: nav.lookups, needs: "lookup.read" },
        {
          href: "/admin/proveedores",
          label: nav.providers,
          needs: "provider.read",
          waits: waits("bank_account"),
        },
        {
          href: "/admin/convenios",
          label: nav.agreements,
          needs: "agreement.read",
          waits: waits("agreement_import"),
        },
      ],
    },
    {
      heading: nav.money,
      places: [
        { href: "/admin/liquidacion", label: nav.settlement, needs: "settlement.read" },
        {
          href: "/admin/liquidacion/pagos",
          label: nav.payments,
          needs: "settlement.read",
          waits: waits("payment", "reversal"),
        },
        { href: "/admin/informes", label: nav.monthReport, needs: "settlement.read" },
      ],
    },
    {
      heading: nav.control,
      places: [
        { href: "/admin/bitacora", label: nav.audit, needs: "audit.read" },
        {
          href: "/admin/incidentes",
          label: nav.incidents,
          needs: "incident.read",
          waits: waits("incident"),
        },
        { href: "/admin/personas", label: nav.people, needs: "people.read" },
        {
          href: "/admin/ordenes/importar",
          label: nav.imports,
          needs: "import.read",
          waits: waits("import"),
        },
        { href: "/admin/ajustes", label: nav.settings, needs: "settings.read" },
      ],
    },
  ];
  return groups.flatMap(({ heading, places }) =>
    places
      .filter(({ needs }) => can(actor, needs))
      .map(({ href, label, exact, waits: waiting = 0 }, at) => ({
        href,
        label,
        exact,
        ...(at === 0 && heading ? { heading } : {}),
        ...(waiting > 0 ? { waits: { count: formatCount(waiting), label: nav.waits } } : {}),
      })),
  );
}
