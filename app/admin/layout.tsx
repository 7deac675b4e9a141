import { frameActor } from "@/app/_server/auth/frame-actor";
import { NavLinks } from "@/components/layout/nav-links";
import { adminNav } from "@/components/layout/nav-looks";
import { formatCount } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { can, type Permission } from "@/model/access";
import { StaleBanner } from "./stale-banner";
import { waitingReports } from "./waiting-reports";

/** The caja's frame: only what the role may. It guards nothing: every page asks for its own grant. */
export default async function AdminLayout({ children }: { children: React.ReactNode }) {
  const [{ admin, common }, actor] = await Promise.all([currentMessages(), frameActor()]);
  if (actor?.kind !== "caja") return children;
  const waiting = await waitingReports(actor);
  const { nav } = common;
  const places: { href: string; label: string; needs: Permission; exact?: boolean }[] = [
    { href: "/admin", label: nav.today, needs: "caja.dashboard", exact: true },
    { href: "/admin/solicitudes", label: nav.requests, needs: "request.decide" },
    { href: "/admin/proveedores", label: nav.providers, needs: "provider.manage" },
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
    { href: "/admin/ajustes", label: nav.settings, needs: "settings.edit" },
  ];
  return (
    <>
      <StaleBanner actor={actor} />
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
    </>
  );
}
