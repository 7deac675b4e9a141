import { randomUUID } from "node:crypto";
import { fileRightsRequest } from "@/domain/rights/file-request";
import type { FileRightsInput } from "@/domain/rights/schema";
import { openRightsRequest } from "@/domain/rights/status";
import { browser, owner, someEmail } from "@/tests/support/factories/account";
import { someDigits } from "@/tests/support/look-up-orders";

/** What somebody asks, as the form's schema reads it. */
export const typedRights = (changes: Partial<FileRightsInput> = {}): FileRightsInput => ({
  key: randomUUID(),
  kind: "consult",
  asker: "affiliate",
  name: "Ana Prueba",
  email: someEmail(),
  idKind: "CC",
  idNumber: someDigits(10),
  holderName: "",
  proof: "",
  words: "",
  ...changes,
});

/** Files a request from a browser of its own, and reads its code out of the mail as its asker would. */
export async function fileRights(changes: Partial<FileRightsInput> = {}, now = new Date()) {
  const input = typedRights(changes);
  let code = "";
  const email = (sent: { code: string }) => {
    code = sent.code;
    return { subject: "received", text: sent.code };
  };
  const { number, dueOn } = await fileRightsRequest(input, email, { ...browser(), language: "es-CO" }, now);
  return { ...input, request: await rightsIdOf(number), number, dueOn, code };
}

/** The row's id of a request. */
export async function rightsIdOf(number: string): Promise<string> {
  const [row] = await owner<{ id: string }[]>`select id from rights_request where number = ${number}`;
  if (!row) throw new Error(`no request ${number}`);
  return row.id;
}

/** Files a request whose mailbox was proven. */
export async function fileProvenRights(changes: Partial<FileRightsInput> = {}) {
  const filed = await fileRights(changes);
  await openRightsRequest({ number: filed.number, code: filed.code }, browser());
  return filed;
}

/** The row of a request. */
export async function rightsRow(number: string) {
  const [row] = await owner<
    { state: string; version: number; due_on: string; missing_until: string | null; result: string | null }[]
  >`select state, version, due_on::text, missing_until::text, result from rights_request where number = ${number}`;
  if (!row) throw new Error(`no request ${number}`);
  return row;
}

/** An e-mail of a step, of which nothing is read. */
export const stepEmail = () => ({ subject: "step", text: "step" });
