import { expect, test } from "vitest";
import { productFiles, valueImports } from "../support/files";

const forbidden: { from: RegExp; never: RegExp; because: string }[] = [
  {
    from: /^components\//,
    never: /^@\/db\/|^next\/(headers|cache)$/,
    because: "components get data as props",
  },
  { from: /^app\//, never: /^drizzle-orm|^@\/db\/schema|^postgres$/, because: "SQL lives in db/queries" },
  { from: /^(domain|db|model)\//, never: /^next(\/|$)|^react/, because: "rules do not know the web" },
  { from: /^model\//, never: /^node:/, because: "what all layers share runs anywhere" },
];

test("a layer imports no package or table that belongs to another layer", () => {
  const wrong = productFiles(/^(app|components|domain|db|model|lib|messages)\/.*\.tsx?$/).flatMap(
    ({ path, text }) =>
      forbidden
        .filter((rule) => rule.from.test(path))
        .flatMap((rule) =>
          valueImports(text)
            .filter((specifier) => rule.never.test(specifier))
            .map((specifier) => `${path} imports ${specifier}: ${rule.because}`),
        ),
  );
  expect(wrong).toEqual([]);
});

test("every server action is made by action() or publicAction(), so that none lacks a permission check", () => {
  const actionFiles = productFiles(/^(app|components|lib|domain)\/.*\.tsx?$/).filter(({ text }) =>
    /^\s*["']use server["']/m.test(text),
  );
  const wrong = actionFiles
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export (.+)$/gm)].map((match) => ({ path, line: match[1] ?? "" })),
    )
    .filter(
      ({ line }) =>
        !/^const \w+ = (action|publicAction)\($/.test(line) &&
        !/^const \w+ = (action|publicAction)\(\{/.test(line),
    )
    .map(({ path, line }) => `${path}: ${line}`);
  expect(actionFiles.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test("every server action behind the sign-in names a permission", () => {
  const without = productFiles(/^app\/.*actions\.ts$/)
    .flatMap(({ path, text }) =>
      [...text.matchAll(/= action\(\s*\{([^}]*)\}/g)].map((match) => ({ path, head: match[1] ?? "" })),
    )
    .filter(({ head }) => !/needs: "[a-z_.]+"/.test(head))
    .map(({ path }) => path);
  expect(without).toEqual([]);
});

/** Functions that answer for several route handlers; each asks for a grant itself and, of a POST, for its origin. */
const answers = /\b(?:answerExport|answerFiling|takeUpload|answerBadLines|answerProgress|answerSearch)\(/;

test("every route handler asks for a grant or is listed as public", () => {
  const open = new Set([
    "app/no-disponible/route.ts",
    "app/no-disponible/estilo.css/route.ts",
    "app/idioma/route.ts",
    "app/sonido/route.ts",
    "app/salir/route.ts",
    // Of the session of its token alone, which the database reads; one that waits for its factor is nobody's grant.
    "app/(cuenta)/cuenta/seguridad/opciones/route.ts",
    "app/api/health/route.ts",
    "app/api/ready/route.ts",
    "app/.well-known/order-keys.json/route.ts",
    "app/V/[code]/route.ts",
    "app/c/[numero]/route.ts",
    "app/(publico)/ayuda/pdf/route.ts",
    // Of a request about one's own data, by the code of its mail, which the database compares.
    "app/(publico)/habeas-data/estado/archivo/route.ts",
    "app/.well-known/receipt-keys.json/route.ts",
    "app/.well-known/security.txt/route.ts",
  ]);
  const wrong = productFiles(/^app\/.*route\.tsx?$/)
    .filter(
      ({ path, text }) => !open.has(path) && !/authorize\(|requireGrant\(/.test(text) && !answers.test(text),
    )
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

/** proxy.ts audits what it refuses itself; an upload address, which it passes by, by the second one. */
const asksOrigin = /!isOwnOrigin\(|= await refusedForeign\(request\);\n {2}if \(refused\) return refused;/;

test("every route handler of a POST checks the Origin header", () => {
  const shared = productFiles(
    /^app\/(?:_server\/http\/answer-export|\(proveedor\)\/aplicaciones\/answer-filing|admin\/(?:answer-search|_imports\/(?:take-upload|answer-run)))\.ts$/,
  );
  const asksBoth = (text: string) => asksOrigin.test(text) && /authorize\(/.test(text);
  expect(shared.map(({ text }) => asksBoth(text))).toEqual([true, true, true, true, true]);
  const wrong = productFiles(/^app\/.*route\.tsx?$/)
    .filter(
      ({ text }) =>
        /export (async )?function (POST|PUT|PATCH|DELETE)/.test(text) &&
        !asksOrigin.test(text) &&
        !answers.test(text),
    )
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("every cookie is set with Secure under https", () => {
  const wrong = productFiles(/^(app|lib|components)\/.*\.tsx?$/)
    .filter(({ text }) => /set-cookie"|cookies\(\)\)\.set\(|\bjar\.set\(|sessionToken: \{/.test(text))
    .filter(({ text }) => !/isHttps\(\)|siteCookie\(\)/.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("a lookup by external input reads own properties only, never those of the prototype", () => {
  const wrong = productFiles(/^(app|components|domain|db|model|lib)\/.*\.tsx?$/).flatMap(({ path, text }) =>
    [...text.matchAll(/(?:=> |[({!]|&& )([a-z]\w*) in [a-z]\w*(?= ?[?;)&|])/g)].map(
      ([found]) => `${path}: ${found.trim()}`,
    ),
  );
  expect(wrong).toEqual([]);
});

test("a request body is read only where it is sanitised and its size is limited", () => {
  const wrong = productFiles(/^(app|lib)\/.*\.tsx?$/)
    .filter(
      ({ path, text }) =>
        path !== "lib/files/read-form.ts" && /\brequest\.(?:formData|json|text|arrayBuffer)\(\)/.test(text),
    )
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("every redirect goes through lib/http/own-path.ts or begins with a path of our own", () => {
  const wrong = productFiles(/^(app|components|domain|lib)\/.*\.tsx?$/).flatMap(({ path, text }) => [
    ...(path !== "lib/http/own-path.ts" && /\blocation:|\bResponse\.redirect\(|"location"/i.test(text)
      ? [path]
      : []),
    ...[...text.matchAll(/\bredirect\(`([^`]{0,3})/g)]
      .filter(([, start = ""]) => !/^\/[a-zA-Z]|^\$\{/.test(start))
      .map(([found]) => `${path}: ${found}`),
  ]);
  expect(wrong).toEqual([]);
});

test("every page of a provider or of the caja asks for a grant", () => {
  const wrong = productFiles(/^app\/(\(proveedor\)|admin)\/.*page\.tsx$/)
    .filter(({ text }) => !/requireGrant\(/.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("every page of the caja handles a database outage and does not answer 500", () => {
  const wrong = productFiles(/^app\/admin\/.*page\.tsx$/)
    .filter(({ text }) => !/^export default unlessDown\(\w+\);$/m.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("a Grant is made in model/access.ts only", () => {
  const forged = productFiles(/^(app|components|domain|db|model|lib|tests)\/.*\.tsx?$/)
    .filter(({ path, text }) => path !== "model/access.ts" && /\bas (unknown as )?Grant</.test(text))
    .map(({ path }) => path);
  expect(forged).toEqual([]);
});

test("Drizzle is opened in db/failure.ts only, where its errors lose the query parameters", () => {
  const wrong = productFiles(/^(app|components|domain|db|model|lib|scripts)\/.*\.tsx?$/)
    .filter(
      ({ path, text }) => path !== "db/failure.ts" && valueImports(text).includes("drizzle-orm/postgres-js"),
    )
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("environment variables are read in lib/env.ts only", () => {
  const wrong = productFiles(/^(app|components|domain|db|model|lib)\/.*\.tsx?$/)
    .filter(({ path, text }) => !/^lib\/(env|log)\.ts$/.test(path) && /process\.env\b/.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("no SQL is built by string concatenation", () => {
  const wrong = productFiles(/^(app|domain|db|model|lib)\/.*\.tsx?$/)
    .filter(({ text }) => /\bsql\.raw\(/.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("no product file has more than 250 lines, except data and message files", () => {
  const long = productFiles(/^(app|components|domain|db|model|lib|scripts|tests)\/.*\.(tsx?|mjs|sql|css)$/)
    .filter(
      ({ path, text }) =>
        !/^db\/migrations\/|\.(?:data|generated)\.ts$/.test(path) && text.split("\n").length > 251,
    )
    .map(({ path, text }) => `${path}: ${text.split("\n").length}`);
  expect(long).toEqual([]);
});

test("a temporary Postgres uses a folder that its user can reach and removes it afterwards", () => {
  const wrong = productFiles(/^(scripts|tests)\/.*\.ts$/)
    .filter(({ text }) => /startCluster\((?!folder: )/.test(text) && /hanna-/.test(text))
    .filter(({ text }) => /mkdtempSync/.test(text) || !/\.discard\(\)/.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("lib/ is technique: it knows no noun of the business", () => {
  const noun = /\b(?:affiliate|agreement|caja|convenio|look-?up|provider|receipt|settlement|voucher)/i;
  const found = productFiles(/^lib\/.*\.tsx?$/).flatMap(({ path, text }) => {
    const line = text.split("\n").find((each) => noun.test(each));
    return line ? [`${path}: ${line.trim()}`] : [];
  });
  expect(found).toEqual([]);
});
