import type { Permission, Role } from "@/model/access";

/**
 * The permissions of each role, written a second time by hand; model/access.ts, pages, actions and SQL are
 * tested against it.
 */
const table = `
                     owner clerk viewer administrator reviewer officer support treasurer auditor
application.view     yes   yes   yes    -             -        -       -       -         -
application.request  yes   -     -      -             -        -       -       -         -
order.look_up        yes   yes   yes    -             -        -       -       -         -
counter.work         yes   yes   yes    -             -        -       -       -         -
order.use            yes   yes   -      -             -        -       -       -         -
report.file          yes   yes   yes    -             -        -       -       -         -
team.manage          yes   -     -      -             -        -       -       -         -
history.read         yes   yes   yes    -             -        -       -       -         -
history.export       yes   -     -      -             -        -       -       -         -
caja.dashboard       -     -     -      yes           yes      yes     yes     yes       yes
caja.search          -     -     -      yes           yes      yes     yes     yes       yes
request.read         -     -     -      yes           yes      yes     yes     -         yes
request.decide       -     -     -      yes           yes      -       -       -         -
provider.read        -     -     -      yes           yes      yes     yes     yes       yes
provider.manage      -     -     -      yes           -        -       -       -         -
agreement.read       -     -     -      yes           yes      yes     yes     yes       yes
agreement.manage     -     -     -      yes           yes      -       -       -         -
lookup.read          -     -     -      yes           -        yes     yes     -         yes
undo.read            -     -     -      yes           -        yes     -       -         yes
use.undo             -     -     -      yes           -        yes     -       -         -
report.read          -     -     -      yes           -        yes     -       -         yes
report.handle        -     -     -      yes           -        yes     -       -         -
bank_account.manage  -     -     -      yes           -        -       -       yes       -
settlement.read      -     -     -      yes           -        yes     -       yes       yes
settlement.manage    -     -     -      yes           -        yes     -       yes       -
settlement.approve   -     -     -      yes           -        -       -       yes       -
order.find           -     -     -      yes           -        yes     yes     yes       yes
order.print          -     -     -      yes           -        yes     -       -         -
order.issue          -     -     -      yes           -        yes     -       -         -
order.approve        -     -     -      yes           -        yes     -       -         -
order.annul          -     -     -      yes           -        yes     -       -         -
order.change         -     -     -      yes           -        yes     -       -         -
order.export         -     -     -      yes           -        yes     -       -         yes
incident.read        -     -     -      yes           -        yes     -       -         yes
incident.manage      -     -     -      yes           -        yes     -       -         -
rights.read          -     -     -      yes           -        yes     yes     -         yes
rights.handle        -     -     -      yes           -        yes     -       -         -
import.read          -     -     -      yes           -        yes     -       -         yes
order.import         -     -     -      yes           -        yes     -       -         -
audit.read           -     -     -      yes           -        -       -       -         yes
people.read          -     -     -      yes           -        -       -       -         yes
people.manage        -     -     -      yes           -        -       -       -         -
settings.edit        -     -     -      yes           -        -       -       -         -
settings.read        -     -     -      yes           -        -       -       -         yes
key.manage           -     -     -      yes           -        -       -       -         -
`;

const [head = "", ...lines] = table.trim().split("\n");

export const roles = head.trim().split(/\s+/) as Role[];

/** The roles that have each permission. */
export const rolesWith: ReadonlyMap<Permission, readonly Role[]> = new Map(
  lines.map((line) => {
    const [permission, ...cells] = line.trim().split(/\s+/);
    return [permission as Permission, roles.filter((_, at) => cells[at] === "yes")];
  }),
);

export function mayByTable(role: Role, permission: Permission): boolean {
  const allowed = rolesWith.get(permission);
  if (!allowed) throw new Error(`${permission} is not in tests/support/role-table.ts`);
  return allowed.includes(role);
}
