import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { functionFiles } from "@/db/version";
import { permissionsOfRoles } from "@/model/access";
import { owner } from "@/tests/support/factories/account";
import { rolesWith } from "@/tests/support/role-table";

const byWords = (rows: readonly { permission: string; role: string }[]) =>
  rows.map(({ permission, role }) => `${permission} ${role}`).sort();

test("the role_permission table in SQL equals the permissions of the application", async () => {
  const rows = await owner<
    { permission: string; role: string }[]
  >`select permission, role from role_permission`;
  expect(byWords(rows)).toEqual(byWords(permissionsOfRoles));
  const byHand = [...rolesWith].flatMap(([permission, roles]) => roles.map((role) => ({ permission, role })));
  expect(byWords(rows)).toEqual(byWords(byHand));
});

test("SQL functions check permissions that exist, and never a role by name", () => {
  const known = new Set<string>(permissionsOfRoles.map(({ permission }) => permission));
  const used: string[] = [];
  for (const file of functionFiles()) {
    const source = readFileSync(file, "utf8");
    for (const [, words = ""] of source.matchAll(/\b(?:may|may_for)\(([^()]*)\)/g))
      used.push(...[...words.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, word = ""]) => word));
    expect(source, file).not.toMatch(/caja_role\s*(?:=|in\b)\s*[('][^)]*'|role in \('/);
  }
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter((word) => !known.has(word) && !/^order\.(listed|exported)$/.test(word))).toEqual([]);
});
