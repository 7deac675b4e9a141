import { spawnSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "@/lib/database-url";
import { takeBaseBackup } from "@/scripts/backup/base-backup";
import { presentKeys, readKeys, writeKeys } from "@/scripts/backup/keys";
import { readCheckedCopy } from "@/scripts/backup/manifest";
import { restoreIntoFolder } from "@/scripts/backup/restore";
import { placeCluster } from "@/scripts/backup/restore-cluster";
import { verifyDatabase } from "@/scripts/backup/verify";
import { ensureDatabase, requireDatabase } from "@/scripts/database";
import { loadDemo } from "@/scripts/demo/load";
import { type Cluster, startCluster } from "@/scripts/embedded-postgres";
import { worldReadableFolder } from "@/scripts/world-readable-folder";

const GAP = 1_000;
const root = worldReadableFolder("hanna-simulacro-");
const home = path.join(root, "casa");
const copy = path.join(root, "copia");
let cluster: Cluster;
let url: string;
const before = process.env.DATABASE_URL ?? "";

beforeAll(async () => {
  mkdirSync(home, { mode: 0o711 });
  cluster = await startCluster(home);
  url = await ensureDatabase(cluster.url, "portal");
  process.env.DATABASE_URL = url;
  await migrateDatabase(url);
  await loadDemo(url);
});
afterAll(async () => {
  process.env.DATABASE_URL = before;
  const again = existsSync(home) ? await startCluster(home) : null;
  await again?.discard();
  rmSync(root, { recursive: true, force: true });
});

/** What names things on papers: none of it may be given twice. */
async function seriesOf(address: string) {
  const owner = connect(address, null, 1);
  const [row] = await owner<Record<string, number>[]>`select
    (select max(last)::int from order_series) as orders, (select max(last)::int from filing_counter) as filings,
    coalesce((select max(last)::int from report_counter), 0) as folios,
    (select coalesce(max(serial), 0)::int from order_use) as receipts, nextval('proof_number')::int as proofs,
    (select count(*)::int from audit_event) as events`;
  await owner.end();
  return row ?? {};
}

/** A use as a till makes one, with its number; the ledger's own triggers hold it to its order. */
async function use(owner: ReturnType<typeof connect>): Promise<number> {
  const [created] = await owner<{ serial: string }[]>`
    with o as (
      update "order" set state = 'used', balance = 0, state_changed_at = clock_timestamp(), updated_at = clock_timestamp()
      where id = (select id from "order" where number like 'X-%' and state = 'issued' limit 1 for update skip locked)
      returning id, value
    )
    insert into order_use (order_id, kind, amount, balance, key)
    select id, 'use', value, 0, gen_random_uuid() from o returning serial::text`;
  if (!created) throw new Error("no order is left to use");
  return Number(created.serial);
}

async function fillOrders(owner: ReturnType<typeof connect>): Promise<void> {
  await owner`insert into "order" (id, kind_code, number, number_key, affiliate_id_kind, affiliate_id_sealed,
      affiliate_id_index, affiliate_name_sealed, value, balance, concept, issued_on, valid_until, office, state)
    select gen_random_uuid(), o.kind_code, 'X-' || n, 'X-' || n, o.affiliate_id_kind, '', '', '', 100, 100, '', current_date,
      current_date, '', 'issued'
    from generate_series(1, 12000) n, (select * from "order" where state = 'issued' limit 1) o`;
}

/** A receipt that the caja signed, as the proof of a use in the ledger. */
async function signOne(owner: ReturnType<typeof connect>): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  const content = '{"n":"U-2026-000001"}';
  const signature = sign(null, Buffer.from(`convenios/proof/v1${content}`), privateKey);
  await owner`insert into receipt_key (id, state, public_key, private_sealed) values (200, 'retired', ${raw}, '')`;
  await owner`insert into proof (number, kind, use_id, provider_id, person_id, at, content, key_id, signature)
    select 'U-2026-000001', 'use', u.id, (select id from provider limit 1), (select id from person limit 1), now(),
      ${content}, 200, ${signature}
    from order_use u where not exists (select from proof p where p.use_id = u.id) limit 1`;
}

