import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { proofName, proofNumber, readProofName } from "@/domain/proof/number";
import { isSignedProof, proofCode } from "@/domain/proof/signature";
import { canonicalText, ProofContent } from "@/model/proof";
import { makeAnswerContent, makeUseContent } from "../../support/factories/proof";

type Vectors = {
  purpose: string;
  publicKey: string;
  proofs: { content: string; signature: string; name: string }[];
};
const vectors: Vectors = JSON.parse(readFileSync("tests/vectors/proofs.json", "utf8"));

test("proof contents are serialised to the same bytes as the published test vectors", () => {
  expect(vectors.proofs.map(({ content }) => content)).toEqual(
    [makeAnswerContent(), makeUseContent()].map(canonicalText),
  );
});

test.each(vectors.proofs)("$name verifies by docs/proof.md alone", ({ content, signature, name }) => {
  const key = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: vectors.publicKey },
    format: "jwk",
  });
  const bytes = Buffer.from(signature, "base64url");
  expect(verify(null, Buffer.from(vectors.purpose + content), key, bytes)).toBe(true);
  expect(isSignedProof(content, bytes, Buffer.from(vectors.publicKey, "base64url"))).toBe(true);
  expect(proofName(JSON.parse(content).number, proofCode(bytes))).toBe(name);
});

test("one changed character breaks the signature", () => {
  const [proof] = vectors.proofs;
  if (!proof) throw new Error("no vector");
  const key = Buffer.from(vectors.publicKey, "base64url");
  const signature = Buffer.from(proof.signature, "base64url");
  fc.assert(
    fc.property(fc.nat(proof.content.length - 1), (at) => {
      const changed = `${proof.content.slice(0, at)}~${proof.content.slice(at + 1)}`;
      expect(isSignedProof(changed, signature, key)).toBe(false);
    }),
  );
});

test("property order does not change the serialised content", () => {
  const content = makeAnswerContent();
  fc.assert(
    fc.property(
      fc.shuffledSubarray(Object.keys(content), { minLength: Object.keys(content).length }),
      (names) => {
        const shuffled = Object.fromEntries(
          Object.entries(content).sort(([a], [b]) => names.indexOf(a) - names.indexOf(b)),
        );
        expect(canonicalText(ProofContent.parse(shuffled))).toBe(canonicalText(content));
      },
    ),
  );
});

test("unknown fields cannot be added to a proof's content", () => {
  expect(() => canonicalText({ ...makeUseContent(), affiliateName: "MARÍA" } as never)).toThrow();
  const order = { ...makeAnswerContent().order, affiliateId: "1042555318" };
  expect(() => canonicalText(makeAnswerContent({ order }))).toThrow();
});

test("proof numbers have the year in Bogotá and grow past six digits", () => {
  expect(proofNumber(1, new Date("2027-01-01T04:59:00Z"))).toBe("C-2026-000001");
  expect(proofNumber(1_234_567, new Date("2027-01-01T05:00:00Z"))).toBe("C-2027-1234567");
});

test("a proof name is parsed in any case, with O for zero and I or L for one", () => {
  const read = { number: "U-2026-000001", code: "7F3K9QX0" };
  for (const typed of ["U-2026-000001-7F3K9QX0", " u-2026-000001-7f3k9qxo ", "U-2026-000001-7F3K9QXO"])
    expect(readProofName(typed)).toEqual(read);
  expect(readProofName("C-2026-000001-ILF3K9QX")?.code).toBe("11F3K9QX");
});

test("another text is no proof name, and never throws", () => {
  for (const text of [
    "",
    "U-2026-000001",
    "X-2026-000001-7F3K9QXM",
    "U-2026-000001-7F3K9QX",
    "U-2026-1-7F3K9QXM",
    "XU-2026-000001-7F3K9QXM",
    "U-2026-1234567890123-7F3K9QXM",
    "U-2026-000001-7F3K9QXU",
  ])
    expect(readProofName(text)).toBeNull();
  fc.assert(fc.property(fc.string(), (text) => void readProofName(text)));
});
