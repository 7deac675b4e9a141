import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { UseInput } from "@/domain/use/schema";
import { missingCharacters } from "@/lib/pdf/characters";

const read = (invoice: string) => UseInput.safeParse({ lookupId: randomUUID(), key: randomUUID(), invoice });

test("an invoice is taken in signs that its receipt can print, and refused with advice in others", () => {
  expect(read(" FV-001 Ñ/2 ").data?.invoice).toBe("FV-001 Ñ/2");
  expect(read("").data?.invoice).toBeNull();
  for (const invoice of ["FV 🎉", "счёт 9", "FV\u200b1", "Ł1"])
    expect(read(invoice).error?.issues.map(({ message }) => message)).toEqual(["invoiceLetters"]);
  const taken = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code)).filter(
    (sign) => read(`F${sign}1`).success,
  );
  expect(
    taken.filter((sign) => missingCharacters(sign.normalize("NFC").replace(/\s/g, " ")).length > 0),
  ).toEqual([]);
});
