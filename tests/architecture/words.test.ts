import { expect, test } from "vitest";
import { productFiles } from "../support/files";

/** Words that names must not have, with the standard terms for them. */
const insteadOf: Readonly<Record<string, string>> = {
  told: "recipients, notified, reported, answer",
  said: "text, typed, cells, answer, param",
  given: "input, typed, issued, fields",
  asked: "query, filters, requested, wanted, lookup",
  deed: "action",
  deeds: "actions",
  made: "created, inserted, built",
  saw: "seen, shown, count",
  fate: "result, outcome",
  whom: "recipient, person, affiliate",
  bring: "import, apply, load",
  brought: "imported, applied, loaded",
  bringing: "importing",
  stands: "state, isFinal, isOpen",
  anew: "again, refresh",
  heard: "received",
  unheard: "unparsed",
};

/** Words that name one idea (docs/glossary.md), where the other idea lives. */
const oneIdea: readonly { files: RegExp; parts: readonly string[]; instead: string }[] = [
  {
    files: /^domain\/notify\/|-emails\.ts$/,
    parts: ["letter", "letters"],
    instead: "email, notice: a letter is a character",
  },
  {
    files: /^domain\/request\/|^db\/(queries|schema)\/request|^app\/admin\/solicitudes\//,
    parts: ["paper", "papers"],
    instead: "document: a paper is the printed order",
  },
];

/** Names of data that is stored outside of the code: a browser's queue, the notes of an import, outcomes of SQL. */
const stored: Readonly<Record<string, RegExp>> = {
  said: /^app\/_offline\/|^lib\/table\/notes\.ts$|^domain\/import\/|^messages\/(es-CO|en)\/import\.ts$|^tests\/(unit|db)\/import\//,
  asked: /^domain\/outcome\.ts$/,
};

/** Comments, texts and patterns, which hold no names, and then the names. */
const token = new RegExp(
  [
    /\/\*[\s\S]*?\*\/|\/\/.*/,
    /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/,
    /(?<=[(,=:[!&|?{};\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\n\\])*\]|[^/\n\\[])+\/[a-z]*/,
    /[A-Za-z_$][\w$]*/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/** The identifiers of a file, without comments and strings. */
function namesIn(text: string): Set<string> {
  return new Set(
    [...text.matchAll(token)].map(([found]) => found).filter((found) => /^[A-Za-z_$]/.test(found)),
  );
}

const partsOf = (name: string) => name.split(/(?<=[a-z\d])(?=[A-Z])/).map((part) => part.toLowerCase());

const code = productFiles(/^(app|components|domain|db|lib|model|messages|scripts|tests)\/.*\.(tsx?|mjs)$/)
  .filter(({ path }) => path !== "tests/architecture/words.test.ts")
  .map(({ path, text }) => ({ path, names: namesIn(text) }));

/** Columns and arguments of the database keep their names, here too; those in snake case are its own (decision 043). */
const ofDatabase = new Set(
  code
    .filter(({ path }) => /^db\/(schema\/|contract\/functions\.generated)/.test(path))
    .flatMap(({ names }) => [...names]),
);

test("names are read without comments and texts", () => {
  const text = 'const saidPlace = "told"; // given\nconst { toldOf: whom } = match(/asked/, `a deed`);';
  expect([...namesIn(text)].flatMap(partsOf).filter((part) => part in insteadOf)).toEqual([
    "said",
    "told",
    "whom",
  ]);
});

test("names are words of the trade, which an engineer would search for", () => {
  const wrong = code.flatMap(({ path, names }) =>
    [...names].flatMap((name) => {
      if (ofDatabase.has(name) || name.includes("_")) return [];
      const part = partsOf(name).find((each) => Object.hasOwn(insteadOf, each) && !stored[each]?.test(path));
      return part ? [`${path}: ${name}. Instead of "${part}": ${insteadOf[part]}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test("a word names one idea in every file", () => {
  const wrong = code.flatMap(({ path, names }) =>
    oneIdea
      .filter(({ files }) => files.test(path))
      .flatMap(({ parts, instead }) =>
        [...names]
          .filter((name) => !ofDatabase.has(name) && partsOf(name).some((part) => parts.includes(part)))
          .map((name) => `${path}: ${name}. Write ${instead}`),
      ),
  );
  expect(wrong).toEqual([]);
});
