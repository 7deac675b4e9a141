import { ensureInstalled, requireNode, runScript } from "./install.mjs";

requireNode();
ensureInstalled();
runScript("scripts/test.ts");
