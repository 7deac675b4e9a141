import { filterParams, paramsOf } from "@/app/admin/_orders/list-address";
import { SelectField, TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { currentMessages } from "@/messages";
import type { OrderFilters } from "@/model/order-list";
import type { FilterChoices } from "./filter-words";

/** Which orders are listed. Sort and length of the pages stay as they are. */
export async function OrderFilterForm({
  path,
  filters,
  hidden,
  choices,
}: {
  path: string;
  filters: OrderFilters;
  hidden: Readonly<Record<string, string>>;
  choices: FilterChoices;
}) {
  const { names, anyOne, apply } = (await currentMessages()).admin.orderList;
  const params = paramsOf(filters);
  const field = (name: keyof typeof filterParams) => ({
    name: filterParams[name],
    label: names[name],
    defaultValue: params[filterParams[name]] ?? "",
  });
  const select = (name: keyof FilterChoices) => (
    <SelectField
      {...field(name)}
      emptyLabel={anyOne}
      options={Object.entries(choices[name]).map(([value, label]) => ({ value, label }))}
    />
  );
  const day = (name: "issuedFrom" | "issuedTo" | "validFrom" | "validTo") => (
    <TextField {...field(name)} type="date" autoComplete="off" />
  );
  const text = (name: "valueFrom" | "valueTo" | "providerNit" | "office", numeric = true) => (
    <TextField
      {...field(name)}
      inputMode={numeric ? "decimal" : undefined}
      autoComplete="off"
      maxLength={80}
    />
  );
  return (
    <FilterForm
      className="mb-4 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4"
      path={path}
      hidden={hidden}
      submit={apply}
    >
      {select("kindCode")}
      {select("standing")}
      {select("origin")}
      {select("printed")}
      {day("issuedFrom")}
      {day("issuedTo")}
      {day("validFrom")}
      {day("validTo")}
      {text("valueFrom")}
      {text("valueTo")}
      {text("providerNit")}
      {text("office", false)}
    </FilterForm>
  );
}
