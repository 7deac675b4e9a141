import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { inRolledBack } from "@/tests/support/rolled-back";

const migration = readFileSync(
  path.join(import.meta.dirname, "../../../db/migrations/0086_numero_de_convenio_en_una_grafia.sql"),
  "utf8",
);

test("a convenio's number that a file brought with another dash gets its hyphen, unless another one has it", async () => {
  await inRolledBack(async (sql) => {
    const numbers = ["QX–2026–014", "QX-2026-015", "QX—2026—015", "QX‑2026‑016", "QX−2026−016", "QX 7"];
    const rows = numbers.map((number) => ({
      ...{ number, nit: "900123456", check_digit: 8, legal_name: "Tienda" },
      ...{ starts_on: "2026-01-01", ends_on: "2026-12-31" },
    }));
    await sql`insert into agreement ${sql(rows)}`;
    await sql.unsafe(migration);
    const found = await sql<{ number: string }[]>`select number from agreement where number like 'QX%'`;
    const known = new Set(found.map(({ number }) => number));
    expect([...known].filter((number) => /^[QX\d -]+$/.test(number)).toSorted()).toEqual([
      ...["QX 7", "QX-2026-014", "QX-2026-015", "QX-2026-016"],
    ]);
    expect(known.size).toBe(6);
    expect(known.has("QX—2026—015")).toBe(true);
  });
});
