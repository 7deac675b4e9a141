import { connect } from "@/db/connection";
import { withDatabase } from "@/lib/database-url";

/** Makes a database when there is none of that name; answers its address. @param owner a login, if another's */
export async function ensureDatabase(url: string, name: string, owner?: string): Promise<string> {
  const client = connect(url, null, 1);
  try {
    const [known] = await client`select 1 from pg_database where datname = ${name}`;
    const owned = owner ? `owner "${owner}"` : "";
    if (!known) await client.unsafe(`create database "${name}" ${owned} encoding 'UTF8' template template0`);
  } finally {
    await client.end({ timeout: 5 });
  }
  return withDatabase(url, name);
}

/** @throws Error with one line when nobody answers there */
export async function requireDatabase(url: string): Promise<void> {
  const client = connect(url, null, 1);
  try {
    await client`select 1`;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "sin respuesta";
    throw new Error(`DATABASE_URL: la base de datos no responde (${reason}).`);
  } finally {
    await client.end({ timeout: 2 }).catch(() => {});
  }
}

/** @throws Error with one line when the tables or functions of this product are not there */
export async function requireMigrated(url: string): Promise<void> {
  const client = connect(url, null, 1);
  try {
    const [found] = await client<{ ready: boolean }[]>`
      select to_regclass('public.installation') is not null
        and exists (select from pg_proc where proname = 'create_caja_person') as ready`;
    if (!found?.ready) throw new Error("La base de datos no está preparada: ejecute npm run db:migrate");
  } finally {
    await client.end({ timeout: 5 });
  }
}
