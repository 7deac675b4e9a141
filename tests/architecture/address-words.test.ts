import { expect, test } from "vitest";
import { periodParams } from "@/app/_server/http/period-params";
import { sizeWords } from "@/app/(proveedor)/constancias/[id]/paper-size";
import { filterParams, resultWords } from "@/app/(proveedor)/historial/address";
import { addressWords } from "@/app/(proveedor)/practica/addresses";
import { filterParams as listParams, sortParams, standingParams } from "@/app/admin/_orders/list-address";
import { paperSizeWords } from "@/app/admin/ordenes/paper-size";
import { tabWords } from "@/app/admin/solicitudes/address";
import { productFiles } from "../support/files";

/** What addresses and forms call things, by the tables of the pages that translate them. */
const words = new Set(
  [
    ...[filterParams, resultWords, addressWords, periodParams, paperSizeWords, sizeWords, tabWords],
    ...[listParams, standingParams, sortParams],
  ]
    .flatMap((table) => Object.values<string>(table))
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

/** First words of the addresses that app/ serves; technical ones ("api", "V") are no words of any language. */
const places = new Set(
  productFiles(/^app\/.*\/(?:page\.tsx|route\.tsx?)$/)
    .map(
      ({ path }) =>
        path
          .split("/")
          .slice(1)
          .find((folder) => !/^[(_]/.test(folder)) ?? "",
    )
    .filter((place) => /^[a-z-]{3,}$/.test(place) && place !== "api"),
);
const addresses = (text: string) =>
  [...text.matchAll(/["`](?:\$\{[^}]*\})?\/([a-z-]+)(?=[/?#"`$])/g)].map(([, place]) => place ?? "");

test("addresses of pages stand in app/ alone: e-mails, paper and components get theirs from it", () => {
  const found = productFiles(/^(components|domain|db|model|lib)\/.*\.tsx?$/).flatMap(({ path, text }) =>
    addresses(text)
      .filter((place) => places.has(place))
      .map((place) => `${path}: /${place}`),
  );
  expect(places.size).toBeGreaterThan(20);
  expect(addresses('"/consultar" `/novedades/`')).toEqual(["consultar", "novedades"]);
  expect(found).toEqual([]);
});
