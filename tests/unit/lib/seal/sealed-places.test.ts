import { expect, test } from "vitest";
import { personIdPlace, personMobilePlace } from "@/domain/account/sealed-fields";
import { cellPlace, chunkPlace } from "@/domain/import/sealed-file";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { photoPlace, wordsPlace } from "@/domain/report/sealed-fields";
import { documentPlace } from "@/domain/request/sealed-documents";

test("the encryption context of each stored column never changes, so that stored data can be decrypted there and nowhere else", () => {
  expect([
    affiliateIdPlace("a"),
    affiliateNamePlace("a"),
    wordsPlace("a"),
    photoPlace("a"),
    chunkPlace("a", 1),
    cellPlace("a", 1, 2),
    personIdPlace("a"),
    personMobilePlace("a"),
    documentPlace("a"),
  ]).toEqual([
    "order.affiliate_id:a",
    "order.affiliate_name:a",
    "report.words:a",
    "report.photo:a",
    "import_chunk.content:a:1",
    "import_fault.said:a:1:2",
    "person.id_number:a",
    "person.mobile:a",
    "request_document.content:a",
  ]);
});
