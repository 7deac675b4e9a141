import { randomBytes } from "node:crypto";
import { ownLogins } from "@/db/client";
import { connect, type DatabaseRole } from "@/db/connection";
import { quoted } from "@/db/prepare-roles";
import { databaseName, roleName } from "@/db/roles";
import { ensureDatabase } from "./database";

/*
 * The database logins of an installation as docs/manual.md describes them, shared by the tests and production
 * so that both have the same privileges.
 */

/**
 * Creates a database and the login that migrates it: it owns the database and may create roles, nothing else.
 * @param clusterUrl address of a superuser
 */
export async function ownedDatabase(clusterUrl: string, name: string): Promise<string> {
  const login = `duena_${name}`;
  const password = await makeLogin(clusterUrl, login, "createrole");
  return withLogin(await ensureDatabase(clusterUrl, name, login), login, password);
}

const allRoles = ["app_door", "app_provider", "app_caja", "app_jobs"] as const;

/**
 * Creates the login of the server, which owns nothing in the migrated database.
 * @param ownerUrl address of its owner
 */
export const servingLogin = (ownerUrl: string): Promise<string> =>
  loginOf(ownerUrl, `portal_${databaseName(ownerUrl)}`, allRoles);

/** Creates a login for each role, so that none can take another one, and returns the settings of the server. */
export async function separateLogins(ownerUrl: string): Promise<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const role of allRoles)
    settings[ownLogins[role]] = await loginOf(ownerUrl, `solo_${role}_${databaseName(ownerUrl)}`, [role]);
  return settings;
}

async function loginOf(ownerUrl: string, login: string, taken: readonly DatabaseRole[]): Promise<string> {
  const database = databaseName(ownerUrl);
  const roles = taken.map((role) => quoted(roleName(role, database)));
  const password = await makeLogin(ownerUrl, login, `noinherit in role ${roles.join(", ")}`);
  const owner = connect(ownerUrl, null, 1);
  await owner.unsafe(`grant connect on database ${quoted(database)} to ${quoted(login)}`);
  await owner.end({ timeout: 5 });
  return withLogin(ownerUrl, login, password);
}

async function makeLogin(url: string, login: string, options: string): Promise<string> {
  const password = randomBytes(12).toString("hex");
  const client = connect(url, null, 1);
  try {
    await client.unsafe(`create role ${quoted(login)} login password '${password}' ${options}`);
  } finally {
    await client.end({ timeout: 5 });
  }
  return password;
}

function withLogin(url: string, login: string, password: string): string {
  const address = new URL(url);
  address.username = login;
  address.password = password;
  return address.href;
}
