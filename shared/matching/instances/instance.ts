/** A brokerage problem as the public instance files hold it: plain numbers, no names. */
export interface Instance {
  readonly requestCount: number;
  readonly practitionerCount: number;
  /** The score that stands for a perfect fit. */
  readonly scoreScale: number;
  readonly wanted: Int32Array;
  readonly days: Int32Array;
  readonly priority: Int32Array;
  /** Best score among feasible pairs that the file leaves out, per request; -1 when it leaves none out. */
  readonly bestOmitted: Int32Array;
  readonly slots: Int32Array;
  readonly dayCapacity: Int32Array;
  readonly leastLoad: Int32Array;
  readonly start: Int32Array;
  readonly practitioner: Int32Array;
  readonly score: Int32Array;
}

/** A refusal that names the row at fault. */
export interface Refused {
  readonly kind: "unreadable";
  readonly where: string;
  readonly message: string;
}

export const unreadable = (where: string, message: string): Refused => ({
  kind: "unreadable",
  where,
  message,
});

export type InstanceReading = { readonly kind: "instance"; readonly instance: Instance } | Refused;
