/** The person and provider in whose name a call is made. */
export type Name = { person: string; provider: string };
export type Call = {
  /** The least role of the provider that may call. */
  by: "owner" | "clerk" | "viewer";
  /** The SQL call, with its ids as literals. */
  ask: (name: Name) => string;
  /** Set for a function that only reads, so that a call in one's own name writes nothing. */
  reads?: true;
  /**
   * Set for a function whose only id is the provider, so that a call in one's own name reads one's own data.
   */
  own?: true;
};

/** The ids of a provider's data that the calls use. */
export type World = Record<
  | "toCompare"
  | "toUse"
  | "toClaim"
  | "held"
  | "digits"
  | "tail"
  | "order"
  | "use"
  | "key"
  | "invitation"
  | "request"
  | "proof"
  | "report"
  | "email"
  | "branch"
  | "counter"
  | "device"
  | "viewer",
  string
>;

export const id = (value: string | null | undefined) => `'${value}'::uuid`;
export const names = ({ person, provider }: Name) => `${id(person)}, ${id(provider)}`;
/** What the provider role reads of its own rows (db/functions/provider_own.sql). */
export const readsIn = (world: () => World): Record<string, Call> => {
  const own = (name: string, by: Call["by"] = "viewer"): [string, Call] => [
    name,
    { by, reads: true, own: true, ask: (n) => `${name}(${names(n)})` },
  ];
  const of = (name: string, what: keyof World): [string, Call] => [
    name,
    { by: "viewer", reads: true, ask: (n) => `${name}(${id(world()[what])}, ${names(n)})` },
  ];
  return {
    own_account: {
      by: "viewer",
      reads: true,
      ask: (n) => `own_account(${names(n)}, ${id(world().request)})`,
    },
    ...Object.fromEntries([
      own("own_branches"),
      own("own_company"),
      own("own_found"),
      own("own_invitations", "owner"),
      own("own_members", "owner"),
      own("own_people"),
      own("own_reports"),
      own("own_requests"),
      of("own_proof", "proof"),
      of("own_report_holds", "toCompare"),
      of("own_request_documents", "request"),
      of("own_request_events", "request"),
      of("own_waiting_code", "digits"),
    ]),
  };
};
