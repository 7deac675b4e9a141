import { expect, test } from "vitest";
import { chunkPlace, saidPlace } from "@/domain/import/sealed-file";
import { affiliateIdPlace, affiliateNamePlace } from "@/domain/order/sealed-fields";
import { photoPlace, wordsPlace } from "@/domain/report/sealed-fields";

test("what is stored was sealed to these places, so that none is ever opened at another's", () => {
  expect([
    affiliateIdPlace("a"),
    affiliateNamePlace("a"),
    wordsPlace("a"),
    photoPlace("a"),
    chunkPlace("a", 1),
    saidPlace("a", 1, 2),
  ]).toEqual([
    "order.affiliate_id:a",
    "order.affiliate_name:a",
    "report.words:a",
    "report.photo:a",
    "import_chunk.content:a:1",
    "import_fault.said:a:1:2",
  ]);
});
