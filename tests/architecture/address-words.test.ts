import { expect, test } from "vitest";
import { periodParams } from "@/app/_server/http/period-params";
import { paperWords } from "@/app/(proveedor)/constancias/[id]/paper";
import { filterParams, resultWords } from "@/app/(proveedor)/historial/address";
import { addressWords } from "@/app/(proveedor)/practica/addresses";
import { filterNames, sortWords, standingWords } from "@/app/admin/ordenes/list-address";
import { paperSizeWords } from "@/app/admin/ordenes/paper-size";
import { tabWords } from "@/app/admin/solicitudes/address";
import { productFiles } from "../support/files";

/** What addresses and forms call things, by the tables of the pages that translate them. */
const words = new Set(
  [filterParams, resultWords, addressWords, periodParams, paperSizeWords, paperWords, tabWords]
    .flatMap((table) => Object.values<string>(table))
    .concat(Object.keys(standingWords), Object.keys(sortWords), filterNames)
    .filter((word) => /[a-z]{2}/.test(word)),
);

test("Spanish URL words appear in app/ only; the layers below use English codes", () => {
  const found = productFiles(/^(components|domain|db|model|lib)\/.*\.tsx?$/).flatMap(({ path, text }) =>
    [...text.matchAll(/"([a-z-]+)"|[?&{,]\s*([a-z]+)(?:=|:)|^\s+"?([a-z-]+)"?:/gm)]
      .map(([, ...parts]) => parts.find(Boolean) ?? "")
      .filter((word) => words.has(word))
      .map((word) => `${path}: ${word}`),
  );
  expect(words.size).toBeGreaterThan(50);
  expect(found).toEqual([]);
});
