import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { LISTED_FILE, listedDigest } from "@/domain/account/listed-passwords";
import { endsStripped, LEAST_PASSWORD, simplified } from "@/domain/account/password";

/** How many of the most frequent passwords give their stems. The long ones are taken from the whole list. */
const STEMS_OF = 150_000;
const USE = "Use: npm run passwords:list -- LIST WORDS.json…  (sources: docs/security/passwords.md)";

/**
 * `npm run passwords:list`: writes the file of frequent passwords from a list, the most frequent first, one a line,
 * and from lists of Spanish words and names (JSON arrays).
 */
function main(): void {
  const [list, ...words] = process.argv.slice(2);
  if (!list) throw new Error(USE);
  const lines = readFileSync(list, "utf8").split(/\r?\n/);
  const entries = new Set<string>();
  for (const [rank, line] of lines.entries()) {
    const plain = simplified(line);
    if (plain.length >= LEAST_PASSWORD) entries.add(plain);
    if (rank >= STEMS_OF) continue;
    for (const stem of [plain, endsStripped(plain)]) if (stem.length >= 4) entries.add(stem);
  }
  for (const file of words)
    for (const word of JSON.parse(readFileSync(file, "utf8")) as string[])
      if (simplified(word).length >= 5) entries.add(simplified(word));
  const digests = [...new Set([...entries].map((entry) => listedDigest(entry).toString("hex")))].sort();
  const file = Buffer.from(digests.join(""), "hex");
  writeFileSync(LISTED_FILE, file);
  const sum = createHash("sha256").update(file).digest("hex");
  process.stdout.write(`${entries.size} entries, ${digests.length} digests, ${file.length} bytes, ${sum}\n`);
}

main();
