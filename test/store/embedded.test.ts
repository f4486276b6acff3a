import { preferredEngine } from "../../infra/local/database/engine.ts";
import { storeContractOrSkip } from "./contract.ts";
import { startEngine } from "./engine.ts";

storeContractOrSkip(
  "the embedded engine",
  preferredEngine() === "dynoxide" ? () => startEngine("dynoxide") : "its binary is not on this machine",
);
