import { expect, test } from "vitest";
import { en } from "@/messages/en";
import { esCO } from "@/messages/es-CO";
import { cajaRoles, type Permission, permissionsOfRoles } from "@/model/access";

const powers = Object.keys(esCO.admin.people.powers) as Permission[];
const rolesOf = (permission: Permission) =>
  cajaRoles.filter((role) =>
    permissionsOfRoles.some((row) => row.role === role && row.permission === permission),
  );
const ofTheCaja = [...new Set(permissionsOfRoles.map(({ permission }) => permission))].filter(
  (permission) => rolesOf(permission).length > 0,
);

/** Permissions whose row of the table is that of another one, which says both and which the same roles have. */
const rowShared: Partial<Record<Permission, Permission>> = {
  "agreement.read": "provider.read",
  "undo.read": "report.read",
  "use.undo": "report.handle",
  "order.print": "order.issue",
  "order.approve": "order.issue",
  "order.annul": "order.issue",
  "order.change": "order.issue",
  "key.manage": "settings.edit",
};
/** Everybody has their own first page and the search, which shows what the reader may open. */
const everybodys: Permission[] = ["caja.dashboard", "caja.search"];

test("the table of what each role may do has a row for every permission of the caja", () => {
  const missing = ofTheCaja.filter(
    (permission) =>
      !(powers.includes(permission) || permission in rowShared || everybodys.includes(permission)),
  );
  expect(missing).toEqual([]);
  expect(Object.keys(en.admin.people.powers)).toEqual(powers);
});

test("a permission stands in the row of another one only where the same roles have both", () => {
  for (const [permission, row] of Object.entries(rowShared) as [Permission, Permission][]) {
    expect(powers, row).toContain(row);
    expect(powers, permission).not.toContain(permission);
    expect(rolesOf(permission), permission).toEqual(rolesOf(row));
  }
  for (const permission of everybodys) expect(rolesOf(permission)).toEqual([...cajaRoles]);
});

test.each([
  ["es-CO", esCO, /cuenta/, /pagos/, /datos personales/, /incidentes/],
  ["en", en, /account/, /payments/, /personal data/, /incidents/],
] as const)(
  "the hint of a role names what of money and of people's data it may do, in %s",
  (_, { admin }, accounts, payments, rights, incidents) => {
    const { treasurer, officer } = admin.people.roleHints;
    expect(rolesOf("bank_account.manage")).toContain("treasurer");
    expect(treasurer).toMatch(accounts);
    for (const named of [payments, rights, incidents]) expect(officer).toMatch(named);
  },
);
