import { readFileSync } from "node:fs";

/** One installed package of the lock file: its name without the folders around it, and its version. */
type Installed = { name: string; version: string };

/** All packages that package-lock.json installs, also copies inside other packages. */
export function lockedPackages(): Installed[] {
  const lock: { packages: Record<string, { name?: string; version?: string }> } = JSON.parse(
    readFileSync("package-lock.json", "utf8"),
  );
  return Object.entries(lock.packages).flatMap(([place, { name, version }]) => {
    const folder = place.split("node_modules/").at(-1);
    return folder && version ? [{ name: name ?? folder, version }] : [];
  });
}

/** Whether a version is below another, by semver: numbers first, then a pre-release is below its release. */
export function isBelow(version: string, least: string): boolean {
  const [one, other] = [version, least].map(partsOf);
  for (let at = 0; at < 3; at += 1) {
    const difference = (one?.numbers[at] ?? 0) - (other?.numbers[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return comparePreRelease(one?.pre ?? [], other?.pre ?? []) < 0;
}

function partsOf(version: string): { numbers: number[]; pre: string[] } {
  const dash = version.indexOf("-");
  const release = dash < 0 ? version : version.slice(0, dash);
  return {
    numbers: release.split(".").map(Number),
    pre: dash < 0 ? [] : version.slice(dash + 1).split("."),
  };
}

function comparePreRelease(one: string[], other: string[]): number {
  if (one.length === 0 || other.length === 0) return other.length - one.length;
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const [left, right] = [one[at], other[at]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const difference = Number(left) - Number(right);
    if (Number.isNaN(difference) && left !== right) return left < right ? -1 : 1;
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
