"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { RadioGroup } from "@/components/form/choice-field";
import { cajaRoles } from "@/model/access";

/** Every role of the caja, each with what it may do in plain words. */
export function RoleField(field: { name: string; error?: string; defaultValue?: string }) {
  const { person: words, roles, roleHints } = useAdminWords("people");
  const options = cajaRoles.map((value) => ({ value, label: roles[value], hint: roleHints[value] }));
  return <RadioGroup {...field} legend={words.role} options={options} />;
}
