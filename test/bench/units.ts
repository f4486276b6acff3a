import type { Measured } from "./report.ts";
export const measureUnits = async (): Promise<Measured[]> => [];
