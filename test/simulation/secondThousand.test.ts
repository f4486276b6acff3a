import { describeThousand } from "./thousand.ts";

describeThousand(1001);
