import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { connect } from "@/db/connection";
import { digestOf, intoNewFolder, type Manifest, writeManifest } from "./manifest";

/**
 * Files that a running server recreates at start, and WAL, of which only the segments that the backup needs
 * are copied at the end.
 */
const emptied = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)$/;
const left = /^(postmaster\.(pid|opts)|current_logfiles|log|planes|.*\/pgsql_tmp.*|.*pg_internal\.init.*)$/;
/** The control file is copied last, so that it names no checkpoint later than the other copied files. */
const CONTROL = "global/pg_control";
const SLOT = "hanna_copia";

/**
 * Copies a running cluster as PostgreSQL's manual asks for (pg_backup_start, files, pg_backup_stop, WAL). Readers and
 * writers go on meanwhile. A slot keeps the WAL of the copy from being reused.
 * @param url address of a superuser
 * @param database the one of the portal, for the manifest
 * @param folder a new one; the manifest is written last
 */
export function takeBaseBackup(url: string, database: string, folder: string): Promise<Manifest> {
  return intoNewFolder(folder, () => copyCluster(url, database, folder));
}

async function copyCluster(url: string, database: string, folder: string): Promise<Manifest> {
  const client = connect(url, null, 1); // one session: the backup and its slot belong to it
  try {
    const [server] = await client<{ data: string; version: number }[]>`
      select current_setting('data_directory') as data, current_setting('server_version_num')::int as version`;
    if (!server) throw new Error("no server");
    await client`select pg_create_physical_replication_slot(${SLOT}, true, true)`;
    const [start] = await client<{ lsn: string }[]>`select pg_backup_start('hanna', true)::text as lsn`;
    const copy = new Copy(server.data, path.join(folder, "cluster"));
    await copy.walk("");
    await copy.file(CONTROL);
    const [before] = await client<{ at: Date }[]>`select clock_timestamp() as at`;
    const [stop] = await client<{ label: string; map: string; first: string; last: string }[]>`
      select s.labelfile as label, s.spcmapfile as map, pg_walfile_name(${start?.lsn ?? ""}::pg_lsn) as first,
        pg_walfile_name(s.lsn) as last
      from pg_backup_stop(false) s`;
    if (!stop) throw new Error("pg_backup_stop answered nothing");
    if (stop.map.trim() !== "") throw new Error("Un cluster con tablespaces se copia con pg_basebackup.");
    await copy.text("backup_label", stop.label);
    for (const name of readdirSync(path.join(server.data, "pg_wal")).sort())
      if (
        name.endsWith(".history") ||
        (/^[0-9A-F]{24}$/.test(name) && name >= stop.first && name <= stop.last)
      )
        await copy.file(`pg_wal/${name}`);
    const manifest: Manifest = {
      format: 1,
      kind: "cluster",
      takenAt: (before?.at ?? new Date(0)).toISOString(),
      serverVersion: server.version,
      database,
      folders: copy.folders,
      files: copy.files,
    };
    writeManifest(folder, manifest);
    return manifest;
  } finally {
    await client.end({ timeout: 5 });
  }
}

class Copy {
  readonly folders: string[] = [];
  readonly files: Manifest["files"] = [];

  constructor(
    private readonly from: string,
    private readonly to: string,
  ) {}

  async walk(folder: string): Promise<void> {
    mkdirSync(path.join(this.to, folder), { recursive: true, mode: 0o700 });
    this.folders.push(path.posix.join("cluster", folder));
    for (const entry of readdirSync(path.join(this.from, folder), { withFileTypes: true })) {
      const name = path.posix.join(folder, entry.name);
      if (left.test(name) || name === CONTROL) continue;
      if (entry.isSymbolicLink() && folder === "pg_tblspc")
        throw new Error("Un cluster con tablespaces se copia con pg_basebackup.");
      if (entry.isDirectory() && emptied.test(name)) this.#empty(name);
      else if (entry.isDirectory()) await this.walk(name);
      else if (entry.isFile()) await this.file(name);
    }
  }

  #empty(name: string): void {
    for (const folder of name === "pg_wal" ? [name, "pg_wal/archive_status", "pg_wal/summaries"] : [name]) {
      mkdirSync(path.join(this.to, folder), { recursive: true, mode: 0o700 });
      this.folders.push(path.posix.join("cluster", folder));
    }
  }

  /** A file that was deleted during the backup is skipped, because the WAL contains what happened to it. */
  async file(name: string): Promise<void> {
    const source = await open(path.join(this.from, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (!source) return;
    const hash = createHash("sha256");
    const sink = createWriteStream(path.join(this.to, name), { mode: 0o600, flush: true });
    let size = 0;
    await pipeline(
      source.createReadStream(),
      async function* measure(chunks) {
        for await (const chunk of chunks as AsyncIterable<Buffer>) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      },
      sink,
    );
    this.files.push({ path: path.posix.join("cluster", name), size, sha256: hash.digest("hex") });
  }

  async text(name: string, content: string): Promise<void> {
    const file = path.join(this.to, name);
    writeFileSync(file, content, { mode: 0o600, flush: true });
    this.files.push({
      path: path.posix.join("cluster", name),
      size: Buffer.byteLength(content),
      sha256: await digestOf(file),
    });
  }
}
