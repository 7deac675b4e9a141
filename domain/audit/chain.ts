import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { z } from "zod";

/** Separates these signatures from those of papers and proofs. */
const PURPOSE = "hanna/audit-head/v1";
const PKCS8_OF_ED25519 = Buffer.from("302e020100300506032b657004220420", "hex");

/** Where the log stood at a moment. One is written outside of the database every hour, as a line of JSON. */
export const AuditHead = z.object({
  /** Counts from 1, so that one that was taken away leaves a gap. */
  number: z.int().min(1),
  upTo: z.int().min(0),
  /** Digest over every event from the first one on. */
  chain: z.string().regex(/^[0-9a-f]{64}$/),
  /** Number and short digest of each event since the head before, by which a difference gets a name. */
  events: z.array(z.tuple([z.int().min(1), z.string().regex(/^[0-9a-f]{16}$/)])),
  at: z.string(),
  signature: z.string(),
});
export type AuditHead = z.output<typeof AuditHead>;

/** What a file of a head says; null when it is cut or something else. */
export function readHead(text: string): AuditHead | null {
  try {
    return AuditHead.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export type AuditEventLine = { seq: number; line: string };

export const emptyChain = "0".repeat(64);

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

export const shortDigestOf = (line: string): string => sha256(line).slice(0, 16);

/** The chain with one event more. */
export const chained = (chain: string, line: string): string => sha256(Buffer.from(chain, "hex"), line);

const signedPart = ({ number, upTo, chain, events, at }: Omit<AuditHead, "signature">) =>
  Buffer.from([PURPOSE, number, upTo, chain, sha256(JSON.stringify(events)), at].join("\n"));

const privateKey = (seed: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PKCS8_OF_ED25519, seed]), format: "der", type: "pkcs8" });

/** The public half, in base64: who verifies keeps it apart from the heads. */
export const headPublicKey = (seed: Buffer): string =>
  Buffer.from(createPublicKey(privateKey(seed)).export({ format: "jwk" }).x ?? "", "base64url").toString(
    "base64",
  );

/** The next head after `former`, over the events that came since. */
export function nextHead(
  former: Pick<AuditHead, "number" | "chain" | "upTo"> | null,
  events: readonly AuditEventLine[],
  at: string,
  seed: Buffer,
): AuditHead {
  const head = {
    number: (former?.number ?? 0) + 1,
    upTo: events.at(-1)?.seq ?? former?.upTo ?? 0,
    chain: events.reduce((chain, { line }) => chained(chain, line), former?.chain ?? emptyChain),
    events: events.map(({ seq, line }): [number, string] => [seq, shortDigestOf(line)]),
    at,
  };
  return { ...head, signature: sign(null, signedPart(head), privateKey(seed)).toString("base64") };
}

export function isSignedHead(head: AuditHead, publicKey: string): boolean {
  const x = Buffer.from(publicKey, "base64").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return verify(null, signedPart(head), key, Buffer.from(head.signature, "base64"));
}
