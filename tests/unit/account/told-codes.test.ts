import { expect, test } from "vitest";
import { entryCode, entryCodeHash } from "@/domain/account/entry-code";
import { resetCode, resetCodeHash } from "@/domain/factor/reset-code";
import { ownerCode, ownerCodeHash } from "@/domain/provider/owner-code";
import {
  bareRightsCode,
  newRightsCode,
  newRightsNumber,
  RIGHTS_CODE_LETTERS,
  rightsCodeHash,
} from "@/domain/rights/code";

test("the code of an invitation is one code for an owner and another for who works for the caja", () => {
  expect(ownerCode("a")).not.toBe(entryCode("a"));
  expect(ownerCodeHash("a", ownerCode("a").toLowerCase())).toEqual(ownerCodeHash("a", ownerCode("a")));
  expect(entryCodeHash("a", entryCode("a").toLowerCase())).toEqual(entryCodeHash("a", entryCode("a")));
  expect(entryCodeHash("a", "1")).not.toEqual(ownerCodeHash("a", "1"));
});

test("the code of a reset has eight letters that can be told, and is read however it is typed", () => {
  const code = resetCode("reset");
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(resetCode("reset")).toBe(code);
  expect(new Set(["a", "b", "c"].map(resetCode)).size).toBe(3);
  const aloud = code.toLowerCase().replace("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  expect(resetCodeHash(aloud)).toEqual(resetCodeHash(code));
  expect(resetCodeHash(code)).not.toEqual(resetCodeHash(resetCode("other")));
  // The digest of a code is not the digest that another code is made of.
  expect(resetCodeHash("x").toString("hex")).toHaveLength(64);
});

test("a request about one's own data has a drawn number and a code of four groups", () => {
  expect(newRightsNumber(2031)).toMatch(/^HD-2031-\d{8}$/);
  const codes = Array.from({ length: 20 }, newRightsCode);
  for (const code of codes) {
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(bareRightsCode(code)).toHaveLength(RIGHTS_CODE_LETTERS);
    expect(rightsCodeHash(code.toLowerCase().replaceAll("-", " "))).toEqual(rightsCodeHash(code));
  }
  expect(new Set(codes).size).toBe(codes.length);
});
