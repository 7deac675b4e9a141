import { expect, test } from "vitest";
import { LARGEST_DOCUMENT_BYTES } from "@/domain/request/document";
import { readRequestDocument } from "@/domain/request/read-document";
import { requestFormWith } from "@/domain/request/schema";

const fileOf = (bytes: number, name = "rut.pdf") => new File([new Uint8Array(bytes)], name);
const whole = { agreementNumber: "", rut: fileOf(3), camara: fileOf(3) };

const asked = (needed: boolean) => ["rut", "camara"].map((field) => ({ field, needed }));

/** Nothing of it arrived before. */
const RequestForm = requestFormWith(asked(true), () => false);
const CorrectionForm = requestFormWith(asked(false), () => false);

function faultOf(schema: typeof RequestForm, rut: unknown): string | undefined {
  return schema.safeParse({ ...whole, rut }).error?.issues[0]?.message;
}

test("browser validation of a document agrees with the server, except for its content", async () => {
  for (const document of [null, new File([], ""), fileOf(0), fileOf(LARGEST_DOCUMENT_BYTES + 1)])
    expect(faultOf(RequestForm, document)).toBe(await readRequestDocument(document));
  expect(faultOf(RequestForm, fileOf(3))).toBeUndefined();
});

test("in a correction a document may stay unchanged, and a new one must be valid", () => {
  expect(faultOf(CorrectionForm, new File([], ""))).toBeUndefined();
  expect(faultOf(CorrectionForm, fileOf(0))).toBe("empty");
  expect(faultOf(CorrectionForm, fileOf(LARGEST_DOCUMENT_BYTES + 1))).toBe("tooBig");
});

test("a document that arrived before its form is not asked for again, and a bad one in its place is", () => {
  const arrived = new Set<string>();
  const form = requestFormWith(asked(true), (field) => arrived.has(field));
  expect(faultOf(form, new File([], ""))).toBe("missing");
  arrived.add("rut");
  expect(faultOf(form, new File([], ""))).toBeUndefined();
  expect(faultOf(form, fileOf(0))).toBe("empty");
});
