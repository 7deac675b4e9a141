import { expect, test } from "vitest";
import { findMunicipality, municipalities, municipalityName } from "@/domain/place/municipalities";
import { deadCodes } from "@/domain/place/municipalities.data";

test("the list has 1.121 municipalities in 33 departments, with unique codes", () => {
  expect(municipalities).toHaveLength(1121);
  expect(new Set(municipalities.map(({ code }) => code)).size).toBe(1121);
  expect(new Set(municipalities.map(({ departmentCode }) => departmentCode)).size).toBe(33);
  expect(municipalities.filter(({ departmentCode }) => departmentCode === "08")).toHaveLength(23);
});

test("municipality codes are five digits that begin with the department, and names are not empty", () => {
  for (const { code, departmentCode, name, department } of municipalities) {
    expect(code).toMatch(/^\d{5}$/);
    expect(code.startsWith(departmentCode)).toBe(true);
    expect(name.trim()).not.toBe("");
    expect(department).not.toBe("");
  }
});

test("recent municipalities are listed, and retired codes map to present ones", () => {
  for (const code of ["13490", "23682", "23815", "27493"]) expect(findMunicipality(code)).toBeDefined();
  for (const [dead, living] of Object.entries(deadCodes)) expect(findMunicipality(dead)?.code).toBe(living);
  expect(municipalityName("08001")).toBe("Barranquilla, Atlántico");
  expect(municipalityName("11001")).toBe("Bogotá, D. C.");
});

test("the list is sorted by Spanish collation, and an unknown code is shown as it is", () => {
  const names = municipalities.map(({ department, name }) => [department, name] as const);
  const collator = new Intl.Collator("es-CO");
  for (const [at, [department, name]] of names.entries()) {
    const [before, earlier] = names[at - 1] ?? ["", ""];
    const order = collator.compare(before, department) || collator.compare(earlier, name);
    expect(order, `${earlier} ${name}`).toBeLessThan(0);
  }
  expect(findMunicipality("08001")).toEqual({
    code: "08001",
    name: "Barranquilla",
    departmentCode: "08",
    department: "Atlántico",
  });
  expect(findMunicipality("99999")).toBeUndefined();
  expect(municipalityName("99999")).toBe("99999");
});

test("a retired code is named as the municipality that took its place, and no word of the language is one", () => {
  for (const [dead, living] of Object.entries(deadCodes))
    expect(municipalityName(dead)).toBe(municipalityName(living));
  for (const code of ["", "toString", "__proto__", "8001", "08"]) expect(municipalityName(code)).toBe(code);
});
