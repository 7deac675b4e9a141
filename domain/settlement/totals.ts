type Counted = { uses: number; amount: number };
export type BranchTotal = Counted & { branch: string | null };

/** How many uses and how much, of all the sums. */
export function totalOf(sums: readonly Counted[]): Counted {
  return sums.reduce((all, { uses, amount }) => ({ uses: all.uses + uses, amount: all.amount + amount }), {
    uses: 0,
    amount: 0,
  });
}

/** One total a branch, by name; what has no branch comes last. */
export function branchTotals(
  sums: readonly (Counted & { branchId: string | null; branch: string | null })[],
): BranchTotal[] {
  const totals = new Map<string | null, BranchTotal>();
  for (const { branchId, branch, ...counted } of sums)
    totals.set(branchId, { branch, ...totalOf([totals.get(branchId) ?? totalOf([]), counted]) });
  const last = (name: string | null) => Number(name === null);
  return [...totals.values()].sort(
    (a, b) => last(a.branch) - last(b.branch) || (a.branch ?? "").localeCompare(b.branch ?? "", "es-CO"),
  );
}
