import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { newToken } from "@/lib/crypto/token";
import { request } from "@/scripts/bench/form";
import { makeRoles } from "../db/access/people";
import { owner } from "../db/lookup/counter";
import { pages } from "../support/pages";
import { mayByTable, roles } from "../support/role-table";
import { expect, test } from "../support/test";

const base = process.env.E2E_URL ?? "";

test("every page behind the door stands in the table", () => {
  const found = ["app/admin", "app/(proveedor)"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => path.basename(file) === "page.tsx")
      .map((file) =>
        `/${path.join(folder, path.dirname(file))}`.replace(/^\/app/, "").replace("/(proveedor)", ""),
      ),
  );
  expect(Object.keys(pages).sort()).toEqual(found.sort());
});

test("each page lets in who has its permission, and nobody else", async () => {
  test.setTimeout(120_000);
  const people = await makeRoles();
  const wrong: string[] = [];
  for (const role of roles) {
    const { token, hash } = newToken();
    await owner`select open_session(${people.get(role) ?? ""}, ${hash}, 43200, 604800, '127.0.0.1', 'test')`;
    const secret = process.env.AUTH_SECRET ?? "";
    const cookie = `sesion=${await encode({ token: { sid: token }, secret, salt: "sesion" })}`;
    for (const [page, permission] of Object.entries(pages)) {
      // The page of a use's outcome says nothing at all without a key that could be one.
      const url = new URL(`${page.replace(/\[\w+\]/g, randomUUID())}?clave=${randomUUID()}`, base);
      const { location = "", body } = await request(url, { headers: { cookie } });
      const refused = location.startsWith("/sin-permiso") || body.includes("/sin-permiso");
      if (refused === mayByTable(role, permission)) wrong.push(`${role} ${page}`);
    }
  }
  expect(wrong).toEqual([]);
});