test("a backup under load is restored whole: ledger and proofs are valid, and no number issued since is reused", async () => {
  const owner = connect(url, null, 4);
  await fillOrders(owner);
  await signOne(owner);
  const used: { serial: number; at: Date }[] = [];
  const burn = async () => used.push({ serial: await use(owner), at: new Date() });
  let stop = false;
  const load = Array.from({ length: 3 }, async () => {
    while (!stop) await burn();
  });
  const manifest = await takeBaseBackup(cluster.url, "portal", copy);
  stop = true;
  await Promise.all(load);
  const atCopy = used.filter(({ at }) => at < new Date(manifest.takenAt));
  expect(atCopy.length).toBeGreaterThan(5);
  expect(manifest.files.some(({ path: name }) => /pg_wal\/[0-9A-F]{24}$/.test(name))).toBe(true);

  // Between the copy and the loss: papers with numbers that the copy knows nothing of.
  for (let at = 0; at < 20; at++) await burn();
  await owner`update order_series set last = last + 7`;
  await owner`update filing_counter set last = last + 3`;
  const lost = await seriesOf(url);
  await owner.end();
  process.kill(cluster.pid() ?? 0, "SIGKILL");
  const keys = presentKeys();
  await cluster.discard();
  expect(existsSync(home)).toBe(false);

  mkdirSync(home, { mode: 0o711 });
  const { checked } = await restoreIntoFolder(copy, home, keys, { gap: GAP });
  cluster = await startCluster(home);
  url = withDatabase(cluster.url, "portal");
  const back = connect(url, null, 2);
  const serials = new Set(
    (await back<{ serial: number }[]>`select serial::int as serial from order_use`).map((row) => row.serial),
  );
  expect(atCopy.filter(({ serial }) => !serials.has(serial))).toEqual([]);
  expect(checked.uses).toBe(serials.size);
  expect(await verifyDatabase(url)).toMatchObject({ uses: serials.size });

  const next = await use(back);
  expect(next).toBeGreaterThan(Math.max(...used.map(({ serial }) => serial)));
  const now = await seriesOf(url);
  for (const series of ["orders", "filings", "folios", "proofs"])
    expect(now[series], series).toBeGreaterThan(lost[series] ?? 0);
  const [event] = await back`select detail from audit_event where action = 'installation.restored'`;
  expect(event?.detail).toMatchObject({ gap: GAP });
  const [open] = await back`select count(*)::int as open from session where revoked_at is null`;
  expect(open?.open).toBe(0);
  expect(checked.proofs).toBeGreaterThan(0);
  await expectFound(back, "update proof set content = '{}'", "no lleva la firma");
  await expectFound(
    back,
    `update "order" set balance = 1 where number = 'X-12000'`,
    "no cuadra con 1 órdenes",
  );
  await back.end();
});

/** What a copy must not be served with is found. */
async function expectFound(back: ReturnType<typeof connect>, damage: string, words: string): Promise<void> {
  await back.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction.unsafe(damage);
  });
  await expect(verifyDatabase(url)).rejects.toThrow(words);
  await back.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction`delete from proof where content = '{}'`;
  });
}

test("a restore that is killed leaves a database that nobody writes to or serves", async () => {
  const half = path.join(root, "media");
  mkdirSync(half, { mode: 0o711 });
  placeCluster(half, copy, await readCheckedCopy(copy), () => {});
  const started = await startCluster(half);
  const address = withDatabase(started.url, "portal");
  await expect(requireDatabase(address)).rejects.toThrow("La restauración de «portal» no terminó");
  const writer = connect(address, null, 1);
  await expect(writer`select nextval('proof_number')`).rejects.toMatchObject({ code: "25006" });
  await writer.end();
  await started.discard();
  // The one that was finished is open.
  await requireDatabase(url);
});

test("a backup with a changed byte, a missing file, other keys or an occupied target is refused, and nothing is left behind", async () => {
  const keys = presentKeys();
  await expect(restoreIntoFolder(copy, home, keys)).rejects.toThrow("Ya hay una base de datos");
  await cluster.stop();
  const other = path.join(root, "otra");
  mkdirSync(other, { mode: 0o711 });
  const wrong = { ...keys, AUTH_SECRET: "otras-llaves-otras-llaves-otras-llaves" };
  // The keys of a process are read once: another process is what meets other keys.
  const file = path.join(root, "llaves.json");
  writeKeys(file, copy, wrong);
  expect(readKeys(file)).toEqual(wrong);
  expect(() => writeKeys(path.join(copy, "llaves.json"), copy, keys)).toThrow(
    "no van en la carpeta de la copia",
  );
  const program = `import { restoreIntoFolder } from "./scripts/backup/restore.ts";
    import { readKeys } from "./scripts/backup/keys.ts";
    restoreIntoFolder(${JSON.stringify(copy)}, ${JSON.stringify(other)}, readKeys(${JSON.stringify(file)}))
      .then(() => process.exit(0), (error) => { process.stderr.write(error.message); process.exit(3); });`;
  const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    encoding: "utf8",
    env: { ...process.env, DATA_KEYS: "", INDEX_KEY: "" },
  });
  expect(run.stderr).toContain("no son los de esta base de datos");
  expect(existsSync(path.join(other, "secrets.json"))).toBe(false);

  const manifest = await readCheckedCopy(copy);
  const some = path.join(copy, manifest.files.find(({ size }) => size > 8_000)?.path ?? "");
  const content = readFileSync(some);
  content[4_000] = (content[4_000] ?? 0) ^ 1;
  writeFileSync(some, content);
  await expect(restoreIntoFolder(copy, other, keys)).rejects.toThrow("La copia está dañada");
  rmSync(some);
  await expect(readCheckedCopy(copy)).rejects.toThrow("falta");
  rmSync(path.join(copy, "copia.json"));
  await expect(readCheckedCopy(copy)).rejects.toThrow("no es una copia completa");
});
