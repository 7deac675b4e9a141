import { expect, test } from "vitest";
import { codeUrl, encodeCodeBody } from "@/domain/order-code/code";
import { verifyInput } from "@/domain/order-code/verify-schema";

const HOME = "https://proveedores.ejemplo.com.co";
const body = encodeCodeBody({
  issuer: 1,
  keyId: 1,
  kindNumber: 1,
  codeId: new Uint8Array(8),
  issuedOn: "2026-01-01",
  validUntil: "2026-12-31",
  value: 1,
  holderTag: new Uint8Array(8),
});
const url = codeUrl(HOME, Uint8Array.from([...(body ?? []), ...new Uint8Array(64)]));
const read = (code: unknown) => {
  const { success, data, error } = verifyInput(HOME).safeParse({ code });
  return success ? data.code : error.issues.map(({ message }) => message);
};

test("a pasted code is answered by the page of its 148 letters, whatever stands around it", () => {
  for (const typed of [url, ` ${url}\n`, url.slice(-148).toLowerCase()])
    expect(read(typed)).toBe(`/V/${url.slice(-148)}`);
});

test("the number of a proof with its eight letters is answered by the proof's page, and one that is cut by an advice", () => {
  const name = "C-2026-000001-1R674T5R";
  for (const typed of [
    name,
    " c 2026 000001 ir674t5r ",
    `${HOME}/c/${name}`,
    `proveedores.ejemplo.com.co/C/${name}`,
  ])
    expect(read(typed)).toBe(`/c/${name}`);
  for (const typed of ["C-2026-000001", "u-2026-000102", "C-2026-000001-1R67"])
    expect(read(typed)).toEqual(["codeMalformed"]);
});

test("nothing pasted, the code of somebody else and a damaged one have an advice each", () => {
  for (const typed of ["", " \n", undefined]) expect(read(typed)).toContain("codeMissing");
  expect(read("https://ejemplo.com/")).toEqual(["codeForeign"]);
  expect(read(url.slice(0, -1))).toEqual(["codeMalformed"]);
});
