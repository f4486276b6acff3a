/** Basis points as people read them: points out of 100. */
export const inPoints = (basisPoints: number): string => `${basisPoints / 100}`;

/** The name of a fit component within a sentence. */
export const componentWord = (name: string): string => (name === "workingStyle" ? "working style" : name);
