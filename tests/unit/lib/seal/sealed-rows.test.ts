import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { areWhole, openAnswers, sealAnswers } from "@/domain/account/answers";
import { openNumbers, openPerson, personIdIndex, sealPerson } from "@/domain/account/sealed-fields";
import { accountNumberPlace, sealedAccount } from "@/domain/bank-account/sealed-fields";
import { openTotpSecret, sealTotpSecret } from "@/domain/factor/secret";
import { openOrder } from "@/domain/import/open-order";
import { affiliateIdIndex } from "@/domain/order/affiliate-id-index";
import { orderColumnsOf } from "@/domain/order/order-columns";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { documentPlace, openDocument, sealUploads } from "@/domain/request/sealed-documents";
import {
  openContent,
  openText,
  rightsFilePlace,
  rightsIdIndex,
  sealContent,
  sealText,
} from "@/domain/rights/sealed-fields";
import { blindIndex } from "@/lib/crypto/blind-index";
import { seal, unseal } from "@/lib/crypto/seal";

const stored = { id: "a", idNumberPlain: null, idNumberSealed: null, mobilePlain: null, mobileSealed: null };
const fromBase64 = (text = "") => Buffer.from(text, "base64");

test("the answers of a registration are opened for their own row, and are whole with both steps", () => {
  const company = {
    ...{ nit: "900123456", checkDigit: 8, legalName: "Tienda", municipality: "08001" },
    ...{ address: "Cra 14 # 5-10", phone: "+576053235000" },
  };
  const person = {
    name: "Ana",
    idKind: "CC",
    idNumber: "1042555318",
    email: "a@b.co",
    mobile: "+573001234567",
  };
  const sealed = sealAnswers("r", { company, person });
  expect(openAnswers("r", sealed)).toEqual({ company, person });
  expect(() => openAnswers("s", sealed)).toThrow();
  expect(openAnswers("r", null)).toEqual({});
  expect(() => openAnswers("r", sealAnswers("r", { company: { ...company, nit: 9 as never } }))).toThrow();
  expect([{}, { company }, { person }, { company, person }].map(areWhole)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test("a person's number and mobile are sealed for their row, and found by digests of their own", () => {
  const sealed = sealPerson("a", { idNumber: "1042555318", mobile: "+573001234567" });
  const row = {
    ...{ ...stored, name: "Ana" },
    ...{ idNumberSealed: fromBase64(sealed.id_number || ""), mobileSealed: fromBase64(sealed.mobile || "") },
  };
  expect(openPerson(row)).toEqual({ id: "a", name: "Ana", idNumber: "1042555318", mobile: "+573001234567" });
  expect(() => openPerson({ ...row, id: "b" })).toThrow();
  expect(fromBase64(sealed.id_index || "")).toEqual(personIdIndex("1042555318"));
  expect(personIdIndex("1042555318")).toEqual(blindIndex("person-id", "1042555318"));
  expect(fromBase64(sealed.mobile_index || "")).toEqual(blindIndex("person-mobile", "+573001234567"));
  expect(sealPerson("a", { idNumber: null, mobile: null })).toEqual({ person: "a" });
});

test("a plain number of a person is newer than a sealed one, and only known numbers are told", () => {
  const sealed = fromBase64(sealPerson("a", { idNumber: "1", mobile: null }).id_number || "");
  const person = { ...stored, idNumberPlain: "2", idNumberSealed: sealed, mobilePlain: "3" };
  expect(openPerson(person)).toEqual({ id: "a", idNumber: "2", mobile: "3" });
  expect(openPerson(stored)).toEqual({ id: "a", idNumber: null, mobile: null });
  const numbers = { id: "a", idNumber: null, idNumberSealed: sealed, mobile: null, mobileSealed: null };
  expect(openNumbers(numbers)).toEqual(["1"]);
  expect(openNumbers({ ...numbers, mobile: "3" })).toEqual(["1", "3"]);
  expect(openNumbers({ ...numbers, idNumberSealed: null })).toEqual([]);
});

test("a bank account shows four digits and keeps the rest sealed for its row", () => {
  const typed = { bank: "1007", kind: "savings", number: "123456789" } as Parameters<typeof sealedAccount>[0];
  const { id, number_sealed: sealed, ...shown } = sealedAccount(typed);
  expect(shown).toEqual({ bank: "1007", kind: "savings", last_four: "6789" });
  expect(unseal(fromBase64(sealed), accountNumberPlace(id))).toBe("123456789");
  expect(accountNumberPlace("x")).toBe("bank_account.number:x");
});

test("the secret of an application is opened for its own factor alone", () => {
  const secret = sealTotpSecret("f", "JBSWY3DP");
  expect(openTotpSecret({ factorId: "f", secret })).toBe("JBSWY3DP");
  expect(() => openTotpSecret({ factorId: "g", secret })).toThrow();
  expect(unseal(secret, "factor.secret:f")).toBe("JBSWY3DP");
});

test("an order's data become its columns, the affiliate's sealed, and what is not given none", () => {
  const { affiliate_id_sealed, affiliate_id_index, affiliate_name_sealed, ...plain } = orderColumnsOf("o", {
    ...{ kindCode: "AS", value: 480_000, providerNit: null },
    ...{ affiliateId: "1.042.555.318", affiliateName: "Ana" },
  });
  expect(plain).toEqual({ kind_code: "AS", value: 480_000, provider_nit: null });
  const bytes = (text: unknown) => Buffer.from(String(text).replace(/^\\x/, ""), "hex");
  expect(String(affiliate_id_sealed)).toMatch(/^\\x[0-9a-f]+$/);
  expect(unseal(bytes(affiliate_id_sealed), affiliateIdPlace("o"))).toBe("1.042.555.318");
  expect(unseal(bytes(affiliate_name_sealed), affiliateNamePlace("o"))).toBe("Ana");
  expect(bytes(affiliate_id_index)).toEqual(affiliateIdIndex("1042555318"));
  expect(orderColumnsOf("o", { concept: "Ropa" })).toEqual({ concept: "Ropa" });
  expect(affiliateIdIndex("1")).toEqual(blindIndex("affiliate-id", "1"));
});

test("a stored order is opened for the file that tells of it, if its kind of ID is known", () => {
  const row = {
    ...{ id: "o", affiliateIdKind: "CC", concept: "Ropa" },
    affiliateIdSealed: seal("1042555318", affiliateIdPlace("o")),
    affiliateNameSealed: seal("Ana", affiliateNamePlace("o")),
  } as unknown as Parameters<typeof openOrder>[0];
  expect(openOrder(row)).toMatchObject({
    ...{ affiliateId: "1042555318", affiliateName: "Ana", affiliateIdKind: "CC", concept: "Ropa" },
  });
  expect(() => openOrder({ ...row, affiliateIdKind: "XX" })).toThrow("order o: unknown kind of ID");
});

test("each document of a form is sealed for its own row, with its size and digest", () => {
  const contents = [Buffer.from("uno"), Buffer.from("dos, más largo")];
  const documents = contents.map((_, at) => ({ kind: `d${at}` }));
  const uploads = { documents, contents } as unknown as Parameters<typeof sealUploads>[0];
  const sealed = sealUploads(uploads);
  for (const [at, content] of contents.entries()) {
    const document = sealed.documents[at] as unknown as { id: string; kind: string };
    const bytes = sealed.contents[at] ?? Buffer.alloc(0);
    expect(document).toMatchObject({
      ...{ kind: `d${at}`, size: content.length },
      sha256: createHash("sha256").update(content).digest("hex"),
    });
    expect(openDocument({ content: bytes, sealedAs: document.id })).toEqual(content);
    expect(() => openDocument({ content: bytes, sealedAs: "x" })).toThrow();
  }
  const [content = Buffer.alloc(0)] = contents;
  expect(openDocument({ content, sealedAs: null })).toBe(content);
  expect(() => sealUploads({ ...uploads, contents: [] })).toThrow("a document without content");
  expect(documentPlace("d")).toBe("request_document.content:d");
});

test("a request about one's own data is opened for its own row, and nothing of nothing", () => {
  const content = {
    ...{
      name: "Ana",
      email: "a@b.co",
      holderName: "Ana",
      idKind: "CC" as const,
      idNumber: "1",
      proof: "",
      words: "",
    },
  } as const;
  const sealed = sealContent("r", content);
  expect(openContent("r", sealed)).toEqual(content);
  expect(() => openContent("s", sealed)).toThrow();
  expect(openContent("r", null)).toBeNull();
  expect(unseal(sealText("e", "hola"), "rights_event.text:e")).toBe("hola");
  expect(openText("e", sealText("e", "hola"))).toBe("hola");
  expect(openText("e", null)).toBeNull();
  expect(rightsFilePlace("r")).toBe("rights_file.sealed:r");
  expect(unseal(sealed, "rights_request.content:r")).toContain("a@b.co");
  expect(rightsIdIndex("1")).toEqual(blindIndex("rights-id", "1"));
});
