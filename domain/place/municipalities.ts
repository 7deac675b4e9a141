import { deadCodes, departments, municipalityLines } from "./municipalities.data";

export type Municipality = {
  /** DIVIPOLA: five digits, as text: "08001". */
  code: string;
  name: string;
  departmentCode: string;
  department: string;
};

const collator = new Intl.Collator("es-CO");

const all: readonly Municipality[] = municipalityLines.flatMap((line) => {
  const [departmentCode, list] = [line.slice(0, 2), line.slice(3)] as const;
  return list.split("|").map((entry) => ({
    code: departmentCode + entry.slice(0, 3),
    name: entry.slice(4),
    departmentCode,
    department: departments[departmentCode] ?? "",
  }));
});

const byCode = new Map(all.map((municipality) => [municipality.code, municipality]));

/** Every municipality, by department and name as Spanish sorts them. */
export const municipalities: readonly Municipality[] = [...all].sort(
  (a, b) => collator.compare(a.department, b.department) || collator.compare(a.name, b.name),
);

/** The municipality of a code; a code that died answers the one that took its place. */
export function findMunicipality(code: string): Municipality | undefined {
  return byCode.get((Object.hasOwn(deadCodes, code) ? deadCodes[code] : null) ?? code);
}

/** "Barranquilla, Atlántico"; the code itself when unknown. */
export function municipalityName(code: string): string {
  const found = findMunicipality(code);
  if (!found) return code;
  return found.name === found.department ? found.name : `${found.name}, ${found.department}`;
}
