import type { ReactNode } from "react";
import { NavLinks } from "@/components/layout/nav-links";
import { adminNav } from "@/components/layout/nav-looks";
import { formatCount } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { type CajaActor, can, type Permission } from "@/model/access";
import { waitingReports } from "./waiting-reports";

/** Navigation of the caja's people, limited to the permissions of the role, beside the page. */
export async function AdminFrame({ actor, children }: { actor: CajaActor; children: ReactNode }) {
  const [{ admin, common }, waiting] = await Promise.all([currentMessages(), waitingReports(actor)]);
  const { nav } = common;
  const places: { href: string; label: string; needs: Permission; exact?: boolean }[] = [
    { href: "/admin", label: nav.today, needs: "caja.dashboard", exact: true },
    { href: "/admin/solicitudes", label: nav.requests, needs: "request.read" },
    { href: "/admin/proveedores", label: nav.providers, needs: "provider.read" },
    { href: "/admin/ordenes", label: nav.orders, needs: "order.find" },
    { href: "/admin/ordenes/importar", label: nav.imports, needs: "order.import" },
    {
      href: "/admin/novedades",
      label: waiting > 0 ? admin.reports.nav(formatCount(waiting)) : nav.reports,
      needs: "report.read",
    },
    { href: "/admin/novedades/anulaciones", label: nav.undos, needs: "use.undo" },
    { href: "/admin/liquidacion", label: nav.settlement, needs: "settlement.read" },
    { href: "/admin/bitacora", label: nav.audit, needs: "audit.read" },
    { href: "/admin/personas", label: nav.people, needs: "people.read" },
    { href: "/admin/ajustes", label: nav.settings, needs: "settings.edit" },
  ];
  return (
    <div className="flex flex-1 flex-col md:flex-row">
      <NavLinks
        look={adminNav}
        label={nav.admin}
        items={places
          .filter(({ needs }) => can(actor, needs))
          .map(({ href, label, exact }) => ({ href, label, exact }))}
      />
      {children}
    </div>
  );
}
