import { importOrderFile } from "@/domain/import/import-orders";
import { esCO } from "@/messages/es-CO";
import { runImport } from "./import/run-import";

process.exitCode = await runImport(
  {
    title: esCO.imports.ordersTitle,
    usage: esCO.imports.ordersUsage,
    options: ["dry-run", "all-or-nothing", "apply-changes"],
    run: importOrderFile,
  },
  process.argv.slice(2),
);
