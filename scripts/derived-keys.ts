import { randomBytes } from "node:crypto";
import { readKeyList } from "@/lib/crypto/key-list";
import { formerlyDerived } from "@/lib/crypto/keys";
import { parseEnv } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";

/**
 * `npm run keys:derived`: for an installation of an earlier version that set no DATA_KEYS or no INDEX_KEY. Prints the
 * settings that it needs now: a new key that seals, and those that were derived from AUTH_SECRET, written out.
 */
function main(): void {
  const env = parseEnv(process.env);
  const present = env.DATA_KEYS ? readKeyList(env.DATA_KEYS) : [];
  const lines = [
    ...(present.length > 0
      ? []
      : [
          `DATA_KEYS=1:${randomBytes(32).toString("base64")},0:${formerlyDerived("data").toString("base64")}`,
        ]),
    ...(env.INDEX_KEY ? [] : [`INDEX_KEY=${formerlyDerived("index").toString("base64")}`]),
  ];
  process.stdout.write(
    lines.length > 0 ? `${lines.join("\n")}\n` : "DATA_KEYS e INDEX_KEY ya están puestas.\n",
  );
}

try {
  main();
} catch (error) {
  process.stderr.write(`${commandErrorText(error)}\n`);
  process.exit(1);
}
