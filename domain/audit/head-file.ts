import { closeSync, fsyncSync, linkSync, openSync, renameSync, unlinkSync, writeSync } from "node:fs";
import path from "node:path";

/**
 * Writes a file that stands whole or not at all, also after a loss of power, and never over another one: of two
 * processes, one fails. Where the folder's file system takes no second name for a file, it is written in its place.
 */
export function writeOnce(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}-${Date.now()}.tmp`;
  try {
    writeSynced(unfinished, text);
    linkSync(unfinished, file);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    writeSynced(file, text);
  } finally {
    remove(unfinished);
  }
  syncFolder(path.dirname(file));
}

/** Keeps a file under a name that nobody reads. */
export function putAside(file: string): void {
  renameSync(file, `${file}.${Date.now()}.cortada`);
}

function writeSynced(file: string, text: string): void {
  const fd = openSync(file, "wx", 0o600);
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } catch (error) {
    remove(file);
    throw error;
  } finally {
    closeSync(fd);
  }
}

function hasNoLinks(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === "link" && ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(code ?? "");
}

/** Where files can only be added, it stays. */
function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {}
}

/** So that the name itself outlives a loss of power; some file systems open no folder. */
function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, "r");
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {}
}
