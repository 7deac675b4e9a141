import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Actor, authorize, can, type Permission, type Role } from "@/model/access";
import { mayByTable, roles, rolesWith } from "@/tests/support/role-table";

const person = { personId: "p", sessionId: "s", name: "Ana", email: "ana@caja.example" };
const provider = {
  id: "1",
  nit: "1",
  checkDigit: 1,
  legalName: "",
  suspended: false,
  applications: [],
  opensLookUp: false,
};
const actorOf = (role: Role): Actor =>
  role === "owner" || role === "clerk" || role === "viewer"
    ? { ...person, kind: "provider", role, provider, ownProviders: [] }
    : { ...person, kind: "caja", role };

test("every permission of model/access.ts is in the table, and no other", () => {
  const source = readFileSync("model/access.ts", "utf8");
  const body = source.slice(source.indexOf("const rolesThatMay"), source.indexOf("as const satisfies"));
  const named = [...body.matchAll(/"([a-z_.]+)": \[/g)].map(([, name]) => name);
  expect([...rolesWith.keys()].sort()).toEqual(named.sort());
});

for (const [permission, allowed] of rolesWith)
  test(`${permission} is granted to ${allowed.join(", ")} and nobody else`, () => {
    for (const role of roles) {
      const actor = actorOf(role);
      expect(can(actor, permission), role).toBe(mayByTable(role, permission));
      if (mayByTable(role, permission)) expect(authorize(actor, permission).actor, role).toBe(actor);
      else expect(() => authorize(actor, permission as Permission), role).toThrow("not_allowed");
    }
  });
