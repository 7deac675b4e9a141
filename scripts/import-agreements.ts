import { importAgreementFile } from "@/domain/agreement/import-agreements";
import { esCO } from "@/messages/es-CO";
import { runImport } from "./import/run-import";

process.exitCode = await runImport(
  {
    title: esCO.imports.agreementsTitle,
    usage: esCO.imports.agreementsUsage,
    options: ["dry-run", "all-or-nothing", "apply-nit-changes"],
    run: importAgreementFile,
  },
  process.argv.slice(2),
);
