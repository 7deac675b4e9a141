import { DataTable } from "@/components/ui/table";
import { SignalShape } from "@/components/ui/tag";
import type { Messages } from "@/messages/es-CO";
import { type CajaRole, cajaRoles, type Permission, permissionsOfRoles } from "@/model/access";

type Words = Messages["admin"]["people"];

const may = (role: CajaRole, permission: Permission) =>
  permissionsOfRoles.some((row) => row.role === role && row.permission === permission);

/** What each role may do, read from the table that the portal itself asks. */
export function PowersTable({ t }: { t: Words }) {
  const powers = Object.keys(t.powers) as (keyof Words["powers"])[];
  return (
    <DataTable
      caption={t.matrix}
      empty={t.empty}
      columns={{ power: t.can, ...t.roles }}
      rows={powers.map((power) => ({
        power: t.powers[power],
        ...(Object.fromEntries(
          cajaRoles.map((role) => [role, may(role, power) ? <Yes key={role}>{t.yes}</Yes> : "—"]),
        ) as Record<CajaRole, React.ReactNode>),
      }))}
    />
  );
}

function Yes({ children }: { children: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <SignalShape signal="go" size="size-3.5" />
      {children}
    </span>
  );
}
