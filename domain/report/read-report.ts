import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findOwnReport, findReportHolds, listOwnReports, type OwnReport } from "@/db/queries/report";
import * as desk from "@/db/queries/report-desk";
import { findSeen } from "@/db/queries/seen";
import { shownNumber } from "@/domain/lookup/typed-number";
import { unseal, unsealBytes } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { photoPlace, wordsPlace } from "./sealed-fields";

/** The provider's own report with its words, or null. */
export async function readOwnReport(grant: Grant<"report.file">, folio: string) {
  const row = await findOwnReport(databaseFor(grant), grant, folio);
  return row && { ...row, words: wordsOf(row) };
}

/** The provider's reports, newest first. */
export function readOwnReports(grant: Grant<"report.file">): Promise<OwnReport[]> {
  return listOwnReports(databaseFor(grant), grant);
}

/**
 * Whether a report of this look-up that doubts its paper would put the order in review now: the order lets it, and the
 * provider has not put as many in review today as it may.
 */
export function readReportHolds(grant: Grant<"report.file">, lookup: string): Promise<boolean> {
  return findReportHolds(databaseFor(grant), grant, lookup);
}

/** A report as the caja's desk sees it, with the whole number that was typed as long as it waits, or null. */
export async function readReport(grant: Grant<"report.read">, folio: string) {
  const row = await desk.findReport(databaseFor(grant), grant, folio);
  if (!row) return null;
  const number = row.orderId === null ? shownNumber({ ...row, id: row.lookupId }) : row.number;
  return { ...row, number, words: wordsOf(row) };
}

/** What the desk shows of the order of a report, for its form to bring back; asked before the report is read. */
export async function readReportSeen(grant: Grant<"report.read">, folio: string): Promise<string> {
  return findSeen(databaseFor(grant), "report", folio);
}

/** The decrypted photo of a report; null without one. The access is audited. */
export async function readPhotoOf(
  grant: Grant<"report.read">,
  folio: string,
  client: { ip: string },
): Promise<{ mediaType: string; content: Buffer } | null> {
  const looker = { actor: grant.actor.personId, ip: client.ip };
  const photo = await call(databaseFor(grant), "view_report_photo", { ...looker, folio });
  return (
    photo && { mediaType: photo.mediaType, content: unsealBytes(photo.sealed, photoPlace(photo.reportId)) }
  );
}

function wordsOf({ id, wordsSealed }: { id: string; wordsSealed: Buffer | null }): string | null {
  return wordsSealed && unseal(wordsSealed, wordsPlace(id));
}
