import type postgres from "postgres";
import { type DatabaseRole, roleName } from "./roles";

export type RoleNames = Record<DatabaseRole | "app_owner", string>;

/** The role names of versions that shared them among all databases of a server. */
const SHARED = { owner: "app_owner", served: ["app_provider", "app_caja", "app_jobs"] as const };
const PERMITTED_ONE_BY_ONE = 160000;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Creates this database's roles and revokes CONNECT from everybody else. Only its roles, its owner and
 * explicitly granted logins may connect. Needs a login that owns the database and may create roles. Idempotent.
 * @returns the names of the roles; the owner's may be an older version's
 */
export async function prepareRoles(client: postgres.Sql, database: string): Promise<RoleNames> {
  const roles: RoleNames = {
    app_owner: roleName("app_owner", database),
    app_door: roleName("app_door", database),
    app_provider: roleName("app_provider", database),
    app_caja: roleName("app_caja", database),
    app_jobs: roleName("app_jobs", database),
  };
  const [schema] = await client<{ owner: string }[]>`
    select nspowner::regrole::text as owner from pg_namespace where nspname = 'public'`;
  const isOlder = schema?.owner === SHARED.owner;
  // What an older version made stays with its owner: giving it to another would lock every table.
  if (isOlder) roles.app_owner = SHARED.owner;
  for (const role of Object.values(roles)) await makeRole(client, role);
  await client.unsafe(`do $$ begin
    execute format('grant create, temporary on database %I to %I', current_database(), ${literal(roles.app_owner)});
    if (select nspowner from pg_namespace where nspname = 'public') <> to_regrole(${literal(quoted(roles.app_owner))}) then
      execute format('alter schema public owner to %I', ${literal(roles.app_owner)});
    end if;
    revoke create on schema public from public;
  end $$`);
  if (isOlder) await takeOver(client, roles);
  await openDoor(client, roles);
  await admit(client, roles);
  return roles;
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Makes those of the roles of an earlier version that are named and missing, so that the rights which a copy gives them
 * can be given. Nobody is a member of them.
 */
export async function makeSharedRoles(client: postgres.Sql, names: readonly string[]): Promise<void> {
  for (const role of SHARED.served.filter((name) => names.includes(name))) await createRole(client, role);
}

async function createRole(client: postgres.Sql, role: string): Promise<void> {
  // Another process may be making the same one now.
  await client.unsafe(`do $$ begin
    if to_regrole(${literal(quoted(role))}) is null then create role ${quoted(role)} nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`);
}

/** Makes a role of which the login is a full member. Since 16, who creates one may only give it away. */
async function makeRole(client: postgres.Sql, role: string): Promise<void> {
  await createRole(client, role);
  const [server] = await client<{ version: number }[]>`
    select current_setting('server_version_num')::int as version`;
  const kinds = (server?.version ?? 0) >= PERMITTED_ONE_BY_ONE ? ["set", "usage"] : ["member"];
  const [held] = await client<{ all: boolean }[]>`
    select bool_and(pg_has_role(current_user, ${role}::name, kind)) as all from unnest(${kinds}::text[]) kind`;
  if (held?.all) return;
  await client.unsafe(`do $$ begin
    execute format('grant %I to %I', ${literal(role)}, current_user);
  exception when unique_violation or internal_error then null; end $$`);
}

/** Logins that served an older version go on serving this one; its processes too, until they are replaced. */
async function takeOver(client: postgres.Sql, roles: RoleNames): Promise<void> {
  for (const role of SHARED.served)
    await client.unsafe(`do $$ declare login text; begin
      if to_regrole('${role}') is null then return; end if;
      for login in
        select m.rolname from pg_auth_members a join pg_roles m on m.oid = a.member
        where a.roleid = '${role}'::regrole and m.rolcanlogin and not m.rolsuper
          and not pg_has_role(m.oid, ${literal(roles[role])}::name, 'member')
      loop
        execute format('grant %I to %I', ${literal(roles[role])}, login);
      end loop;
      if not pg_has_role('${role}', ${literal(roles[role])}::name, 'member') then
        execute format('grant %I to ${role}', ${literal(roles[role])});
      end if;
    end $$`);
}

/** Logins with the providers' role also get the sign-in role, which earlier versions did not have. */
async function openDoor(client: postgres.Sql, roles: RoleNames): Promise<void> {
  await client.unsafe(`do $$ declare login text; begin
    for login in
      select m.rolname from pg_auth_members a
      join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
      where r.rolname = ${literal(roles.app_provider)} and m.rolcanlogin and not m.rolsuper
        and not pg_has_role(m.oid, ${literal(roles.app_door)}::name, 'member')
    loop
      execute format('grant %I to %I', ${literal(roles.app_door)}, login);
    end loop;
  end $$`);
}

/** Logins of this database's roles may connect to it, nobody else by being somebody. */
async function admit(client: postgres.Sql, roles: RoleNames): Promise<void> {
  const served = [roles.app_door, roles.app_provider, roles.app_caja, roles.app_jobs].map(literal).join(", ");
  await client.unsafe(`do $$ declare login text; begin
    for login in
      select distinct m.rolname from pg_auth_members a
      join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
      where r.rolname in (${served}) and m.rolcanlogin
    loop
      execute format('grant connect on database %I to %I', current_database(), login);
    end loop;
    execute format('revoke connect, temporary on database %I from public', current_database());
  end $$`);
}
